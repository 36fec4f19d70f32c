/** A model of OpenAI, or of a server that speaks its language: Azure, vLLM, llama.cpp, Ollama, LM Studio, OpenRouter, Groq, Mistral. */
import { Call, type ChatModel, type ModelSettings, type Question, type Reply } from "@excv/model"
import type { ProviderError } from "@excv/provider"
import type { Redacted } from "effect"
import { Effect } from "effect"
import * as Chat from "./Chat.js"
import * as Client from "./Client.js"
import * as Fault from "./Fault.js"
import * as Responses from "./Responses.js"
import * as Shape from "./Shape.js"

export interface Settings extends Omit<ModelSettings, "key"> {
  /** null for a server that asks for none */
  readonly key: Redacted.Redacted | null
  /** default: by the server; one that turns it down is asked in the next way */
  readonly shape?: Shape.Shape | undefined
}

const provider = "openai"

export const make = ({ baseUrl = Client.officialUrl, key, maxOutputTokens = Call.standardOutput, model, timeout = Call.standardTimeout, ...settings }: Settings): ChatModel => {
  const client = Client.make(baseUrl, key, timeout)
  const isOfficial = Shape.usual(baseUrl) === "responses"
  const fault = Fault.of(provider)
  let shape = settings.shape ?? Shape.usual(baseUrl)

  const send = (question: Question, shape: Shape.Shape): Effect.Effect<Reply, ProviderError.ProviderError> =>
    shape === "responses"
      ? Effect.flatMap(
        Call.call({ provider, timeout, fault, run: (signal) => client.responses.create(Responses.params(model, question), { signal }) }),
        (response) => Responses.reply(provider, response)
      )
      : Effect.flatMap(
        Call.call({
          provider, timeout, fault,
          run: (signal) => client.chat.completions.create(Chat.params(model, question, shape, isOfficial), { signal })
        }),
        (completion) => Chat.reply(provider, completion)
      )

  /** The question that a server turned down for its shape is asked in the next one; what the server took is kept. */
  const ask = (question: Question, tried: Shape.Shape): Effect.Effect<Reply, ProviderError.ProviderError> =>
    send(question, tried).pipe(
      Effect.tap(() => Effect.sync(() => {
        shape = tried
      })),
      Effect.catchAll((error) => {
        const lower = Shape.mayBeTheShape(error, tried) ? Shape.next(tried) : null
        return lower === null ? error : ask(question, lower)
      })
    )

  return { provider, model, maxOutputTokens, ask: (question) => Effect.suspend(() => ask(question, shape)) }
}
