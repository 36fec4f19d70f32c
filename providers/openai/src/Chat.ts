/** Chat Completions, which every compatible server has, with the shape that it can hold an answer to. */
import { ProviderError } from "@excv/provider"
import type { Question, Reply } from "@excv/model"
import { Attempt } from "@excv/schema"
import { Effect } from "effect"
import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam
} from "openai/resources/chat/completions"
import * as DataUrl from "./DataUrl.js"
import type { Shape } from "./Shape.js"

type Params = ChatCompletionCreateParamsNonStreaming

export const params = (model: string, question: Question, shape: Shape, isOfficial: boolean): Params => ({
  model,
  messages: messages(question, shape),
  // OpenAI's newer models refuse the old name, other servers do not know the new one.
  ...(isOfficial ? { max_completion_tokens: question.maxOutputTokens } : { max_tokens: question.maxOutputTokens }),
  ...format(question, shape)
})

const format = ({ answer: { name, schema } }: Question, shape: Shape): Partial<Params> => {
  switch (shape) {
    case "tools":
      return {
        tools: [{ type: "function", function: { name, parameters: { ...schema }, strict: true } }],
        tool_choice: { type: "function", function: { name } }
      }
    case "json_object":
      return { response_format: { type: "json_object" } }
    default:
      return { response_format: { type: "json_schema", json_schema: { name, schema: { ...schema }, strict: true } } }
  }
}

/** A server that holds to no schema is shown it. */
const system = ({ answer, instructions }: Question, shape: Shape): string =>
  shape === "json_object" ? `${instructions}\nThe JSON Schema of the object:\n\n${JSON.stringify(answer.schema)}\n` : instructions

const messages = (question: Question, shape: Shape): Array<ChatCompletionMessageParam> => {
  const { correction, pictures, text } = question
  return [
    { role: "system", content: system(question, shape) },
    {
      role: "user",
      content: pictures.length === 0 ? text : [
        ...pictures.map((picture) => ({ type: "image_url" as const, image_url: { url: DataUrl.of(picture) } })),
        { type: "text", text }
      ]
    },
    ...(correction === null ? [] : [
      { role: "assistant" as const, content: correction.answer },
      { role: "user" as const, content: correction.problem }
    ])
  ]
}

/** What the server sent is not trusted to have the type that the SDK gives it. */
export const reply = (provider: string, completion: Partial<ChatCompletion>): Effect.Effect<Reply, ProviderError.ProviderError> => {
  const usage = usageOf(completion.usage)
  const fail = (reason: ProviderError.Reason) => Effect.fail(ProviderError.make(provider, reason, null, usage))
  const choice = Array.isArray(completion.choices) ? completion.choices[0] : undefined
  if (choice?.message === undefined) return fail("malformed_answer")
  if (choice.message.refusal) return fail("refused")
  if (choice.finish_reason === "content_filter") return fail("content_filtered")
  const call = choice.message.tool_calls?.[0]
  const text = (call?.type === "function" ? call.function.arguments : choice.message.content) ?? ""
  const isCutOff = choice.finish_reason === "length"
  return text === "" && !isCutOff ? fail("empty_answer") : Effect.succeed({ text, isCutOff, usage })
}

const usageOf = (usage: ChatCompletion["usage"]): Attempt.Usage =>
  usage == null ? Attempt.unknownUsage : {
    input_tokens: usage.prompt_tokens ?? null,
    cached_input_tokens: usage.prompt_tokens_details?.cached_tokens ?? null,
    output_tokens: usage.completion_tokens ?? null,
    reasoning_tokens: usage.completion_tokens_details?.reasoning_tokens ?? null,
    cost_usd: null
  }
