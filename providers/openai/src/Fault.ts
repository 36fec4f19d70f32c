/** What the SDK throws, as a `ProviderError`. */
import { Fault } from "@excv/model"
import type { ProviderError } from "@excv/provider"
import { APIError } from "openai"

export const of = (provider: string) => (thrown: unknown): ProviderError.ProviderError =>
  thrown instanceof APIError && typeof thrown.status === "number"
    ? Fault.ofRefusal(provider, {
      status: thrown.status,
      says: [thrown.code, thrown.type, thrown.message],
      headers: thrown.headers
    })
    : Fault.ofThrown(provider, thrown)
