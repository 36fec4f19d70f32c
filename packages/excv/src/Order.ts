/** The name of an extractor in configuration: `provider`, `provider:model`, or `provider@https://host/v1:model`. */
import type { Order as Wanted } from "@excv/provider"

export interface Order extends Wanted {
  readonly provider: string
}

/** A model may have colons and slashes in its name (`llama3:8b`), the path of a server no colon. */
const pattern = /^([a-z][a-z0-9-]*)(?:@(https?:\/\/[^\s/:@,]+(?::\d+(?=[/:]|$))?(?:\/[^\s:,]*)?))?(?::(\S+))?$/

export const parse = (text: string): Order | null => {
  const [, provider, baseUrl, model] = pattern.exec(text) ?? []
  return provider === undefined ? null : { provider, baseUrl: baseUrl ?? null, model: model ?? null }
}

/** For messages: somebody may have written a password into the address. */
export const withoutSecrets = (text: string): string => text.replace(/\/\/[^/@\s]*@/, "//…@").replace(/\?.*$/, "?…")
