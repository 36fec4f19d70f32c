/** The contract of an extractor: a decoded document turned into a draft of claims. */
import type { Attempt, Document, Draft, Issue } from "@excv/schema"
import type { Effect } from "effect"
import type { ProviderError } from "./ProviderError.js"
import type { Views, Wish } from "./View.js"

export interface Answer {
  readonly draft: Draft.Draft
  readonly usage: Attempt.Usage
  /** what the reader of the result should know about this answer */
  readonly issues?: ReadonlyArray<Issue.Issue>
  /** an earlier answer to the same question, which cost nothing this time */
  readonly isCached?: boolean
  /** pages whose pictures it was made from too, from 1; absent: the lines were all there was */
  readonly seenPages?: ReadonlyArray<number>
}

export interface Extractor {
  /** name of the provider, such as `rules` */
  readonly provider: string
  /** identifier of the model with its version, such as `rules-1`; what `X-Model-Used` says */
  readonly model: string
  /** changes whenever the same document and model may get another answer: with the prompt, for one */
  readonly revision?: string
  /** One attempt: an extractor never retries by itself. It is interrupted at its deadline. */
  readonly extract: (document: Document.Document, views?: Views) => Effect.Effect<Answer, ProviderError>
  /** What one attempt costs at most, in US dollars; null when that is unknown. Absent: it costs nothing. */
  readonly mostUsd?: (document: Document.Document, views?: Views) => number | null
  /** Absent: it reads no pictures. */
  readonly wish?: Wish
}
