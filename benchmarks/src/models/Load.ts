/** Many requests in flight on one node, with a model that takes its time: what is left to wait for is the model. */
import { Duration, Effect, Fiber } from "effect"
import * as LoadGenerator from "../LoadGenerator.js"
import { ms, render } from "../Table.js"
import * as Node from "../Node.js"
import type * as Sample from "./Sample.js"
import * as Vendor from "./Vendor.js"

export interface Settings {
  readonly connections: number
  readonly delayMs: number
  readonly seconds: number
}

const model = "gpt-4.1-mini"

/** of the time that is measured, after each of which the memory is read */
const parts = 6

export const report = Effect.fn("Load.report")(function*({ bytes, truth }: Sample.Sample, { connections, delayMs, seconds }: Settings) {
  const vendor = yield* Vendor.start({ truth: truth.resume, delayMs })
  const node = yield* Node.start({
    EXCV_SANDBOX_EXTRACTORS: `openai@${vendor}:${model}`, EXCV_EXTRACTORS: "rules", EXCV_PLANS: Node.unlimited
  })
  const target: LoadGenerator.Target = {
    url: new URL(`${node.url}/api/v1/extract`),
    connections,
    headers: { authorization: `Bearer ${node.key}` },
    bodies: [LoadGenerator.form("cv.pdf", bytes)]
  }
  const lead = delayMs / 500
  const load = yield* Effect.fork(Effect.promise(() => LoadGenerator.run(target, seconds, lead)))
  yield* Effect.sleep(Duration.seconds(lead))
  const first = yield* node.usage
  const usages = [first]
  for (let part = 0; part < parts; part++) {
    yield* Effect.sleep(Duration.seconds(seconds / parts))
    usages.push(yield* node.usage)
  }
  const measured = yield* Fiber.join(load)
  const cpuSeconds = (usages.at(-1) ?? first).cpuSeconds - first.cpuSeconds
  const most = connections / (delayMs / 1000)
  return render([
    [`${connections} in flight, a model that takes ${delayMs / 1000} s`, "value"],
    ["extractions/s", measured.successesPerSecond.toFixed(1)],
    ["more is impossible than", most.toFixed(1)],
    ["median ms", ms(measured.latencyMs.p50)],
    ["99 % ms", ms(measured.latencyMs.p99)],
    ["CPU ms of the server an extraction", ms((1000 * cpuSeconds) / measured.requests)],
    ...usages.map(({ residentMb }, part) => [`resident MB after ${((seconds * part) / parts).toFixed(0)} s`, String(residentMb)]),
    ...Object.entries(measured.statuses).map(([status, count]) => [`answers ${status}`, String(count)])
  ])
})
