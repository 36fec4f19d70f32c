/** From configuration to an extractor. */
import { config, extractor, Keys } from "@excv/model"
import type { Factory, Order } from "@excv/provider"
import { Config, Effect, Option } from "effect"
import * as OpenAiModel from "./OpenAiModel.js"

const officialKey = Config.redacted("OPENAI_API_KEY")

const defaultModel = "gpt-4.1-mini"

/** Servers on the own machine or network are asked over http and often want no key. */
const keyOf = (baseUrl: string) =>
  baseUrl.startsWith("http:")
    ? Effect.map(Config.option(Keys.keyOf(baseUrl)), Option.getOrNull)
    : Keys.keyOf(baseUrl)

const make = Effect.fn("OpenAi.make")(function*({ baseUrl, model }: Order) {
  const key = yield* (baseUrl === null ? officialKey : keyOf(baseUrl))
  const chat = OpenAiModel.make({ model: model ?? defaultModel, key, baseUrl: baseUrl ?? undefined })
  return extractor(chat, yield* config)
})

export const factory: Factory = {
  name: "openai",
  isReady: Effect.map(Config.option(officialKey), Option.isSome),
  make
}
