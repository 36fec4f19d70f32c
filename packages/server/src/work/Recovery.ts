/** Jobs that another life of this process, or a node that is gone, has left unfinished: run again, or ended with their credit. */
import { Jobs } from "@excv/store"
import { Duration, Effect, Fiber, Layer, Schedule } from "effect"
import { Settings } from "../Settings.js"
import { Admission } from "./Admission.js"
import { Extractions } from "./Extractions.js"

/** Of other nodes, whose leases end at any time. */
const interval = Duration.seconds(30)

const recover = Effect.gen(function* () {
  const { concurrency } = yield* Settings
  const { again, failed } = yield* (yield* Jobs.Jobs).takeOrphans
  if (again.length + failed.length === 0) return false
  yield* Effect.logInfo(`Unfinished jobs: ${again.length} run again, ${failed.length} failed with their credit given back`)
  yield* Effect.forEach(again, runAgain, { concurrency, discard: true })
  return true
})

/** As many at once as have a seat, so that their documents do not fill the memory. */
const runAgain = (jobId: string) =>
  Effect.gen(function* () {
    const place = yield* (yield* Admission).enterAgain
    yield* Fiber.await(yield* (yield* Extractions).startStored(jobId, place))
  })

const untilNone = recover.pipe(
  Effect.repeat({ while: (found) => found }),
  Effect.catchAll((error) => Effect.logWarning(error.message))
)

export const layer = Layer.scopedDiscard(Effect.forkScoped(Effect.schedule(
  Effect.zipRight(untilNone, Effect.void),
  Schedule.spaced(interval)
)))
