/** A fake vendor on loopback that speaks real HTTP: it checks each question as the vendor would, and plays what the script says. */
import type { Scope } from "effect"
import { Effect } from "effect"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Play } from "./Play.js"
import type { Heard, Json, Problem, Vendor } from "./Vendor.js"
import { isJson } from "./Vendor.js"

/** `index` counts the calls from 0. */
export type Script = (heard: Heard, index: number) => Play

export interface FakeServer {
  /** of its API, with the version where the vendor has one in its path */
  readonly url: string
  /** what it was asked, in order */
  readonly heard: ReadonlyArray<Heard>
  /** the questions that the vendor would not have taken, and why */
  readonly problems: ReadonlyArray<Problem>
  /** answers that were sent to their last byte, and their tokens: what the vendor would put on the bill */
  readonly charged: () => Charged
  readonly play: (script: Script) => void
}

export interface Charged {
  readonly answers: number
  readonly outputTokens: number
}

export const make = (vendor: Vendor, basePath: string, script: Script): Effect.Effect<FakeServer, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.async<Running>((resume) => {
        const running = start(vendor, script)
        running.server.listen(0, "127.0.0.1", () => resume(Effect.succeed(running)))
      }),
      ({ server }) => Effect.async<void>((resume) => {
        server.closeAllConnections()
        server.close(() => resume(Effect.void))
      })
    ),
    ({ server, state }) => ({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`,
      heard: state.heard,
      problems: state.problems,
      charged: () => state.charged,
      play: (next) => {
        state.script = next
      }
    })
  )

interface State {
  script: Script
  charged: Charged
  readonly heard: Array<Heard>
  readonly problems: Array<Problem>
}

type Running = ReturnType<typeof start>

const start = (vendor: Vendor, script: Script) => {
  const state: State = { script, charged: { answers: 0, outputTokens: 0 }, heard: [], problems: [] }
  const server = createServer((request, response) => {
    void read(request).then((body) => serve(vendor, state, request, body, response), () => response.destroy())
  })
  return { server, state }
}

const read = async (request: IncomingMessage): Promise<Json> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"))
  return isJson(body) ? body : {}
}

const serve = (vendor: Vendor, state: State, { headers, url }: IncomingMessage, body: Json, response: ServerResponse) => {
  const request = { path: (url ?? "").split("?")[0] ?? "", headers, body }
  const problem = vendor.problemOf(request)
  if (problem !== null) {
    state.problems.push(problem)
    return send(response, problem.status, vendor.error(problem))
  }
  const heard = vendor.hear(request)
  const play = state.script(heard, state.heard.length)
  state.heard.push(heard)
  const written = (text: string, stop: "end" | "length" | "refusal" | "content_filter" = "end") =>
    vendor.answer(request, text, stop, { input: tokens(heard.instructions + heard.text), output: tokens(text) })
  const charge = (text: string) =>
    response.on("finish", () => {
      const { answers, outputTokens } = state.charged
      state.charged = { answers: answers + 1, outputTokens: outputTokens + tokens(text) }
    })
  const perform = (play: Play): void => {
    switch (play._tag) {
      case "Answer":
        charge(play.text)
        return send(response, 200, written(play.text, play.stop))
      case "Refuse":
        return send(response, play.status, vendor.error(play), play.headers)
      case "Body":
        return void response.writeHead(200, { "content-type": play.contentType }).end(play.body)
      case "Hang":
        return
      case "Reset":
        if (!play.afterHeaders) return void response.destroy()
        response.writeHead(200, { "content-type": "application/json" })
        response.write(JSON.stringify(written(play.text)).slice(0, 100), () => setTimeout(() => response.destroy(), 5))
        return
      case "Drip":
        charge(play.text)
        response.writeHead(200, { "content-type": "application/json" })
        return drip(response, Buffer.from(JSON.stringify(written(play.text))), play.bytes, play.pauseMs)
      case "Delay":
        setTimeout(() => response.destroyed ? undefined : perform(play.then), play.ms)
    }
  }
  perform(play)
}

/** Four letters a token, as usual for English. */
const tokens = (text: string): number => Math.ceil(text.length / 4)

const send = (response: ServerResponse, status: number, body: Json, headers: Readonly<Record<string, string>> = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))
}

const drip = (response: ServerResponse, bytes: Buffer, size: number, pauseMs: number) => {
  if (response.destroyed) return
  if (bytes.length === 0) return void response.end()
  response.write(bytes.subarray(0, size))
  setTimeout(() => drip(response, bytes.subarray(size), size, pauseMs), pauseMs)
}
