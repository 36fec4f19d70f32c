/** The contract of a chat model: one question, one answer in JSON. What a vendor's provider implements; everything else is shared. */
import type { ProviderError } from "@excv/provider"
import type { Attempt } from "@excv/schema"
import type { Duration, Effect, Redacted } from "effect"

/** A picture of a page, or a PDF of pictures for vendors that take one. */
export interface Picture {
  readonly mediaType: "image/png" | "image/jpeg" | "image/webp" | "application/pdf"
  readonly bytes: Uint8Array
}

/** JSON Schema in the subset that strict structured output takes. */
export interface JsonSchema {
  readonly [key: string]: unknown
}

export interface Question {
  /** the same for every document, so that a vendor may cache them */
  readonly instructions: string
  /** the document, fenced */
  readonly text: string
  readonly pictures: ReadonlyArray<Picture>
  /** `name` has letters and underscores only */
  readonly answer: { readonly name: string; readonly schema: JsonSchema }
  readonly maxOutputTokens: number
  /** an answer that was no answer, and what was wrong with it */
  readonly correction: { readonly answer: string; readonly problem: string } | null
}

export interface Reply {
  /** what should be JSON */
  readonly text: string
  /** the answer stopped at the limit of tokens */
  readonly isCutOff: boolean
  /** of the input, those that the vendor keeps from now on and charges for */
  readonly cacheWriteTokens?: number
  /** `cost_usd` is left to the price list */
  readonly usage: Attempt.Usage
}

export interface ChatModel {
  readonly provider: string
  /** as the vendor calls it */
  readonly model: string
  /** what one answer may have */
  readonly maxOutputTokens: number
  /** One call: never retried inside. Interrupting it closes the connection. */
  readonly ask: (question: Question) => Effect.Effect<Reply, ProviderError.ProviderError>
}

/** What every vendor's model is made of. */
export interface ModelSettings {
  readonly model: string
  readonly key: Redacted.Redacted
  /** default: the vendor's own server */
  readonly baseUrl?: string | undefined
  /** of one call, to its last byte */
  readonly timeout?: Duration.Duration | undefined
  /** thoughts included; default: 16,384, what all current models can */
  readonly maxOutputTokens?: number | undefined
}
