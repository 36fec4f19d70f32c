/** The Responses API with strict structured output. */
import { ProviderError } from "@excv/provider"
import type { Question, Reply } from "@excv/model"
import { Attempt } from "@excv/schema"
import type { Response, ResponseCreateParamsNonStreaming, ResponseInputItem } from "openai/resources/responses/responses"
import { Effect } from "effect"
import * as DataUrl from "./DataUrl.js"

export const params = (model: string, question: Question): ResponseCreateParamsNonStreaming => ({
  model,
  instructions: question.instructions,
  input: input(question),
  max_output_tokens: question.maxOutputTokens,
  store: false,
  text: { format: { type: "json_schema", name: question.answer.name, schema: { ...question.answer.schema }, strict: true } }
})

const input = ({ correction, pictures, text }: Question): Array<ResponseInputItem> => [
  {
    role: "user",
    content: [
      ...pictures.map((picture) => ({ type: "input_image" as const, detail: "high" as const, image_url: DataUrl.of(picture) })),
      { type: "input_text", text }
    ]
  },
  ...(correction === null ? [] : [
    { role: "assistant" as const, content: correction.answer },
    { role: "user" as const, content: correction.problem }
  ])
]

/** What the server sent is not trusted to have the type that the SDK gives it. */
export const reply = (provider: string, response: Partial<Response>): Effect.Effect<Reply, ProviderError.ProviderError> => {
  const usage = usageOf(response.usage)
  const fail = (reason: ProviderError.Reason) => Effect.fail(ProviderError.make(provider, reason, null, usage))
  if (!Array.isArray(response.output)) return fail("malformed_answer")
  const content = response.output.flatMap((item) => (item.type === "message" ? item.content : []))
  if (content.some(({ type }) => type === "refusal")) return fail("refused")
  if (response.status === "failed") return fail(response.error?.code === "rate_limit_exceeded" ? "rate_limited" : "unavailable")
  const cut = response.incomplete_details?.reason
  if (cut === "content_filter") return fail("content_filtered")
  const text = content.map((part) => (part.type === "output_text" ? part.text : "")).join("")
  const isCutOff = response.status === "incomplete"
  return text === "" && !isCutOff ? fail("empty_answer") : Effect.succeed({ text, isCutOff, usage })
}

const usageOf = (usage: Response["usage"]): Attempt.Usage =>
  usage == null ? Attempt.unknownUsage : {
    input_tokens: usage.input_tokens ?? null,
    cached_input_tokens: usage.input_tokens_details?.cached_tokens ?? null,
    output_tokens: usage.output_tokens ?? null,
    reasoning_tokens: usage.output_tokens_details?.reasoning_tokens ?? null,
    cost_usd: null
  }
