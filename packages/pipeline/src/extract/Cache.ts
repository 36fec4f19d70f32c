/** A cache of answers by their question, for any extractor: who measures the same documents again pays once. */
import type { Answer, Extractor, View } from "@excv/provider"
import { Attempt, type Document } from "@excv/schema"
import { Effect } from "effect"
import { createHash } from "node:crypto"

/** A store that cannot be read or written has nothing: it never fails an extraction. */
export interface Store {
  readonly get: (key: string) => Effect.Effect<Answer | null>
  readonly set: (key: string, answer: Answer) => Effect.Effect<void>
}

/** Of all that an answer depends on. */
const keyOf = ({ model, provider, revision }: Extractor, document: Document.Document, views: View.Views | undefined): string =>
  (views?.pages ?? []).reduce(
    (hash, { bytes, page }) => hash.update(`page ${page}`).update(bytes),
    createHash("sha256").update(JSON.stringify([provider, model, revision ?? null, document]))
  ).digest("hex")

/** Failures are not kept. A kept answer costs nothing and says so. */
export const cached = (extractor: Extractor, store: Store): Extractor => ({
  ...extractor,
  extract: (document, views) => {
    const key = keyOf(extractor, document, views)
    return Effect.flatMap(store.get(key), (kept) =>
      kept === null
        ? Effect.tap(extractor.extract(document, views), (answer) => store.set(key, answer))
        : Effect.succeed({ ...kept, usage: Attempt.noUsage, isCached: true }))
  }
})
