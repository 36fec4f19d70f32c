/** The Messages API: the question, with instructions that are kept between calls, and the reply. */
import type {
  ContentBlockParam,
  Message,
  MessageCreateParamsNonStreaming,
  MessageParam
} from "@anthropic-ai/sdk/resources/messages"
import type { Picture, Question, Reply } from "@excv/model"
import { ProviderError } from "@excv/provider"
import { Attempt } from "@excv/schema"
import { Effect } from "effect"
import * as Format from "./Format.js"

/** `json`: the answer is held to the schema; `tool`: for models that cannot, it is the input of a tool. */
export type Shape = "json" | "tool"

export const params = (model: string, question: Question, shape: Shape): MessageCreateParamsNonStreaming => ({
  model,
  max_tokens: question.maxOutputTokens,
  system: [{ type: "text", text: `${question.instructions}\n${Format.emptyIsNull}`, cache_control: { type: "ephemeral" } }],
  messages: messages(question),
  ...format(question, shape)
})

const format = ({ answer: { name, schema } }: Question, shape: Shape): Partial<MessageCreateParamsNonStreaming> => {
  const plain = Format.withoutUnions(schema)
  return shape === "json"
    ? { output_config: { format: { type: "json_schema", schema: plain } } }
    : {
      tools: [{ name, description: "Takes what stands in the CV.", input_schema: { ...plain, type: "object" } }],
      tool_choice: { type: "tool", name }
    }
}

const shown = ({ bytes, mediaType }: Picture): ContentBlockParam => {
  const data = Buffer.from(bytes).toString("base64")
  return mediaType === "application/pdf"
    ? { type: "document", source: { type: "base64", media_type: mediaType, data } }
    : { type: "image", source: { type: "base64", media_type: mediaType, data } }
}

const messages = ({ correction, pictures, text }: Question): Array<MessageParam> => {
  const content: Array<ContentBlockParam> = [
    ...pictures.map(shown),
    { type: "text", text }
  ]
  return [
    { role: "user", content },
    ...(correction === null ? [] : [
      { role: "assistant" as const, content: correction.answer },
      { role: "user" as const, content: correction.problem }
    ])
  ]
}

/** What the server sent is not trusted to have the type that the SDK gives it. */
export const reply = (provider: string, message: Partial<Message>): Effect.Effect<Reply, ProviderError.ProviderError> => {
  const usage = usageOf(message.usage)
  const fail = (reason: ProviderError.Reason) => Effect.fail(ProviderError.make(provider, reason, null, usage))
  if (!Array.isArray(message.content)) return fail("malformed_answer")
  if (message.stop_reason === "refusal") return fail("refused")
  if (message.stop_reason === "model_context_window_exceeded") return fail("context_too_long")
  const text = message.content.map((block) => block.type === "text" ? block.text : block.type === "tool_use" ? JSON.stringify(block.input) : "").join("")
  const isCutOff = message.stop_reason === "max_tokens"
  if (text === "" && !isCutOff) return fail("empty_answer")
  return Effect.succeed({ text, isCutOff, usage, cacheWriteTokens: message.usage?.cache_creation_input_tokens ?? 0 })
}

/** This vendor counts the kept tokens apart from the others. */
const usageOf = (usage: Partial<Message["usage"]> | undefined): Attempt.Usage => {
  if (usage?.input_tokens === undefined) return Attempt.unknownUsage
  const [read, written] = [usage.cache_read_input_tokens ?? 0, usage.cache_creation_input_tokens ?? 0]
  return {
    input_tokens: usage.input_tokens + read + written,
    cached_input_tokens: read,
    output_tokens: usage.output_tokens ?? null,
    reasoning_tokens: usage.output_tokens_details?.thinking_tokens ?? null,
    cost_usd: null
  }
}
