/** The socket: Node's HTTP server with its patience, and with answers of the right shape where no handler is reached. */
import { HttpServer } from "@effect/platform"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { ApiError } from "@excv/api"
import { Context, Duration, Effect, Layer, Schema } from "effect"
import * as Http from "node:http"
import type { Socket } from "node:net"
import { Settings } from "../Settings.js"
import * as Answer from "./Answer.js"
import * as RequestId from "./RequestId.js"

/** Nobody can be served here. */
export class CannotListen extends Schema.TaggedError<CannotListen>("@excv/server/CannotListen")("CannotListen", {
  host: Schema.String,
  port: Schema.Int,
  /** the system's, such as `EADDRINUSE` */
  code: Schema.String
}) {
  override get message() {
    const { code, host, port } = this
    return code === "EADDRINUSE"
      ? `Port ${port} of ${host} is in use. Choose another one with PORT.`
      : `Cannot listen on port ${port} of ${host} (${code}). Choose others with PORT and HOST.`
  }
}

export declare namespace NodeServer {
  interface Service {
    readonly server: Http.Server
    /** Ends the connections on which nobody waits for an answer; Node's own way leaves those that were opened in advance. */
    readonly endQuiet: () => void
  }
}

/** Node's server itself: for what happens beneath requests. */
export class NodeServer extends Context.Tag("@excv/server/NodeServer")<NodeServer, NodeServer.Service>() {}

const patience: Http.ServerOptions = {
  headersTimeout: Duration.toMillis(Duration.seconds(15)),
  /** with the body, which has its own, shorter limit */
  requestTimeout: Duration.toMillis(Duration.minutes(3)),
  /** longer than that of common proxies, so that they close first */
  keepAliveTimeout: Duration.toMillis(Duration.seconds(65)),
  connectionsCheckingInterval: Duration.toMillis(Duration.seconds(2))
}

const create = Effect.sync((): NodeServer.Service => {
  const server = Http.createServer(patience)
  const connections = new Map<Socket, Http.ServerResponse | null>()
  server.on("connection", (socket) => {
    connections.set(socket, null)
    socket.on("close", () => connections.delete(socket))
  })
  server.on("request", (request, response) => connections.set(request.socket, response))
  // Without a listener Node asks for the body by itself, before anybody has looked at the request.
  server.on("checkContinue", (request, response) => server.emit("request", request, response))
  server.on("checkExpectation", (request, response) => server.emit("request", request, response))
  server.on("clientError", (_error, socket: Socket) => {
    const response = connections.get(socket)
    const isAnswered = response?.headersSent === true && !response.writableFinished
    if (socket.writable && !isAnswered) socket.end(malformed())
    else socket.destroy()
  })
  const endQuiet = () => {
    for (const [socket, response] of connections) if (response === null || response.writableFinished) socket.destroy()
  }
  return { server, endQuiet }
})

/** Bytes on the wire that are no request have no response object: their answer is written by hand. */
const malformed = (): string => {
  const requestId = RequestId.of(undefined)
  const error = new ApiError.InvalidRequest({ message: "The request is not complete, well-formed HTTP." })
  const body = JSON.stringify(Answer.bodyOf(error, requestId))
  return [
    "HTTP/1.1 400 Bad Request",
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    "connection: close",
    "",
    body
  ].join("\r\n")
}

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown"

export const layer = Layer.unwrapEffect(
  Effect.gen(function* () {
    const { host, port } = yield* Settings
    const node = yield* create
    return NodeHttpServer.layer(() => node.server, { host, port }).pipe(
      Layer.mapError((error) => new CannotListen({ host, port, code: codeOf(error.cause) })),
      Layer.provideMerge(Layer.succeed(NodeServer, node))
    )
  })
)

/** Where a program of this machine finds the server, such as `http://127.0.0.1:3000`. */
export const url = Effect.map(HttpServer.HttpServer, ({ address }) => {
  if (address._tag === "UnixAddress") return HttpServer.formatAddress(address)
  const host = address.hostname === "0.0.0.0" ? "127.0.0.1" : address.hostname
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`
})
