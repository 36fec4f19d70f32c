/** Many requests in flight on one node, with a model that takes its time: what is left to wait for is the model. */
import { Effect } from "effect"
import * as LoadGenerator from "../LoadGenerator.js"
import { ms, render } from "../Table.js"
import * as Node from "./Node.js"
import type * as Sample from "./Sample.js"
import * as Vendor from "./Vendor.js"

export interface Settings {
  readonly connections: number
  readonly delayMs: number
  readonly seconds: number
}

const model = "gpt-4.1-mini"

/** No rate limit that the load could meet. */
const unlimited = { per_minute: 1_000_000, burst: 1_000_000 }
const plans = JSON.stringify({ starter: { rate: { live: unlimited, test: unlimited } } })

export const report = Effect.fn("Load.report")(function*({ bytes, truth }: Sample.Sample, { connections, delayMs, seconds }: Settings) {
  const vendor = yield* Vendor.start({ truth: truth.resume, delayMs })
  const node = yield* Node.start({
    EXCV_SANDBOX_EXTRACTORS: `openai@${vendor}:${model}`, EXCV_EXTRACTORS: "rules", EXCV_PLANS: plans
  })
  const target: LoadGenerator.Target = {
    url: new URL(`${node.url}/api/v1/extract`),
    connections,
    headers: { authorization: `Bearer ${node.key}` },
    body: LoadGenerator.form("cv.pdf", bytes)
  }
  const load = (duration: number) => Effect.promise(() => LoadGenerator.run(target, duration))
  yield* load(delayMs / 500)
  const before = yield* node.usage
  const measured = yield* load(seconds)
  const after = yield* node.usage
  const most = connections / (delayMs / 1000)
  return render([
    [`${connections} in flight, a model that takes ${delayMs / 1000} s`, "value"],
    ["extractions/s", measured.successesPerSecond.toFixed(1)],
    ["more is impossible than", most.toFixed(1)],
    ["median ms", ms(measured.latencyMs.p50)],
    ["99 % ms", ms(measured.latencyMs.p99)],
    ["CPU ms of the server an extraction", ms((1000 * (after.cpuSeconds - before.cpuSeconds)) / measured.requests)],
    ["resident MB after the warm-up", String(before.residentMb)],
    ["resident MB at the end", String(after.residentMb)],
    ...Object.entries(measured.statuses).map(([status, count]) => [`answers ${status}`, String(count)])
  ])
})
