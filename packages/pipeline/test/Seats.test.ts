import { describe, expect, it } from "@effect/vitest"
import { Effect, Fiber, TestClock } from "effect"
import * as Seats from "../src/Seats.js"

describe("seats", () => {
  it.effect("let short documents pass the long ones, of which as many go on beside them", () =>
    Effect.gen(function*() {
      const { seated } = yield* Seats.make(1)
      let short = 0
      const long = yield* Effect.forkAll([seated(Effect.never), seated(Effect.never)])
      yield* Effect.forkAll([seated(Effect.sync(() => short++))])
      yield* TestClock.adjust("900 millis")
      expect(short).toBe(0)
      // The first has moved, the second sits in its seat and finds no place beside.
      yield* TestClock.adjust("5 seconds")
      expect(short).toBe(0)
      yield* Fiber.interrupt(long)
      yield* Effect.yieldNow()
      expect(short).toBe(1)
    }))

  it.effect("are free again after one who has moved, failed or was interrupted while waiting", () =>
    Effect.gen(function*() {
      const { seated } = yield* Seats.make(1)
      const moved = yield* Effect.fork(seated(Effect.never))
      yield* TestClock.adjust("2 seconds")
      yield* Effect.flip(seated(Effect.fail("broken")))
      const seat = yield* Effect.fork(seated(Effect.never))
      const waiting = yield* Effect.fork(seated(Effect.never))
      yield* Effect.yieldNow()
      yield* Fiber.interruptAll([waiting, moved, seat])
      let inside = 0
      let most = 0
      const visit = Effect.acquireUseRelease(Effect.sync(() => { most = Math.max(most, ++inside) }), () => Effect.yieldNow(), () => Effect.sync(() => { inside-- }))
      yield* Effect.all([seated(visit), seated(visit), seated(visit)], { concurrency: "unbounded" })
      expect(most).toBe(1)
    }))
})
