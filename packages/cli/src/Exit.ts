/** How a command ends when it did not do all that it was asked to do. */
import { ConfigError, Context, Data, Effect } from "effect"
import type { MutableRef } from "effect"

/** The exit codes, besides 0. */
export const codes = { failed: 1, usage: 2, interrupted: 130 } as const

/** `message` is said on standard error, unless it is empty. */
export class Exit extends Data.TaggedError("Exit")<{ readonly code: number; readonly message: string }> {}

export const failed = (message: string) => new Exit({ code: codes.failed, message })

/** The command line itself is wrong: nothing was done. */
export const usage = (message: string) => new Exit({ code: codes.usage, message })

/** The exit code after a signal: most commands were cut short, but a server that is told to stop has done all that it should. */
export class OnSignal extends Context.Tag("@excv/cli/OnSignal")<OnSignal, MutableRef.MutableRef<number>>() {}

/** The failures of other rooms speak for themselves. */
export const saying = <A, E extends { readonly message: string }, R>(
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, Exit | Extract<E, Exit>, R> =>
  Effect.mapError(effect, (error) => error instanceof Exit ? error : failed(sentence(error)))

/** What a failure says about itself. */
export const sentence = (error: unknown): string =>
  ConfigError.isConfigError(error) ? `The configuration is wrong: ${String(error)}`
    : error instanceof Error ? error.message
    : String(error)
