/** The process that files are tried on: it may hang and die, and is replaced then. */
import { type Duration, Effect, Either, type Scope, Schema } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import * as Message from "./Message.js"

export interface Subject {
  /** Never fails: a process that died or hangs is a verdict too. Memory is null then. */
  readonly attempt: (task: Message.Task, limit: Duration.Duration) => Effect.Effect<Attempt>
}

export interface Attempt {
  readonly verdict: string
  readonly residentMb: number | null
}

/** In a process group of its own, so that Ctrl-C in a terminal is ours alone. */
const start = async (program: string): Promise<ChildProcess> => {
  const child = fork(program, { serialization: "advanced", detached: true, stdio: ["ignore", "ignore", "inherit", "ipc"] })
  await once(child, "message")
  return child
}

const kill = (child: ChildProcess) => Effect.sync(() => child.kill("SIGKILL"))

const ended = ({ exitCode, signalCode }: ChildProcess): string => `crash ${signalCode ?? exitCode ?? ""}`

const ask = (child: ChildProcess, task: Message.Task) =>
  Effect.async<Attempt>((resume) => {
    const answered = (message: unknown) => {
      child.off("exit", died)
      resume(Effect.succeed(Either.getOrElse(
        Schema.decodeUnknownEither(Message.Answer)(message), () => ({ verdict: "no answer that can be understood", residentMb: null }))))
    }
    const died = () => {
      child.off("message", answered)
      resume(Effect.succeed({ verdict: ended(child), residentMb: null }))
    }
    child.once("message", answered)
    child.once("exit", died)
    if (child.connected) child.send(task)
    return Effect.sync(() => void child.off("message", answered).off("exit", died))
  })

/** `program` is the file that runs in the process; it says something once it is ready. */
export const make = (program: string): Effect.Effect<Subject, never, Scope.Scope> =>
  Effect.gen(function*() {
    let child = yield* Effect.promise(() => start(program))
    yield* Effect.addFinalizer(() => kill(child))
    const replace = Effect.zipRight(Effect.suspend(() => kill(child)), Effect.promise(async () => {
      child = await start(program)
    }))
    return {
      attempt: (task, limit) =>
        Effect.suspend(() => ask(child, task)).pipe(
          Effect.timeoutTo({ duration: limit, onSuccess: (attempt) => attempt, onTimeout: (): Attempt => ({ verdict: "hang", residentMb: null }) }),
          Effect.tap(({ residentMb }) => residentMb === null ? replace : Effect.void)
        )
    }
  })
