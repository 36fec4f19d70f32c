/**
 * How much work the server takes on: a number of extractions at once, a number that wait, and no more, because each
 * one holds its document in memory. When the server is to stop, nothing new is admitted.
 */
import type { ApiError } from "@excv/api"
import { Context, Effect, Layer, Stream, SubscriptionRef } from "effect"
import * as Failure from "../http/Failure.js"
import { Settings } from "../Settings.js"

/** A place in the building: taken before the body is read, given back when the work has ended. Giving it back twice is once. */
export interface Place {
  readonly leave: Effect.Effect<void>
}

export declare namespace Admission {
  interface Service {
    readonly enter: Effect.Effect<Place, ApiError.ServiceUnavailable>
    /** For jobs that were admitted in another life of this process. */
    readonly enterAgain: Effect.Effect<Place>
    /** Waits for one of the few seats where extractions run. */
    readonly seated: <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /** Admits nobody from now on. */
    readonly close: Effect.Effect<void>
    readonly isClosed: () => boolean
    /** Waits until everybody has left. */
    readonly empty: Effect.Effect<void>
  }
}

export class Admission extends Context.Tag("@excv/server/Admission")<Admission, Admission.Service>() {}

/** Guesses how long one extraction takes from the bare fact that the queue is full. */
const fullSeconds = 2
/** Another node, or the next start, is soon there. */
const closedSeconds = 5

const make = Effect.gen(function* () {
  const { concurrency, queue } = yield* Settings
  const seats = yield* Effect.makeSemaphore(concurrency)
  const inside = yield* SubscriptionRef.make(0)
  const state = { closed: false }

  const leave = SubscriptionRef.update(inside, (count) => count - 1)
  const place = Effect.map(Effect.once(leave), (once): Place => ({ leave: once }))
  const enter = Effect.gen(function* () {
    if (state.closed) return yield* Failure.unavailable(closedSeconds)
    const entered = yield* SubscriptionRef.modify(inside, (count) =>
      count < concurrency + queue ? [true, count + 1] as const : [false, count] as const)
    if (!entered) return yield* Failure.unavailable(fullSeconds)
    return yield* place
  })

  return Admission.of({
    enter,
    enterAgain: Effect.zipRight(SubscriptionRef.update(inside, (count) => count + 1), place),
    seated: seats.withPermits(1),
    close: Effect.sync(() => {
      state.closed = true
    }),
    isClosed: () => state.closed,
    empty: inside.changes.pipe(Stream.takeUntil((count) => count === 0), Stream.runDrain)
  })
})

export const layer = Layer.effect(Admission, make)
