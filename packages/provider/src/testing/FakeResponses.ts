/** The Responses API as the fake speaks it. */
import type { Stop } from "./Play.js"
import * as FakeChat from "./FakeChat.js"
import * as StrictSubset from "./StrictSubset.js"
import type { Heard, Json, Problem } from "./Vendor.js"
import { isJson, listOf, textOf, unknownMember } from "./Vendor.js"

const known = [
  "model", "input", "instructions", "max_output_tokens", "store", "text", "reasoning", "temperature", "top_p", "tools", "tool_choice",
  "metadata", "prompt_cache_key", "safety_identifier", "service_tier", "stream", "truncation", "user", "include", "background"
]

const bad = (message: string): Problem => ({ status: 400, code: "invalid_request_error", message })

export const problemOf = (body: Json): Problem | null => {
  const unknown = unknownMember(body, known)
  if (unknown !== undefined) return bad(`Unknown parameter: '${unknown}'.`)
  if (textOf(body["model"]) === "") return bad("Missing required parameter: 'model'.")
  if (typeof body["input"] !== "string" && listOf(body["input"]).length === 0) return bad("Missing required parameter: 'input'.")
  if (Number(body["max_output_tokens"]) < 16) return bad("'max_output_tokens' is below the minimum.")
  const unseen = urlsIn(body).map(FakeChat.pictureProblem).find((problem) => problem !== null)
  if (unseen != null) return bad(`Invalid 'input[0].content': ${unseen}`)
  if (picturesIn(body).some(({ detail }) => !["low", "high", "auto"].includes(textOf(detail)))) return bad("Missing required parameter: 'detail'.")
  const format = formatOf(body)
  if (format === null || format["type"] !== "json_schema") return null
  if (!/^[\w-]{1,64}$/.test(textOf(format["name"]))) return bad("Invalid 'text.format.name'.")
  const problems = format["strict"] === true && isJson(format["schema"]) ? StrictSubset.problems(format["schema"]) : []
  return problems.length > 0 ? bad(`Invalid schema for response_format: ${problems[0]}`) : null
}

const formatOf = (body: Json): Json | null => {
  const format = isJson(body["text"]) ? body["text"]["format"] : null
  return isJson(format) ? format : null
}

const contentOf = (item: Json, type: string): ReadonlyArray<Json> => listOf(item["content"]).filter((part) => part["type"] === type)

const picturesIn = (body: Json): ReadonlyArray<Json> => listOf(body["input"]).flatMap((turn) => contentOf(turn, "input_image"))

const urlsIn = (body: Json): ReadonlyArray<string> => picturesIn(body).map(({ image_url: url }) => textOf(url))

const said = (item: Json): string =>
  typeof item["content"] === "string" ? item["content"] : contentOf(item, "input_text").map(({ text }) => textOf(text)).join("\n")

export const hear = (body: Json): Heard => {
  const turns = listOf(body["input"])
  const schema = formatOf(body)?.["schema"]
  return {
    model: textOf(body["model"]),
    instructions: textOf(body["instructions"]),
    text: turns.filter(({ role }) => role === "user").map(said).join("\n"),
    earlier: turns.filter(({ role }) => role === "assistant").map(said),
    pictures: urlsIn(body).flatMap(FakeChat.pictureIn),
    schema: isJson(schema) ? schema : null
  }
}

export const answer = (body: Json, text: string, stop: Stop, tokens: { readonly input: number; readonly output: number }): Json => {
  const isIncomplete = stop === "length" || stop === "content_filter"
  const content = stop === "refusal"
    ? [{ type: "refusal", refusal: "I cannot help with that." }]
    : text === "" ? [] : [{ type: "output_text", text, annotations: [] }]
  return {
    id: "resp_fake", object: "response", created_at: 0, model: textOf(body["model"]), error: null,
    status: isIncomplete ? "incomplete" : "completed",
    incomplete_details: isIncomplete ? { reason: stop === "length" ? "max_output_tokens" : "content_filter" } : null,
    output: [{ id: "msg_fake", type: "message", role: "assistant", status: "completed", content }],
    usage: {
      input_tokens: tokens.input, input_tokens_details: { cached_tokens: 0 },
      output_tokens: tokens.output, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: tokens.input + tokens.output
    }
  }
}
