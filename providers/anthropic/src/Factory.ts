/** From configuration to an extractor. */
import { config, extractor, Keys } from "@excv/model"
import type { Factory, Order } from "@excv/provider"
import { Config, Effect, Option } from "effect"
import * as AnthropicModel from "./AnthropicModel.js"

const officialKey = Config.redacted("ANTHROPIC_API_KEY")

const defaultModel = "claude-haiku-4-5"

const make = Effect.fn("Anthropic.make")(function*({ baseUrl, model }: Order) {
  const key = yield* (baseUrl === null ? officialKey : Keys.keyOf(baseUrl))
  return extractor(AnthropicModel.make({ model: model ?? defaultModel, key, baseUrl: baseUrl ?? undefined }), yield* config)
})

export const factory: Factory = {
  name: "anthropic",
  isReady: Effect.map(Config.option(officialKey), Option.isSome),
  make
}
