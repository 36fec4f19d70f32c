// A node that accepts three jobs, one of them with its document, starts them, asks models for two of them, ends one, says so, and
// never ends the others.
import { Accounts, DailySpending, Jobs, Keys, Store } from "@excv/store"
import { Effect, Option } from "effect"

const work = Effect.gen(function* () {
  const account = yield* (yield* Accounts.Accounts).create({ name: "Ada", plan: "free" })
  const { key } = yield* (yield* Keys.Keys).create({ accountId: account.id, mode: "live" })
  const { accept, complete, start } = yield* Jobs.Jobs
  const request = { accountId: account.id, keyId: key.id, mode: "live", requestHash: "hash" }
  const ids = []
  for (const input of [undefined, undefined, { bytes: Buffer.from("%PDF"), mediaType: "application/pdf", options: null }]) {
    const { job } = yield* accept({ ...request, input })
    yield* start(job.id)
    ids.push(job.id)
  }
  const [done, without, withInput] = ids
  const { hold, settle } = yield* DailySpending.DailySpending
  yield* settle(Option.getOrThrow(yield* hold(done, 0.02)), 0.002)
  yield* hold(without, 0.02)
  yield* complete(done, { result: {}, meta: {}, confidenceScore: 1, processingTimeMs: 1, modelUsed: "rules-1" })
  process.stdout.write(`${JSON.stringify({ accountId: account.id, done, without, withInput })}\n`)
  return yield* Effect.never
})

Effect.runPromise(Effect.provide(work, Store.layerConfig)).catch((error) => {
  process.stderr.write(`${error}\n`)
  process.exit(1)
})
