/** An extractor that a test can hold up, break or exhaust; it reads the first line as the name. */
import type { Extractor } from "@excv/provider"
import { ProviderError } from "@excv/provider"
import { Attempt, Document, Draft } from "@excv/schema"
import { Effect } from "effect"

interface Options {
  readonly model?: string
  /** absent: it costs nothing */
  readonly cost?: { readonly mostUsd: number | null; readonly usd: number }
}

export const make = ({ cost, model = "controlled-1" }: Options = {}) => {
  const latch = Effect.unsafeMakeLatch(true)
  const state = { started: 0, behaviour: "answer" as "answer" | "unavailable" }
  const answer = (document: Document.Document) => {
    const [line] = Document.lines(document)
    return {
      draft: { ...Draft.empty, full_name: line === undefined ? null : { value: line.text, lines: [line.number] } },
      usage: { ...Attempt.localUsage, cost_usd: cost?.usd ?? 0 }
    }
  }
  const extractor: Extractor = {
    provider: "controlled",
    model,
    ...(cost === undefined ? {} : { mostUsd: () => cost.mostUsd }),
    extract: (document) =>
      Effect.gen(function* () {
        state.started++
        yield* latch.await
        if (state.behaviour === "unavailable") return yield* ProviderError.make("controlled", "refused")
        return answer(document)
      })
  }
  /** the number of extractions since it was made */
  const started = (count: number) => until(Effect.sync(() => state.started === count))
  return { extractor, state, started, hold: latch.close, release: latch.open }
}

/** Waits for what others do, by looking; between two looks the event loop turns, so that sockets move. */
export const until = <E, R>(condition: Effect.Effect<boolean, E, R>): Effect.Effect<void, E, R> =>
  Effect.promise(() => new Promise((resolve) => setImmediate(resolve))).pipe(
    Effect.zipRight(condition),
    Effect.repeat({ until: (holds) => holds }),
    Effect.asVoid
  )
