/** The contract of an extractor: a decoded document turned into a draft of claims. */
import type { Attempt, Document, Draft, Issue } from "@excv/schema"
import type { Effect } from "effect"
import type { ProviderError } from "./ProviderError.js"

export interface Answer {
  readonly draft: Draft.Draft
  readonly usage: Attempt.Usage
  /** what the reader of the result should know about this answer */
  readonly issues?: ReadonlyArray<Issue.Issue>
  /** an earlier answer to the same question, which cost nothing this time */
  readonly isCached?: boolean
}

export interface Extractor {
  /** name of the provider, such as `rules` */
  readonly provider: string
  /** identifier of the model with its version, such as `rules-1`; what `X-Model-Used` says */
  readonly model: string
  /** changes whenever the same document and model may get another answer: with the prompt, for one */
  readonly revision?: string
  /** One attempt: an extractor never retries by itself. It is interrupted at its deadline. */
  readonly extract: (document: Document.Document) => Effect.Effect<Answer, ProviderError>
  /** What one attempt costs at most, in US dollars; null when that is unknown. Absent: it costs nothing. */
  readonly mostUsd?: (document: Document.Document) => number | null
}
