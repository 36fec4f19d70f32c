/** What the stages share: each is timed, and each adds its issues to the answer. */
import type { Issue } from "@excv/schema"
import { Duration, Effect } from "effect"

export interface Timed<A> {
  readonly value: A
  readonly durationMs: number
}

/** Runs a stage and says how long it took, in milliseconds with microseconds behind the point. */
export const timed = <A, E, R>(stage: Effect.Effect<A, E, R>): Effect.Effect<Timed<A>, E, R> =>
  Effect.map(Effect.timed(stage), ([duration, value]) => ({ value, durationMs: round(Duration.toMillis(duration)) }))

export const round = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000

/** `message` is a fixed sentence: document text never goes into an issue. */
export const issue = (
  code: Issue.IssueCode,
  message: string,
  at: { readonly page?: number; readonly path?: string } = {}
): Issue.Issue => ({ code, message, page: at.page ?? null, path: at.path ?? null })
