/** The question as contents, and the reply out of candidates. */
import type { Content, GenerateContentParameters, GenerateContentResponse, Part } from "@google/genai"
import type { Question, Reply } from "@excv/model"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Effect } from "effect"

export const params = (model: string, question: Question): GenerateContentParameters => ({
  model,
  contents: contents(question),
  config: {
    systemInstruction: question.instructions,
    maxOutputTokens: question.maxOutputTokens,
    responseMimeType: "application/json",
    responseJsonSchema: question.answer.schema
  }
})

const contents = ({ correction, pictures, text }: Question): Array<Content> => {
  const shown = pictures.map(({ bytes, mediaType }): Part => ({ inlineData: { mimeType: mediaType, data: Buffer.from(bytes).toString("base64") } }))
  const turns: Array<Content> = [{ role: "user", parts: [...shown, { text }] }]
  return correction === null ? turns : [
    ...turns,
    { role: "model", parts: [{ text: correction.answer }] },
    { role: "user", parts: [{ text: correction.problem }] }
  ]
}

const filtered: ReadonlySet<string> = new Set(["RECITATION", "BLOCKLIST", "SPII"])
const refused: ReadonlySet<string> = new Set(["SAFETY", "PROHIBITED_CONTENT"])

/** What the server sent is not trusted to have the type that the SDK gives it. */
export const reply = (provider: string, response: Partial<GenerateContentResponse>): Effect.Effect<Reply, ProviderError.ProviderError> => {
  const usage = usageOf(response.usageMetadata)
  const fail = (reason: ProviderError.Reason) => Effect.fail(ProviderError.make(provider, reason, null, usage))
  if (response.promptFeedback?.blockReason !== undefined) return fail("content_filtered")
  const [candidate] = response.candidates ?? []
  if (candidate === undefined) return fail("malformed_answer")
  const finish = String(candidate.finishReason ?? "")
  if (filtered.has(finish)) return fail("content_filtered")
  if (refused.has(finish)) return fail("refused")
  const text = (candidate.content?.parts ?? []).map((part) => (part.thought === true ? "" : part.text ?? "")).join("")
  const isCutOff = finish === "MAX_TOKENS"
  return text === "" && !isCutOff ? fail("empty_answer") : Effect.succeed({ text, isCutOff, usage })
}

/** This vendor counts thoughts apart from the answer, and charges for both. */
const usageOf = (usage: GenerateContentResponse["usageMetadata"]): Attempt.Usage => {
  if (usage?.promptTokenCount === undefined) return Attempt.unknownUsage
  const thoughts = usage.thoughtsTokenCount ?? 0
  return {
    input_tokens: usage.promptTokenCount,
    cached_input_tokens: usage.cachedContentTokenCount ?? 0,
    output_tokens: (usage.candidatesTokenCount ?? 0) + thoughts,
    reasoning_tokens: thoughts,
    cost_usd: null
  }
}
