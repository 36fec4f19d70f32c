/**
 * Seats: how many documents are read at the same time. One that takes long, a scan or a file made to harm, moves on to a place beside the
 * seats, of which there are as many: short ones need not wait for it.
 */
import { Duration, Effect, Fiber } from "effect"

export interface Seats {
  /** Waits for a seat; waiting can be interrupted. */
  readonly seated: <A, E, R>(reading: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

/** A text document takes a twentieth of it. */
const patience = Duration.seconds(1)

export const make = Effect.fn("Seats.make")(function*(count: number) {
  const seats = yield* Effect.makeSemaphore(count)
  const beside = yield* Effect.makeSemaphore(count)
  const seated: Seats["seated"] = (reading) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.gen(function*() {
        yield* restore(seats.take(1))
        let isSeated = true
        const leave = Effect.suspend(() => {
          const held = isSeated ? 1 : 0
          isSeated = false
          return seats.release(held)
        })
        const move = beside.withPermits(1)(Effect.zipRight(leave, Effect.never))
        const moving = yield* Effect.forkDaemon(Effect.interruptible(Effect.delay(move, patience)))
        return yield* restore(reading).pipe(Effect.ensuring(Fiber.interrupt(moving)), Effect.ensuring(leave))
      })
    )
  return { seated } satisfies Seats
})
