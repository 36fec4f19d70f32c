/** A model of Google's Gemini API. */
import { Call, type ChatModel, type ModelSettings } from "@excv/model"
import { Duration, Effect } from "effect"
import * as Client from "./Client.js"
import * as Content from "./Content.js"
import * as Fault from "./Fault.js"

const provider = "gemini"

export const make = ({ baseUrl = Client.officialUrl, key, maxOutputTokens = Call.standardOutput, model, timeout = Call.standardTimeout }: ModelSettings): ChatModel => {
  const client = Client.make(key)
  return {
    provider,
    model,
   
    maxOutputTokens,
    ask: (question) =>
      Effect.suspend(() => {
        const seen: Fault.Seen = { headers: undefined }
        const { config, ...asked } = Content.params(model, question)
        const httpOptions = { baseUrl, timeout: Duration.toMillis(timeout), retryOptions: { attempts: 1 }, fetch: Fault.remembering(seen) }
        return Effect.flatMap(
          Call.call({
            provider, timeout, fault: Fault.of(provider, seen),
            run: (abortSignal) => client.models.generateContent({ ...asked, config: { ...config, abortSignal, httpOptions } })
          }),
          (response) => Content.reply(provider, response)
        )
      })
  }
}
