/** A Postgres server in a container, when there is a Docker that answers. */
import { Effect, Redacted, Schedule } from "effect"
import * as Id from "../Id.js"
import { NotStarted, guard, run } from "./GuardedProcess.js"

const image = "postgres:17-alpine"

/** Fetches the image if it is missing, a minute at most; never when Docker does not answer. */
export const start = Effect.gen(function* () {
  yield* run("docker", ["info"], 5000).pipe(Effect.mapError(() => new NotStarted({ reason: "Docker does not answer" })))
  yield* run("docker", ["image", "inspect", image], 5000).pipe(
    Effect.orElse(() => run("docker", ["pull", "--quiet", image], 60_000)),
    Effect.mapError(() => new NotStarted({ reason: `Docker does not get ${image}` }))
  )
  const name = `excv-postgres-${yield* Id.random(12)}`
  const password = yield* Id.random(24)
  yield* guard(
    `docker run --rm --detach --name "$1" --env POSTGRES_PASSWORD="$2" --publish 127.0.0.1::5432 --tmpfs /var/lib/postgresql/data ${image} -c fsync=off`,
    `docker rm --force --volumes "$1"`,
    [name, password]
  )
  const ready = run("docker", ["exec", name, "pg_isready", "-h", "127.0.0.1", "-q"], 5000)
  yield* Effect.retry(ready, Schedule.intersect(Schedule.spaced("200 millis"), Schedule.recurs(150)))
  const address = yield* run("docker", ["port", name, "5432/tcp"], 5000)
  return Redacted.make(`postgres://postgres:${password}@${address.split("\n")[0] ?? ""}/postgres`)
})
