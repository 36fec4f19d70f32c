/** A program that ends with this process, however that ends: a shell waits for the end of its input and then cleans up. */
import { Data, Effect } from "effect"
import { execFile, spawn } from "node:child_process"

/** Why a server did not start. */
export class NotStarted extends Data.TaggedError("NotStarted")<{ readonly reason: string }> {}

/** Unprivileged user and group to run as; those of this process if not given. */
export interface User {
  readonly uid?: number
  readonly gid?: number
}

/** Runs a command to its end, a few seconds at most, and returns what it printed. */
export const run = (command: string, args: ReadonlyArray<string>, timeoutMs: number, user: User = {}) =>
  Effect.async<string, NotStarted>((resume) => {
    const child = execFile(command, args, { timeout: timeoutMs, killSignal: "SIGKILL", ...user }, (error, stdout) =>
      resume(error === null
        ? Effect.succeed(stdout.trim())
        : Effect.fail(new NotStarted({ reason: `${command} ${args[0] ?? ""} failed` }))))
    child.stdin?.end()
    return Effect.sync(() => child.kill("SIGKILL"))
  })

/**
 * Runs `start` in a shell, and `stop` after this process or the scope has ended. `start` must leave its work in the
 * background; `$1`, `$2`, … are the arguments.
 */
export const guard = (start: string, stop: string, args: ReadonlyArray<string>, user: User = {}) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawn("/bin/sh", ["-c", `${start}\ncat > /dev/null\n${stop}`, "sh", ...args], {
        stdio: ["pipe", "ignore", "ignore"],
        // signals from the terminal are for the tests: the shell must live to clean up
        detached: true,
        ...user
      })),
    (shell) =>
      Effect.async<void>((resume) => {
        shell.once("exit", () => resume(Effect.void))
        shell.stdin.end()
      })
  ).pipe(Effect.asVoid)
