import { expect, layer } from "@effect/vitest"
import type { ChatModel } from "@excv/model"
import { extractor } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { Attempt } from "@excv/schema"
import { Effect } from "effect"
import { Excv } from "excv/effect"
import { encode } from "gpt-tokenizer/encoding/o200k_base"
import { readFileSync } from "node:fs"
import { truths } from "./fixtures.js"

/** Who reads is told the truth before each document. */
interface Reader {
  truth: Answering.Truth
  twist: Answering.Twist | undefined
  written: string
}

const nobody = truths[0]?.truth.resume ?? expect.fail("no fixtures")
const reader: Reader = { truth: nobody, twist: undefined, written: "" }

const chat: ChatModel = {
  provider: "reader", model: "reader", maxOutputTokens: 16_384,
  ask: ({ text }) => Effect.sync(() => {
    reader.written = Answering.text(reader.truth, text, reader.twist)
    return { text: reader.written, isCutOff: false, usage: Attempt.unknownUsage }
  })
}

const excv = Excv.layer({ extractors: [extractor(chat)] })

const extract = (path: string, asOf: string) =>
  Effect.flatMap(Excv.Excv, ({ extract }) => extract(new Uint8Array(readFileSync(path)), { asOf }))

const droppedIn = ({ issues }: { readonly issues: ReadonlyArray<{ readonly code: string }> }): number =>
  issues.filter(({ code }) => code === "ungrounded_value_dropped").length

const tokens = (text: string): number => encode(text).length

/** What is computed is written by no model. */
const writtenOut = ({ detected_language: _language, seniority_level: _level, total_experience_years: _years, ...said }: Answering.Truth): string =>
  JSON.stringify(said)

const everyThird = truths.filter((_, index) => index % 3 === 0)

layer(excv)("an answer in pointers", (it) => {
  it.effect("has at most 45 % of the tokens of the resume written out, and loses nothing true to the grounding check", () =>
    Effect.gen(function*() {
      const sum = { pointers: 0, written: 0, held: 0, dropped: 0 }
      for (const { path, truth } of truths) {
        Object.assign(reader, { truth: truth.resume, twist: undefined })
        const { meta } = yield* extract(path, truth.as_of)
        sum.pointers += tokens(reader.written)
        sum.written += tokens(writtenOut(truth.resume))
        sum.held += Object.keys(meta.fields).length
        sum.dropped += droppedIn(meta)
      }
      console.log(`pointers ${sum.pointers}, written out ${sum.written}: ${(100 * sum.pointers / sum.written).toFixed(1)} %; true values dropped ${sum.dropped} of ${sum.held + sum.dropped}`)
      expect(sum.pointers / sum.written).toBeLessThanOrEqual(0.45)
      expect(sum.dropped / (sum.held + sum.dropped)).toBeLessThanOrEqual(0.005)
    }), 120_000)
})

layer(excv)("a model that invents", (it) => {
  it.effect("is not believed: 95 % of its inventions are dropped, and at most 0.5 % of what is true", () =>
    Effect.gen(function*() {
      const sum = { invented: 0, believed: 0, held: 0, dropped: 0 }
      for (const [index, { path, truth }] of everyThird.entries()) {
        const inventions: Array<string> = []
        Object.assign(reader, { truth: truth.resume, twist: inventing(index, inventions) })
        const { meta, resume } = yield* extract(path, truth.as_of)
        const said = JSON.stringify(resume)
        sum.invented += inventions.length
        sum.believed += inventions.filter((invention) => said.includes(JSON.stringify(invention))).length
        sum.held += Object.keys(meta.fields).length
        sum.dropped += Math.max(0, droppedIn(meta) - inventions.length)
      }
      console.log(`inventions ${sum.invented}, believed ${sum.believed}; true values dropped ${sum.dropped} of ${sum.held}`)
      expect(sum.invented).toBeGreaterThan(150)
      expect(sum.believed / sum.invented).toBeLessThanOrEqual(0.05)
      expect(sum.dropped / sum.held).toBeLessThanOrEqual(0.005)
    }), 120_000)
})

/** Every twentieth value is another one that looks as likely; the same ones in every run. */
const inventing = (seed: number, inventions: Array<string>): Answering.Twist => {
  let count = seed
  return (value, field) => {
    if (count++ % 20 !== 0) return value
    const invention = inventionOf(value, field, seed)
    inventions.push(invention)
    return invention
  }
}

const inventionOf = (value: string, field: string, seed: number): string => {
  switch (field) {
    case "email": return `someone.else.${seed}@invented.example`
    case "phone": return "+442079460958"
    case "date": return `${Number(value.slice(0, 4)) - 7}${value.slice(4)}`
    default: return likely[seed % likely.length] ?? value
  }
}

const likely = [
  "Vice President of Quantum Widgets", "Globex Petroleum Trading", "Kubernetes Whispering", "Zanzibar City", "Doctor of Applied Numerology",
  "University of Upper Volta", "https://github.com/nobody-invented-this", "Esperanto", "Certified Time Traveller", "Borealis Freight Union"
]
