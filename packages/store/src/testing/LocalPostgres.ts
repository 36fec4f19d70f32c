/** A Postgres server from a local installation, in a temporary directory, reachable only through a socket in it. */
import { Array, Effect, Redacted, Schedule } from "effect"
import { chown, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NotStarted, guard, run } from "./GuardedProcess.js"
import type { User } from "./GuardedProcess.js"

const installations = "/usr/lib/postgresql"

/** `durable` waits for the disk at every commit, as a real server does: for measurements, not for tests. */
export const start = Effect.fn("LocalPostgres.start")(function* ({ durable = false }: { readonly durable?: boolean } = {}) {
  const bin = yield* newest
  const user = yield* unprivileged
  const directory = yield* Effect.promise(() => mkdtemp(join(tmpdir(), "excv-postgres-")))
  yield* Effect.addFinalizer(() => Effect.promise(() => rm(directory, { recursive: true, force: true })))
  const { gid, uid } = user
  if (uid !== undefined && gid !== undefined) yield* Effect.promise(() => chown(directory, uid, gid))
  const data = join(directory, "data")
  yield* run(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], 60_000, user)
  yield* guard(
    `"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=${durable ? "on" : "off"} -c max_connections=100 & server=$!`,
    `kill -QUIT $server; wait $server; rm -rf "$2"`,
    [bin, directory],
    user
  )
  yield* run(join(bin, "pg_isready"), ["-h", directory, "-q"], 5000).pipe(
    Effect.retry(Schedule.intersect(Schedule.spaced("50 millis"), Schedule.recurs(400)))
  )
  return Redacted.make(`postgres://postgres@${encodeURIComponent(directory)}/postgres`)
})

const newest = Effect.tryPromise(() => readdir(installations)).pipe(
  Effect.map((names) => names.filter((name) => /^\d+$/.test(name)).sort((one, other) => Number(other) - Number(one))),
  Effect.flatMap(Array.head),
  Effect.map((version) => join(installations, version, "bin")),
  Effect.mapError(() => new NotStarted({ reason: `there is no Postgres in ${installations}` }))
)

/** Postgres refuses to run as root. */
const unprivileged: Effect.Effect<User, NotStarted> = Effect.suspend(() =>
  process.getuid?.() !== 0 ? Effect.succeed({}) : Effect.orElse(idsOf("postgres"), () => idsOf("nobody")))

const idsOf = (name: string) =>
  Effect.map(Effect.all([run("id", ["-u", name], 5000), run("id", ["-g", name], 5000)]), ([uid, gid]) => ({
    uid: Number(uid),
    gid: Number(gid)
  }))
