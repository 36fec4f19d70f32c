/** Which process this is, in a form that another process can check later, also after the number was given to a new process. */
import { Schema } from "effect"
import { readFile } from "node:fs/promises"

export const ProcessIdentity = Schema.Struct({
  pid: Schema.Int,
  /** ticks from the machine's start to the process's, where the system tells (Linux) */
  started: Schema.NullOr(Schema.String)
})
export type ProcessIdentity = typeof ProcessIdentity.Type

export const own = async (): Promise<ProcessIdentity> => ({ pid: process.pid, started: await startOf(process.pid) })

/** Whether that very process still runs, on this machine and in this PID namespace. */
export const isAlive = async ({ pid, started }: ProcessIdentity): Promise<boolean> => {
  if (!exists(pid)) return false
  const now = await startOf(pid)
  return started === null || now === null || now === started
}

const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** The 22nd field of `/proc/PID/stat`; the second may hold spaces and brackets, so counting begins behind it. */
const startOf = (pid: number): Promise<string | null> =>
  readFile(`/proc/${pid}/stat`, "utf8").then(
    (stat) => stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null,
    () => null
  )
