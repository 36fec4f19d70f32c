/** Chat Completions as the fake speaks it. */
import type { Stop } from "./Play.js"
import * as Media from "./Media.js"
import * as StrictSubset from "./StrictSubset.js"
import type { Heard, Json, Problem } from "./Vendor.js"
import { isJson, listOf, textOf, unknownMember } from "./Vendor.js"

const known = [
  "model", "messages", "max_completion_tokens", "max_tokens", "response_format", "tools", "tool_choice", "temperature", "top_p", "n",
  "stop", "stream", "seed", "user", "metadata", "store", "parallel_tool_calls", "reasoning_effort", "service_tier"
]

const bad = (message: string): Problem => ({ status: 400, code: "invalid_request_error", message })

type Lack = "responses" | "json_schema" | "tools"

export const problemOf = (body: Json, lacks: ReadonlyArray<Lack> = []): Problem | null => {
  const unknown = unknownMember(body, known)
  if (unknown !== undefined) return bad(`Unrecognized request argument supplied: ${unknown}`)
  if (textOf(body["model"]) === "") return bad("you must provide a model parameter")
  if (listOf(body["messages"]).length === 0) return bad("[] is too short - 'messages'")
  if (lacks.includes("tools") && body["tools"] !== undefined) return bad("tools are not supported")
  const unseen = urlsIn(body).map(pictureProblem).find((problem) => problem !== null)
  if (unseen != null) return bad(`Invalid image: ${unseen}`)
  const format = isJson(body["response_format"]) ? body["response_format"] : null
  if (format?.["type"] === "json_schema" && lacks.includes("json_schema")) return bad("response_format json_schema is not supported")
  if (format?.["type"] === "json_object" && !JSON.stringify(body["messages"]).toLowerCase().includes("json")) {
    return bad("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.")
  }
  const wanted = strictOf(body)
  const problems = wanted?.["strict"] === true ? StrictSubset.problems(schemaIn(wanted) ?? {}) : []
  return problems.length > 0 ? bad(`Invalid schema: ${problems[0]}`) : null
}

const rules: Media.Rules = { mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"], maxBytes: 20_000_000 }

/** Null when the picture in a data URL can be seen; addresses on the web are not fetched by the fake. */
export const pictureProblem = (url: string): string | null => {
  const taken = Media.ofDataUrl(url)
  return taken === null ? "Expected a base64-encoded data URL with an image MIME type" : Media.problemOf(taken.mediaType, taken.data, rules)
}

export const pictureIn = (url: string): ReadonlyArray<Media.Seen> => {
  const taken = Media.ofDataUrl(url)
  return taken === null ? [] : [Media.seen(taken.mediaType, taken.data)]
}

const urlsIn = (body: Json): ReadonlyArray<string> =>
  listOf(body["messages"]).flatMap(({ content }) => listOf(content)).filter(({ type }) => type === "image_url")
    .map(({ image_url: image }) => (isJson(image) ? textOf(image["url"]) : ""))

const strictOf = (body: Json): Json | null => {
  const format = isJson(body["response_format"]) ? body["response_format"]["json_schema"] : undefined
  const tool = listOf(body["tools"])[0]?.["function"]
  return isJson(format) ? format : isJson(tool) ? tool : null
}

const schemaIn = (wanted: Json): Json | null => {
  const schema = wanted["schema"] ?? wanted["parameters"]
  return isJson(schema) ? schema : null
}

const said = ({ content }: Json): string =>
  typeof content === "string" ? content : listOf(content).map(({ text }) => textOf(text)).join("\n")

export const hear = (body: Json): Heard => {
  const messages = listOf(body["messages"])
  const from = (...roles: ReadonlyArray<string>) => messages.filter(({ role }) => roles.includes(textOf(role)))
  const wanted = strictOf(body)
  return {
    model: textOf(body["model"]),
    instructions: from("system", "developer").map(said).join("\n"),
    text: from("user").map(said).join("\n"),
    earlier: from("assistant").map(said),
    pictures: urlsIn(body).flatMap(pictureIn),
    schema: wanted === null ? null : schemaIn(wanted)
  }
}

const finish: Record<Stop, string> = { end: "stop", length: "length", refusal: "stop", content_filter: "content_filter" }

export const answer = (body: Json, text: string, stop: Stop, tokens: { readonly input: number; readonly output: number }): Json => {
  const tool = listOf(body["tools"])[0]?.["function"]
  const refusal = stop === "refusal" ? "I cannot help with that." : null
  const message = isJson(tool) && refusal === null && text !== ""
    ? { content: null, refusal, tool_calls: [{ id: "call_fake", type: "function", function: { name: tool["name"], arguments: text } }] }
    : { content: refusal === null ? text : null, refusal }
  return {
    id: "chatcmpl-fake", object: "chat.completion", created: 0, model: textOf(body["model"]),
    choices: [{ index: 0, logprobs: null, finish_reason: finish[stop], message: { role: "assistant", ...message } }],
    usage: { prompt_tokens: tokens.input, completion_tokens: tokens.output, total_tokens: tokens.input + tokens.output }
  }
}
