/** The extractors of this build by the name that configuration calls them: a new one is one line here. */
import type { Extractor, Factory } from "@excv/provider"
import * as Anthropic from "@excv/provider-anthropic"
import * as Gemini from "@excv/provider-gemini"
import * as OpenAi from "@excv/provider-openai"
import * as Rules from "@excv/provider-rules"
import { Config, ConfigError, Effect, Option } from "effect"
import * as Order from "./Order.js"

/** In the order in which they are asked by default. */
const factories: ReadonlyArray<Factory> = [
  OpenAi.factory,
  Anthropic.factory,
  Gemini.factory,
  Rules.factory
]

export type Chain = readonly [Extractor, ...Array<Extractor>]

export const offline: Chain = [Rules.extractor]

type Configured = Effect.Effect<Chain, ConfigError.ConfigError>

const names = factories.map(({ name }) => name).join(", ")

const invalid = (variable: string, message: string) => ConfigError.InvalidData([variable], message)

const extractorOf = Effect.fn("Extractors.extractorOf")(function*(variable: string, text: string) {
  const order = Order.parse(text)
  const factory = order && factories.find(({ name }) => name === order.provider)
  return factory
    ? yield* factory.make(order)
    : yield* Effect.fail(invalid(variable, `"${Order.withoutSecrets(text)}" is no extractor. Known: ${names}.`))
})

/** A comma-separated chain, in the order in which the extractors are asked. */
const parse = (variable: string) => (text: string): Configured =>
  Effect.flatMap(
    Effect.forEach(text.split(",").map((item) => item.trim()).filter((item) => item !== ""), (item) => extractorOf(variable, item)),
    ([first, ...others]) => first === undefined
      ? Effect.fail(invalid(variable, `It names no extractor. Known: ${names}.`))
      : Effect.succeed<Chain>([first, ...others])
  )

const chain = (variable: string, otherwise: Configured): Configured =>
  Effect.flatMap(
    Config.option(Config.string(variable)),
    Option.match({ onNone: () => otherwise, onSome: (text) => parse(variable)(text) })
  )

/** What has its key, in the order of this build; the rules have no key and come last. */
const ready: Configured = Effect.gen(function*() {
  const found = yield* Effect.filter(factories, ({ isReady }) => isReady)
  const [first, ...others] = yield* Effect.forEach(found, ({ make }) => make({ model: null, baseUrl: null }))
  return first === undefined ? offline : [first, ...others]
})

/** `EXCV_EXTRACTORS`: for everybody; without it, what has its key, then the rules. */
export const live: Configured = chain("EXCV_EXTRACTORS", ready)

/** `EXCV_SANDBOX_EXTRACTORS`: for sandbox keys, which cost nothing by default. */
export const sandbox: Configured = chain("EXCV_SANDBOX_EXTRACTORS", Effect.succeed(offline))
