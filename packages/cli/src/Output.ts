/** Where results and words go: results to standard output, everything that is said about them to standard error. */
import { Console, Effect } from "effect"
import * as Exit from "./Exit.js"

/**
 * Not interruptible: a line that was begun is finished. When the reader is gone, as in `excv extract cvs | head -1`,
 * nothing more is worth doing, and nothing is wrong.
 */
export const result = (text: string): Effect.Effect<void, Exit.Exit> =>
  write(process.stdout, text).pipe(Effect.mapError(() => new Exit.Exit({ code: 0, message: "" })), Effect.uninterruptible)

export const say = (text: string): Effect.Effect<void> => Console.error(text)

/** Done when the system has taken it: the process may end right afterwards. */
export const write = (stream: NodeJS.WriteStream, text: string): Effect.Effect<void, Error> =>
  Effect.async((resume) => {
    stream.write(text, (error) => resume(error ? Effect.fail(error) : Effect.void))
  })
