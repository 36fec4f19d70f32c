/** A model of Google's Gemini API. */
import { Call, type ChatModel } from "@excv/model"
import type { Redacted } from "effect"
import { Duration, Effect } from "effect"
import * as Client from "./Client.js"
import * as Content from "./Content.js"
import * as Fault from "./Fault.js"

export interface Settings {
  readonly model: string
  readonly key: Redacted.Redacted
  /** without the version; default: Google's own server */
  readonly baseUrl?: string | undefined
  /** of one call, to its last byte */
  readonly timeout?: Duration.Duration | undefined
  /** default: 16,384, thoughts included */
  readonly maxOutputTokens?: number | undefined
}

const provider = "gemini"

export const make = ({ baseUrl = Client.officialUrl, key, maxOutputTokens = 16_384, model, timeout = Call.standardTimeout }: Settings): ChatModel => {
  const client = Client.make(key)
  return {
    provider,
    model,
    readsPictures: true,
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
