/** What the pipeline adds to a model whose answer comes at once, from the file to the resume. */
import { ConfigProvider, Duration, Effect, Layer } from "effect"
import { Excv } from "excv/effect"
import { percentile } from "../Percentile.js"
import { ms, render } from "../Table.js"
import type * as Sample from "./Sample.js"
import * as Vendor from "./Vendor.js"

const model = "gpt-4.1-mini"

const configured = (vendor: string) =>
  Excv.layerConfig.pipe(
    Layer.provide(Layer.setConfigProvider(ConfigProvider.fromMap(new Map([
      ["EXCV_EXTRACTORS", `openai@${vendor}:${model}`], ["EXCV_OCR", "off"]
    ]))))
  )

/** Until the code is warm. */
const warmUp = 50

const timed = Effect.fn("Overhead.timed")(function*({ bytes, truth }: Sample.Sample, samples: number) {
  const excv = yield* Excv.Excv
  const once = Effect.timed(excv.extract(bytes, { asOf: truth.as_of }))
  yield* Effect.replicateEffect(once, warmUp, { discard: true })
  return yield* Effect.replicateEffect(once, samples)
})

export const report = Effect.fn("Overhead.report")(function*(sample: Sample.Sample, samples: number) {
  const vendor = yield* Vendor.start({ truth: sample.truth.resume, delayMs: 0 })
  const measured = yield* Effect.orDie(Effect.provide(timed(sample, samples), configured(vendor)))
  const whole = measured.map(([duration]) => Duration.toMillis(duration))
  const stage = (name: "decode_ms" | "extract_ms" | "normalize_ms" | "score_ms") =>
    [`  ${name}`, ms(percentile(measured.map(([, { meta }]) => meta.timings[name]), 0.5)), ""]
  return render([
    [`a model that answers at once, ${samples} one-page PDFs, HTTP included`, "median ms", "90 %"],
    ["from the file to the resume", ms(percentile(whole, 0.5)), ms(percentile(whole, 0.9))],
    stage("decode_ms"), stage("extract_ms"), stage("normalize_ms"), stage("score_ms")
  ])
})
