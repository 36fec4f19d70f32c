/** Keys of servers: one goes to the server that it is for, and to no other. */
import { Config } from "effect"
import type { Redacted } from "effect"

/** `https://openrouter.ai/api/v1` → `EXCV_KEY_OPENROUTER_AI` */
export const variableOf = (baseUrl: string): string =>
  `EXCV_KEY_${new URL(baseUrl).hostname.replace(/[^a-z0-9]+/gi, "_").toUpperCase()}`

export const keyOf = (baseUrl: string): Config.Config<Redacted.Redacted> => Config.redacted(variableOf(baseUrl))
