/** Results are personal data: they are deleted when their time is over, with the idempotency keys that point at them. */
import { Jobs } from "@excv/store"
import { Duration, Effect, Layer, Schedule } from "effect"
import { Settings } from "../Settings.js"

const interval = Duration.minutes(10)

export const layer = Layer.scopedDiscard(
  Effect.gen(function* () {
    const { retention } = yield* Settings
    const jobs = yield* Jobs.Jobs
    const purge = jobs.purge(retention).pipe(
      Effect.tap((count) => count === 0 ? Effect.void : Effect.logInfo(`Deleted ${count} jobs past their retention`)),
      Effect.catchAll((error) => Effect.logWarning(error.message))
    )
    yield* Effect.forkScoped(Effect.repeat(purge, Schedule.spaced(interval)))
  })
)
