/** What the SDK throws, as a `ProviderError`. It keeps the headers of a refusal to itself, so they are kept while it fetches. */
import { Fault } from "@excv/model"
import type { ProviderError } from "@excv/provider"
import { ApiError } from "@google/genai"

export interface Seen {
  headers: Headers | undefined
}

/** `fetch`, which remembers the headers of the answer. */
export const remembering = (seen: Seen): typeof fetch => async (input, init) => {
  const response = await fetch(input, init)
  seen.headers = response.headers
  return response
}

export const of = (provider: string, seen: Seen) => (thrown: unknown): ProviderError.ProviderError =>
  thrown instanceof ApiError
    ? Fault.ofRefusal(provider, { status: thrown.status, says: [thrown.message], headers: seen.headers })
    : Fault.ofThrown(provider, thrown)
