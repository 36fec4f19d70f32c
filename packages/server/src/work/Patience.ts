/** How long the work waits for a database that is away. */
import { Duration, Effect, Schedule } from "effect"

/** While the database is away a job is neither settled nor lost: this goes on until it is back, or the process ends. */
export const patiently = Effect.retry(
  Schedule.exponential(Duration.millis(100)).pipe(Schedule.union(Schedule.spaced(Duration.seconds(10))))
)
