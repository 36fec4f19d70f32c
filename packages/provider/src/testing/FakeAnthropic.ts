/** A fake of Anthropic's Messages API: `/v1/messages`. */
import type { Effect, Scope } from "effect"
import * as FakeServer from "./FakeServer.js"
import * as Media from "./Media.js"
import type { Stop } from "./Play.js"
import type { Heard, Json, Problem, Request, Vendor } from "./Vendor.js"
import { isJson, listOf, textOf, unknownMember } from "./Vendor.js"

export interface Options {
  /** the models have no structured output, as older ones */
  readonly lacks?: ReadonlyArray<"output_config">
}

const known = [
  "model", "messages", "max_tokens", "system", "metadata", "stop_sequences", "stream", "tools", "tool_choice", "thinking",
  "output_config", "service_tier", "container", "inference_geo", "cache_control", "diagnostics", "speed", "user_profile_id", "workspace_id"
]

/** The version that the SDK of this build speaks. */
const version = "2026-10-21"

const bad = (message: string): Problem => ({ status: 400, code: "invalid_request_error", message })

const headerProblem = ({ headers, path }: Request): Problem | null => {
  if (path !== "/v1/messages") return { status: 404, code: "not_found_error", message: "Not found" }
  if (headers.authorization !== "Bearer sk-ant-test") return { status: 401, code: "authentication_error", message: "invalid API key" }
  if (headers["anthropic-version"] !== version) return bad("anthropic-version: not a version")
  return headers["content-type"]?.startsWith("application/json") === true ? null : bad("content-type")
}

const bodyProblem = (body: Json, lacks: Options["lacks"] = []): Problem | null => {
  const unknown = unknownMember(body, known)
  if (unknown !== undefined) return bad(`${unknown}: Extra inputs are not permitted`)
  if (textOf(body["model"]) === "") return bad("model: Field required")
  if (!Number.isInteger(body["max_tokens"]) || Number(body["max_tokens"]) < 1) return bad("max_tokens: Field required")
  const roles = listOf(body["messages"]).map(({ role }) => role)
  if (roles[0] !== "user" || roles.some((role) => role !== "user" && role !== "assistant")) return bad("messages: first must be from the user")
  if (body["output_config"] !== undefined && lacks.includes("output_config")) return bad("output_config: not supported by this model")
  const unseen = mediaOf(body).map(({ data, isOfItsKind, mediaType, rules }) => isOfItsKind ? Media.problemOf(mediaType, data, rules) : "source.type: Field required")
  const first = unseen.find((problem) => problem !== null)
  if (first != null) return bad(`messages.0.content: ${first}`)
  const schema = formatOf(body)
  const problem = schema === null ? undefined : problemsOf(schema, "format")[0] ?? tooManyUnions(schema)
  return problem === undefined ? null : bad(problem)
}

/** 5 MB of base64. */
const pictures: Media.Rules = { mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"], maxBytes: 3_932_160 }
/** 32 MB of the whole request. */
const documents: Media.Rules = { mediaTypes: ["application/pdf"], maxBytes: 24_000_000 }

const mediaOf = (body: Json) =>
  listOf(body["messages"]).flatMap(({ content }) => listOf(content)).filter(({ type }) => type === "image" || type === "document").map(({ source, type }) => {
    const from = isJson(source) ? source : {}
    return {
      mediaType: textOf(from["media_type"]), data: textOf(from["data"]), isOfItsKind: from["type"] === "base64",
      rules: type === "image" ? pictures : documents
    }
  })

const formatOf = (body: Json): Json | null => {
  const format = isJson(body["output_config"]) ? body["output_config"]["format"] : null
  return isJson(format) && isJson(format["schema"]) ? format["schema"] : null
}

const keywords = new Set(["type", "properties", "required", "additionalProperties", "items", "anyOf", "allOf", "enum", "const", "description", "title", "format", "$ref", "$defs", "minItems"])

const problemsOf = (schema: unknown, at: string): ReadonlyArray<string> => {
  if (!isJson(schema)) return []
  const unknown = Object.keys(schema).filter((key) => !keywords.has(key)).map((key) => `${at}: property '${key}' is not supported`)
  const open = schema["type"] === "object" && schema["additionalProperties"] !== false ? [`${at}: 'additionalProperties' must be explicitly set to false`] : []
  const inner = isJson(schema["properties"]) ? Object.entries(schema["properties"]).flatMap(([name, value]) => problemsOf(value, `${at}.${name}`)) : []
  return [...unknown, ...open, ...inner, ...problemsOf(schema["items"], `${at}.items`)]
}

/** The grammar of a schema with many members of two types grows too large. */
const maxUnions = 16

const unionsIn = (schema: unknown): number =>
  !isJson(schema) ? 0 : (Array.isArray(schema["type"]) || schema["anyOf"] !== undefined ? 1 : 0) + unionsIn(schema["items"]) +
    Object.values(isJson(schema["properties"]) ? schema["properties"] : {}).reduce<number>((sum, inner) => sum + unionsIn(inner), 0)

const tooManyUnions = (schema: Json): string | undefined =>
  unionsIn(schema) > maxUnions ? "The compiled grammar is too large. Simplify your schema." : undefined

const said = (content: unknown): string => (typeof content === "string" ? content : listOf(content).map(({ text }) => textOf(text)).join("\n"))

const hear = ({ body }: Request): Heard => {
  const messages = listOf(body["messages"])
  const from = (wanted: string) => messages.filter(({ role }) => role === wanted).map(({ content }) => said(content))
  const tool = listOf(body["tools"])[0]?.["input_schema"]
  return {
    model: textOf(body["model"]),
    instructions: said(body["system"]),
    text: from("user").join("\n"),
    earlier: from("assistant"),
    pictures: mediaOf(body).map(({ data, mediaType }) => Media.seen(mediaType, data)),
    schema: formatOf(body) ?? (isJson(tool) ? tool : null)
  }
}

const reasons: Record<Stop, string> = { end: "end_turn", length: "max_tokens", refusal: "refusal", content_filter: "refusal" }

/** A forced tool is given an object, whatever the text is. */
const inputOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}

const answer = ({ body }: Request, text: string, stop: Stop, tokens: { readonly input: number; readonly output: number }): Json => {
  const tool = listOf(body["tools"])[0]
  const content = text === "" ? [] : tool === undefined
    ? [{ type: "text", text }]
    : [{ type: "tool_use", id: "toolu_fake", name: tool["name"], input: inputOf(text) }]
  const isKept = listOf(body["system"]).some((block) => block["cache_control"] !== undefined)
  const kept = isKept ? Math.ceil(said(body["system"]).length / 4) : 0
  return {
    id: "msg_fake", type: "message", role: "assistant", model: textOf(body["model"]), content,
    stop_reason: stop === "end" && tool !== undefined ? "tool_use" : reasons[stop], stop_sequence: null,
    usage: { input_tokens: tokens.input - kept, cache_creation_input_tokens: 0, cache_read_input_tokens: kept, output_tokens: tokens.output }
  }
}

const vendor = ({ lacks }: Options): Vendor => ({
  problemOf: (request) => headerProblem(request) ?? bodyProblem(request.body, lacks),
  hear,
  answer,
  error: ({ code, message }) => ({ type: "error", error: { type: code === "" ? "api_error" : code, message }, request_id: "req_fake" })
})

/** The key is `sk-ant-test`. */
export const make = (script: FakeServer.Script, options: Options = {}): Effect.Effect<FakeServer.FakeServer, never, Scope.Scope> =>
  FakeServer.make(vendor(options), "", script)
