/** What became of a step in another thread or process, as plain data that crosses between them. */
import { DocumentRefused } from "@excv/provider"
import { Effect } from "effect"

export type Outcome<A> =
  | { readonly _tag: "Done"; readonly value: A }
  | { readonly _tag: "Refused"; readonly reason: DocumentRefused.Reason }

/** Steps by name, each with what it takes and what became of it. */
export type OfAll<Steps extends Record<string, readonly [unknown, unknown]>> = { readonly [Name in keyof Steps]: readonly [Steps[Name][0], Outcome<Steps[Name][1]>] }

const refused = (reason: DocumentRefused.Reason): Outcome<never> => ({ _tag: "Refused", reason })

/** A file that brings a step down is at fault itself. */
export const of = <A>(step: Effect.Effect<A, DocumentRefused.DocumentRefused>): Effect.Effect<Outcome<A>> =>
  step.pipe(
    Effect.catchAllDefect(() => new DocumentRefused.DocumentRefused({ reason: "corrupted" })),
    Effect.match({
      onFailure: ({ reason }): Outcome<A> => refused(reason),
      onSuccess: (value): Outcome<A> => ({ _tag: "Done", value })
    })
  )

/**
 * Of a step whose thread or process may die: `decode_memory` when it ran out of memory. One that dies otherwise may die of what an earlier
 * file left behind in it: the step is tried once more, and a file that brings two down is at fault itself.
 */
export const settled = <A, E>(step: Effect.Effect<Outcome<A>, E>, isOutOfMemory: (error: E) => boolean): Effect.Effect<Outcome<A>> =>
  step.pipe(
    Effect.retry({ times: 1, while: (error) => !isOutOfMemory(error) }),
    Effect.catchAll((error) => Effect.succeed(refused(isOutOfMemory(error) ? "decode_memory" : "corrupted")))
  )

export const unwrapped = <A>(outcome: Outcome<A>): Effect.Effect<A, DocumentRefused.DocumentRefused> =>
  outcome._tag === "Done" ? Effect.succeed(outcome.value) : new DocumentRefused.DocumentRefused({ reason: outcome.reason })
