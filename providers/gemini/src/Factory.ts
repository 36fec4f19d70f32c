/** From configuration to an extractor. */
import { config, extractor, Keys } from "@excv/model"
import type { Factory, Order } from "@excv/provider"
import { Config, Effect, Option } from "effect"
import * as GeminiModel from "./GeminiModel.js"

const officialKey = Config.redacted("GEMINI_API_KEY")

const defaultModel = "gemini-2.5-flash"

const make = Effect.fn("Gemini.make")(function*({ baseUrl, model }: Order) {
  const key = yield* (baseUrl === null ? officialKey : Keys.keyOf(baseUrl))
  return extractor(GeminiModel.make({ model: model ?? defaultModel, key, baseUrl: baseUrl ?? undefined }), yield* config)
})

export const factory: Factory = {
  name: "gemini",
  isReady: Effect.map(Config.option(officialKey), Option.isSome),
  make
}
