/** The one line that says how far a batch is: on standard error, only when that is a terminal, and gone at the end. */
import { Effect } from "effect"

export interface Progress {
  /** one more is done */
  readonly advance: (succeeded: boolean) => Effect.Effect<void>
  /** Prints without leaving pieces of the line on the screen. */
  readonly aside: <A, E, R>(print: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

const silent: Progress = { advance: () => Effect.void, aside: (print) => print }

const eraseLine = "\r\x1b[2K"

const drawn = (stream: NodeJS.WriteStream, total: number) =>
  Effect.gen(function*() {
    const count = { done: 0, failed: 0 }
    const put = (text: string) => Effect.sync(() => void stream.write(eraseLine + text))
    const draw = Effect.suspend(() => put(describe(count.done, count.failed, total)))
    yield* Effect.acquireRelease(draw, () => put(""))
    return {
      advance: (succeeded) =>
        Effect.suspend(() => {
          count.done += 1
          count.failed += succeeded ? 0 : 1
          return draw
        }),
      aside: (print) => put("").pipe(Effect.zipRight(print), Effect.zipLeft(draw))
    } satisfies Progress
  })

const describe = (done: number, failed: number, total: number) =>
  `${done} of ${total} files${failed > 0 ? `, ${failed} failed` : ""}`

/** A single file has no progress. */
export const make = (total: number, stream: NodeJS.WriteStream = process.stderr) =>
  stream.isTTY && total > 1 ? drawn(stream, total) : Effect.succeed(silent)
