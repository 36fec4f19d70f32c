/**
 * A witness: an extractor that costs nothing and reads the same document while a model's answer is awaited. Nothing of what it says
 * gets into the result; where both say the same, the result is surer.
 */
import type { Extractor } from "@excv/provider"
import type { Document, Draft } from "@excv/schema"
import { Duration, Effect, Fiber, Option } from "effect"

/** The question to the model is on its way before the document is handed to the witness. */
const headStart = Effect.async<void>((resume) => {
  const turn = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(turn))
})

/** A document that takes longer than a page or two ever does is answered without a witness. */
const patience = Duration.seconds(10)

const testify = ({ extract }: Extractor, document: Document.Document) =>
  Effect.zipRight(headStart, extract(document)).pipe(
    Effect.map(({ draft }) => draft),
    Effect.timeout(patience),
    Effect.catchAllCause(() => Effect.succeed(null))
  )

export interface Heard<A> {
  readonly answered: A
  /** null: nobody was asked, or the answer is the witness's own */
  readonly testimony: Draft.Draft | null
}

/** What was asked fails as before; the witness never fails. Who stands first in the chain himself is no witness. */
export const beside = <A extends { readonly model: string }, E>(
  witness: Extractor | null,
  { chain: [first], document }: { readonly chain: ReadonlyArray<Extractor>; readonly document: Document.Document },
  asked: Effect.Effect<A, E>
): Effect.Effect<Heard<A>, E> =>
  witness === null || first === undefined || first.model === witness.model
    ? Effect.map(asked, (answered) => ({ answered, testimony: null }))
    : Effect.gen(function*() {
      // Interrupting a thread ends it, so a witness that nobody needs any more is left to finish.
      const fiber = yield* Effect.forkDaemon(testify(witness, document))
      const answered = yield* asked
      if (answered.model === witness.model) return { answered, testimony: null }
      return { answered, testimony: Option.getOrNull(yield* Effect.option(Fiber.join(fiber))) }
    })
