/** A fake of OpenAI's API: `/v1/responses` and `/v1/chat/completions`. */
import type { Effect, Scope } from "effect"
import * as FakeServer from "./FakeServer.js"
import * as FakeChat from "./FakeChat.js"
import * as FakeResponses from "./FakeResponses.js"
import type { Problem, Request, Vendor } from "./Vendor.js"

export interface Options {
  /** ways to ask that this server turns down with a 400, as compatible servers do */
  readonly lacks?: ReadonlyArray<"responses" | "json_schema" | "tools">
  /** a server of one's own asks for no key */
  readonly key?: string | null
}

const responses = { problemOf: FakeResponses.problemOf, hear: FakeResponses.hear, answer: FakeResponses.answer }
const chat = { problemOf: FakeChat.problemOf, hear: FakeChat.hear, answer: FakeChat.answer }

const isResponses = ({ path }: Request): boolean => path === "/v1/responses"

const vendor = ({ key = "sk-test", lacks = [] }: Options): Vendor => {
  const part = (request: Request) => (isResponses(request) ? responses : chat)
  return {
    problemOf: (request) =>
      keyProblem(request, key) ?? (isResponses(request) || request.path === "/v1/chat/completions" ? null : notFound) ??
        (isResponses(request) && lacks.includes("responses") ? notFound : null) ??
        part(request).problemOf(request.body, lacks),
    hear: (request) => part(request).hear(request.body),
    answer: (request, text, stop, tokens) => part(request).answer(request.body, text, stop, tokens),
    error: ({ code, message }) => ({ error: { message, type: code, param: null, code: code === "" ? null : code } })
  }
}

const notFound: Problem = { status: 404, code: "not_found", message: "No such path" }

const keyProblem = ({ headers }: Request, key: string | null): Problem | null => {
  if (headers["content-type"]?.startsWith("application/json") !== true) return { status: 415, code: "unsupported", message: "JSON only" }
  return key === null || headers.authorization === `Bearer ${key}` ? null : { status: 401, code: "invalid_api_key", message: "Incorrect API key provided" }
}

/** Its address ends in `/v1`. */
export const make = (script: FakeServer.Script, options: Options = {}): Effect.Effect<FakeServer.FakeServer, never, Scope.Scope> =>
  FakeServer.make(vendor(options), "/v1", script)
