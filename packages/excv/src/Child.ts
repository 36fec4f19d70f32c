/** Processes that read files for this one: each runs a program of the build, is asked by messages, and ends with its scope. */
import { Config, ConfigProvider, Data, Effect, Option, type Scope } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { constants, getPriority, setPriority } from "node:os"

/**
 * glibc raises both thresholds with the largest block that was ever freed, so after one scan each thread would keep what pictures leave
 * behind. It reads them before a program runs.
 */
const allocation = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TRIM_THRESHOLD_: "4194304" }

/** What a program needs to run at all; keys and addresses are not for processes that hostile files may take over. */
const passed = ["LD_LIBRARY_PATH", "PATH", "SystemRoot"]

/** That of this process, whatever configuration somebody else may have put in its place. */
const environment: Effect.Effect<NodeJS.ProcessEnv> = Effect.forEach(passed, (name) => Config.option(Config.string(name))).pipe(
  Effect.withConfigProvider(ConfigProvider.fromEnv()),
  Effect.map((values) => ({ ...Object.fromEntries(passed.map((name, at) => [name, Option.getOrUndefined(values[at] ?? Option.none())])), ...allocation })),
  Effect.orDie
)

/** What Node and V8 end with where memory is at its end: they abort, or trap where an array is too long for any heap. */
const memorySignals: ReadonlySet<unknown> = new Set(["SIGABRT", "SIGTRAP", "SIGILL"])

/** The process ended before it answered, or had ended before it was asked. */
export class Died extends Data.TaggedError("Died")<{ readonly isOutOfMemory: boolean; readonly wasIdle: boolean }> {}

/** What a process is told: a step of it with its task, or that nobody waits for an answer any more. */
export type Request = { readonly id: number; readonly step: string; readonly task: unknown } | { readonly id: number; readonly step: null }

export interface Answer {
  readonly id: number
  readonly value: unknown
}

/** What each step takes, and what it gives. Both cross by structured clone. */
export type Steps = Readonly<Record<string, readonly [unknown, unknown]>>

export interface Child<All extends Steps> {
  /** Interruption tells the process to stop. */
  readonly ask: <Name extends keyof All & string>(step: Name, task: All[Name][0]) => Effect.Effect<All[Name][1], Died>
  readonly isAlive: () => boolean
  /** Lets others go first from now on, for good: only root could take it back. By 5 steps of `nice` it gets a quarter of a core that another process wants too, by 10 a tenth. */
  readonly giveWay: (steps: number) => Effect.Effect<void>
}

const asked = <All extends Steps>(child: ChildProcess): Child<All> => {
  const waiting = new Map<number, (answer: Effect.Effect<unknown, Died>) => void>()
  let last = 0
  const isAlive = () => child.connected && child.exitCode === null && child.signalCode === null
  const ended = () => {
    for (const settle of [...waiting.values()]) settle(new Died({ isOutOfMemory: memorySignals.has(child.signalCode), wasIdle: false }))
  }
  child.on("message", ({ id, value }: Answer) => waiting.get(id)?.(Effect.succeed(value))).on("exit", ended).on("error", ended)
  const ask = (step: string, task: unknown) =>
    Effect.async<unknown, Died>((resume) => {
      if (!isAlive()) return void resume(new Died({ isOutOfMemory: false, wasIdle: true }))
      const id = ++last
      waiting.set(id, (answer) => {
        waiting.delete(id)
        resume(answer)
      })
      const send = (request: Request) => void child.send(request, (error) => { if (error !== null) ended() })
      send({ id, step, task })
      return Effect.sync(() => {
        waiting.delete(id)
        if (isAlive()) send({ id, step: null })
      })
    })
  const giveWay = (steps: number) => Effect.ignore(Effect.try(() => { if (child.pid !== undefined && isAlive()) setPriority(child.pid, Math.min(constants.priority.PRIORITY_LOW, getPriority(child.pid) + steps)) }))
  return { isAlive, giveWay, ask: ask as Child<All>["ask"] }
}

/** V8 prints what it dies of, and parsers what they wonder about: nobody reads it. */
export const start = <All extends Steps>(program: string, { args = [], execArgv = [] }: { readonly args?: ReadonlyArray<string>; readonly execArgv?: ReadonlyArray<string> }): Effect.Effect<Child<All>, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.map(environment, (env) => fork(program, args, { serialization: "advanced", env, execArgv: [...execArgv], stdio: ["ignore", "ignore", "ignore", "ipc"] })),
      (child) => Effect.sync(() => void child.kill("SIGKILL"))
    ),
    asked<All>
  )
