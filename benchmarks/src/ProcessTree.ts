/** Memory and processor time of a process with all that it started, as Linux counts them; on other systems both are unknown. */
import { Effect } from "effect"
import { readdir, readFile } from "node:fs/promises"

export interface Usage {
  readonly residentMb: number
  /** since it started, of all its threads and of what it started, also when that has ended; in hundredths */
  readonly cpuSeconds: number
}

/** `getconf CLK_TCK` and `getconf PAGESIZE` wherever Node runs on Linux */
const ticksASecond = 100
const pageBytes = 4096

interface Process {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
  readonly pages: number
}

/** Fields of `/proc/PID/stat` behind the name: parent, processor time of its own and of children that it has buried, resident pages. */
const parse = (pid: number, stat: string): Process => {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number)
  const at = (index: number) => fields[index] ?? NaN
  return { pid, parent: at(1), ticks: at(11) + at(12) + at(13) + at(14), pages: at(21) }
}

/** One that ends meanwhile is left out. */
const processes = async (): Promise<ReadonlyArray<Process>> => {
  const names = await readdir("/proc")
  const stats = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map((name) =>
    readFile(`/proc/${name}/stat`, "utf8").then((stat) => [parse(Number(name), stat)], () => [])))
  return stats.flat()
}

const treeOf = (all: ReadonlyArray<Process>, pid: number): ReadonlyArray<Process> =>
  all.flatMap((one) => (one.pid === pid ? [one] : one.parent === pid ? treeOf(all, one.pid) : []))

const unknown: Usage = { residentMb: NaN, cpuSeconds: NaN }

export const usage = (pid: number = process.pid): Effect.Effect<Usage> =>
  Effect.orElseSucceed(Effect.tryPromise(processes), () => null).pipe(Effect.map((all) => {
    if (all === null) return unknown
    const tree = treeOf(all, pid)
    const sum = (of: (one: Process) => number) => tree.reduce((total, one) => total + of(one), 0)
    return { residentMb: Math.round(sum(({ pages }) => pages) * pageBytes / 1024 ** 2), cpuSeconds: sum(({ ticks }) => ticks) / ticksASecond }
  }))

/** With the milliseconds of processor time that it took, in tens. */
export const cpuTimed = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<readonly [number, A], E, R> =>
  Effect.gen(function*() {
    const before = yield* usage()
    const value = yield* effect
    const after = yield* usage()
    return [(after.cpuSeconds - before.cpuSeconds) * 1000, value]
  })
