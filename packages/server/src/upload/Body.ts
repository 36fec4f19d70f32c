/** The body of a request, read from the socket into memory: counted while it streams, cut off at its limit, never on disk. */
import { HttpServerRequest } from "@effect/platform"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { ApiError } from "@excv/api"
import { Duration, Effect } from "effect"
import type { IncomingMessage } from "node:http"

/**
 * Bytes on the wire: 10 MiB in base64 are 13.4 MiB, and line breaks, percent signs or backslashes may add a fifth.
 * The file itself is measured once it is unpacked.
 */
const maxBytes = 16 * 1024 * 1024

/** 10 MB at 1 Mbit/s take 84 seconds. */
const patience = Duration.seconds(120)

export const incomplete = (message: string) => new ApiError.InvalidRequest({ message, details: { parameter: "body" } })

/** Fails with FILE_TOO_LARGE as soon as that is known: at once when Content-Length says so. */
export const receive: Effect.Effect<
  Buffer,
  ApiError.FileTooLarge | ApiError.InvalidRequest,
  HttpServerRequest.HttpServerRequest
> = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
  const incoming = NodeHttpServerRequest.toIncomingMessage(request)
  const encoding = incoming.headers["content-encoding"] ?? "identity"
  if (encoding !== "identity") return unsupportedEncoding
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) return new ApiError.FileTooLarge({})
  if (expectsContinue(incoming)) NodeHttpServerRequest.toServerResponse(request).writeContinue()
  return Effect.timeoutFail(read(incoming), {
    duration: patience,
    onTimeout: () => incomplete("The body did not arrive in time.")
  })
})

/** The client waits for leave before it sends the body. */
const expectsContinue = (incoming: IncomingMessage): boolean =>
  incoming.headers.expect?.toLowerCase() === "100-continue" && incoming.httpVersion !== "1.0"

const unsupportedEncoding = new ApiError.InvalidRequest({
  message: "Send the body without Content-Encoding.",
  details: { parameter: "content-encoding" }
})

const read = (incoming: IncomingMessage) =>
  Effect.async<Buffer, ApiError.FileTooLarge | ApiError.InvalidRequest>((resume) => {
    let chunks: Array<Buffer> = []
    let size = 0
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) finish(new ApiError.FileTooLarge({}))
      else chunks.push(chunk)
    }
    const onEnd = () =>
      finish(incoming.complete ? Effect.succeed(Buffer.concat(chunks, size)) : incomplete("The body ended too early."))
    const onBroken = () => finish(incomplete("The body ended too early."))
    const stop = () => {
      incoming.off("data", onData).off("end", onEnd).off("error", onBroken).off("close", onBroken)
      incoming.pause()
      chunks = []
    }
    const finish = (result: Effect.Effect<Buffer, ApiError.FileTooLarge | ApiError.InvalidRequest>) => {
      stop()
      resume(result)
    }
    incoming.on("data", onData).on("end", onEnd).on("error", onBroken).on("close", onBroken)
    return Effect.sync(stop)
  })
