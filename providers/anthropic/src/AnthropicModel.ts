/** A model of Anthropic, or of a server that speaks its language. */
import { Call, type ChatModel, type ModelSettings, type Question, type Reply } from "@excv/model"
import type { ProviderError } from "@excv/provider"
import { Effect } from "effect"
import * as Client from "./Client.js"
import * as Fault from "./Fault.js"
import * as Messages from "./Messages.js"

const provider = "anthropic"

export const make = ({ baseUrl = Client.officialUrl, key, maxOutputTokens = Call.standardOutput, model, timeout = Call.standardTimeout }: ModelSettings): ChatModel => {
  const client = Client.make(baseUrl, key, timeout)
  const fault = Fault.of(provider)
  let shape: Messages.Shape = "json"

  const send = (question: Question, shape: Messages.Shape): Effect.Effect<Reply, ProviderError.ProviderError> =>
    Effect.flatMap(
      Call.call({ provider, timeout, fault, run: (signal) => client.messages.create(Messages.params(model, question, shape), { signal }) }),
      (message) => Messages.reply(provider, message)
    )

  /** A model without structured output is asked through a tool from then on. */
  const withTool = (question: Question) =>
    Effect.tap(send(question, "tool"), () => Effect.sync(() => {
      shape = "tool"
    }))

  const ask = (question: Question) =>
    Effect.suspend(() =>
      shape === "tool" ? send(question, shape) : Effect.catchAll(send(question, shape), (error) =>
        error.reason === "invalid_request" ? withTool(question) : Effect.fail(error)))

  return { provider, model, maxOutputTokens, ask }
}
