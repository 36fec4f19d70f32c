/** The contract by which configuration makes an extractor: what a provider's package exports, and all that the library names. */
import type { ConfigError, Effect } from "effect"
import type { Extractor } from "./Extractor.js"

/** `openai@https://host/v1:model`, taken apart. */
export interface Order {
  /** null: the provider's usual one */
  readonly model: string | null
  /** null: the vendor's own server */
  readonly baseUrl: string | null
}

export interface Factory {
  /** what configuration calls it */
  readonly name: string
  /** whether it stands in a chain that nobody configured: it needs nothing, or it finds its key */
  readonly isReady: Effect.Effect<boolean, ConfigError.ConfigError>
  /** Fails with the name of the variable that is missing. */
  readonly make: (order: Order) => Effect.Effect<Extractor, ConfigError.ConfigError>
}
