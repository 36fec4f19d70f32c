// A node that accepts two jobs, one of them with its document, starts them, says so, and never ends them.
import { Accounts, Jobs, Keys, Store } from "@excv/store"
import { Effect } from "effect"

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
  yield* complete(done, { result: {}, meta: {}, confidenceScore: 1, processingTimeMs: 1, modelUsed: "rules-1" })
  process.stdout.write(`${JSON.stringify({ accountId: account.id, done, without, withInput })}\n`)
  return yield* Effect.never
})

Effect.runPromise(Effect.provide(work, Store.layerConfig)).catch((error) => {
  process.stderr.write(`${error}\n`)
  process.exit(1)
})
