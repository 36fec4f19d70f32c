import { afterAll, beforeAll } from "@effect/vitest"
import type { ChildProcess } from "node:child_process"
import { subscribe, unsubscribe } from "node:diagnostics_channel"
import { createRequire } from "node:module"

/** The path of a program of the build, and the process ids of those who run it now, among the processes that the tests of this file start. */
export const watch = (name: "excv/parser" | "excv/reader"): { readonly program: string; readonly running: () => ReadonlyArray<number> } => {
  const program = createRequire(import.meta.url).resolve(name)
  const started: Array<ChildProcess> = []
  const note = (message: unknown) => void started.push((message as { readonly process: ChildProcess }).process)
  beforeAll(() => subscribe("child_process", note))
  afterAll(() => unsubscribe("child_process", note))
  const running = () =>
    started.flatMap(({ exitCode, pid, signalCode, spawnargs }) => (pid !== undefined && exitCode === null && signalCode === null && spawnargs.includes(program) ? [pid] : []))
  return { program, running }
}
