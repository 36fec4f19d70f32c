/** What a result depends on beside the product: the commit and the machine. */
import { Command } from "@effect/platform"
import { DateTime, Effect, Schema } from "effect"
import { arch, cpus, platform, totalmem } from "node:os"
import { version } from "node:process"
import { fileURLToPath } from "node:url"

export const Environment = Schema.Struct({
  /** of the checkout, with `+` when files differ from it; `unknown` outside a checkout */
  commit: Schema.String,
  date: Schema.String,
  node: Schema.String,
  machine: Schema.Struct({ platform: Schema.String, cpu: Schema.String, cores: Schema.Int, memory_gb: Schema.Number })
})
export type Environment = typeof Environment.Type

const here = fileURLToPath(new URL(".", import.meta.url))

export const current = Effect.gen(function*() {
  const head = yield* git("rev-parse", "--short=12", "HEAD")
  const changes = yield* git("status", "--porcelain", "--untracked-files=no")
  const date = DateTime.formatIso(yield* DateTime.now)
  const machine = {
    platform: `${platform()}-${arch()}`,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 1024 ** 3)
  }
  const environment: Environment = {
    commit: head === "" ? "unknown" : changes === "" ? head : `${head}+`,
    date,
    node: version,
    machine
  }
  return environment
})

export const describe = ({ commit, machine, node }: Environment): string =>
  `commit ${commit}, node ${node}, ${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, ${machine.platform}`

const git = (...args: ReadonlyArray<string>) =>
  Command.make("git", ...args).pipe(
    Command.workingDirectory(here),
    Command.string,
    Effect.map((text) => text.trim()),
    Effect.orElseSucceed(() => "")
  )
