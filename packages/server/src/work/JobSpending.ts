/** What the library may spend on a job: the money that its account has left today, which the store keeps. */
import type { DailySpending, StoreError } from "@excv/store"
import { Duration, Effect, Fiber, Option } from "effect"
import type { Spending } from "excv/effect"
import { patiently } from "./Patience.js"

/** A database that is away is waited for before a call, at most for the time that the extraction has, but not after it. */
export const of = ({ hold, settle }: DailySpending.DailySpending.Service, jobId: string): Spending.Spending.Service => ({
  hold: (mostUsd) =>
    Effect.suspend(() => patiently(hold(jobId, mostUsd()))).pipe(
      Effect.orDie,
      Effect.map(Option.map((held): Spending.Hold => ({ settle: (costUsd) => promptly(settle(held, costUsd)) })))
    )
})

/** Tried once: twice, after an answer that was lost, would count twice. In a fiber of its own: the request may be stopped meanwhile. */
const promptly = (settled: Effect.Effect<void, StoreError.StoreError>): Effect.Effect<void> =>
  settled.pipe(
    Effect.timeout(Duration.seconds(5)),
    Effect.catchAll(() => Effect.logWarning("What a call has cost could not be written down: it counts as the most that it may have cost")),
    Effect.interruptible,
    Effect.forkDaemon,
    Effect.flatMap(Fiber.await),
    Effect.asVoid
  )
