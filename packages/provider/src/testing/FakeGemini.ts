/** A fake of Google's Gemini API: `/v1beta/models/MODEL:generateContent`. */
import type { Effect, Scope } from "effect"
import * as FakeServer from "./FakeServer.js"
import * as Media from "./Media.js"
import type { Stop } from "./Play.js"
import type { Heard, Json, Problem, Request, Vendor } from "./Vendor.js"
import { isJson, listOf, textOf, unknownMember } from "./Vendor.js"

const path = /^\/v1beta\/models\/([\w.-]+):generateContent$/

const members = ["contents", "systemInstruction", "generationConfig", "safetySettings", "tools", "toolConfig", "cachedContent", "labels"]
const settings = [
  "maxOutputTokens", "responseMimeType", "responseSchema", "responseJsonSchema", "temperature", "topP", "topK", "stopSequences",
  "candidateCount", "thinkingConfig", "seed"
]

const bad = (message: string): Problem => ({ status: 400, code: "INVALID_ARGUMENT", message })

const configOf = (body: Json): Json => (isJson(body["generationConfig"]) ? body["generationConfig"] : {})

const problemOf = ({ body, headers, path: asked }: Request): Problem | null => {
  if (!path.test(asked)) return { status: 404, code: "NOT_FOUND", message: "models is not found for API version v1beta" }
  if (headers["x-goog-api-key"] !== "gemini-test") return { status: 401, code: "UNAUTHENTICATED", message: "API key not valid" }
  const unknown = unknownMember(body, members) ?? unknownMember(configOf(body), settings)
  if (unknown !== undefined) return bad(`Invalid JSON payload received. Unknown name "${unknown}"`)
  if (listOf(body["contents"]).length === 0) return bad("contents is not specified")
  const roles = listOf(body["contents"]).map(({ role }) => role)
  if (roles.some((role) => role !== "user" && role !== "model")) return bad("Please use a valid role: user, model.")
  const unseen = mediaOf(body).map(({ data, mediaType }) => Media.problemOf(mediaType, data, rules)).find((problem) => problem !== null)
  if (unseen != null) return bad(`Unable to process input image: ${unseen}`)
  const hasSchema = configOf(body)["responseJsonSchema"] !== undefined
  return hasSchema && configOf(body)["responseMimeType"] !== "application/json" ? bad("responseMimeType must be application/json") : null
}

const rules: Media.Rules = { mediaTypes: ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "application/pdf"], maxBytes: 7_000_000 }

const mediaOf = (body: Json) =>
  listOf(body["contents"]).flatMap(({ parts }) => listOf(parts)).flatMap(({ inlineData }) =>
    isJson(inlineData) ? [{ mediaType: textOf(inlineData["mimeType"]), data: textOf(inlineData["data"]) }] : [])

const said = (content: unknown): string => (isJson(content) ? listOf(content["parts"]).map(({ text }) => textOf(text)).join("\n") : "")

const hear = ({ body, path: asked }: Request): Heard => {
  const turns = listOf(body["contents"])
  const schema = configOf(body)["responseJsonSchema"]
  return {
    model: path.exec(asked)?.[1] ?? "",
    instructions: said(body["systemInstruction"]),
    text: turns.filter(({ role }) => role === "user").map(said).join("\n"),
    earlier: turns.filter(({ role }) => role === "model").map(said),
    pictures: mediaOf(body).map(({ data, mediaType }) => Media.seen(mediaType, data)),
    schema: isJson(schema) ? schema : null
  }
}

const reasons: Record<Stop, string> = { end: "STOP", length: "MAX_TOKENS", refusal: "SAFETY", content_filter: "RECITATION" }

const answer = (_request: Request, text: string, stop: Stop, tokens: { readonly input: number; readonly output: number }): Json => ({
  candidates: [{ index: 0, finishReason: reasons[stop], content: { role: "model", parts: text === "" ? [] : [{ text }] } }],
  usageMetadata: { promptTokenCount: tokens.input, candidatesTokenCount: tokens.output, totalTokenCount: tokens.input + tokens.output },
  modelVersion: "fake"
})

const vendor: Vendor = {
  problemOf,
  hear,
  answer,
  error: ({ code, message, status }) => ({ error: { code: status, message, status: code } })
}

/** The key is `gemini-test`. */
export const make = (script: FakeServer.Script): Effect.Effect<FakeServer.FakeServer, never, Scope.Scope> =>
  FakeServer.make(vendor, "", script)
