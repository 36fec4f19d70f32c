import { describe, expect, it } from "@effect/vitest"
import { Answering } from "@excv/model/testing"
import { FakeOpenAi, type FakeServer, Play, type Script } from "@excv/provider/testing"
import type { Document, Extraction } from "@excv/schema"
import { ConfigProvider, Effect } from "effect"
import { Excv } from "excv/effect"
import { readFileSync } from "node:fs"
import sharp from "sharp"
import { truths } from "./fixtures.js"

const folder = new URL("../../../fixtures/", import.meta.url)
const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(path, folder)))

const blurred = (path: string) => Effect.promise(async () => new Uint8Array(await sharp(bytesOf(path)).blur(1.2).png().toBuffer()))

/** Faint or skewed, and blurred, so that OCR misreads some of it also when it gets better. */
const faint = ["anneliese-von-eschenbruck_latex-article.faint.webp", "anneliese-von-eschenbruck_latex-article.skewed.jpg"].map((scan) => {
  const name = scan.replace(/\..*$/, "")
  const found = truths.find((one) => one.name === `${name}.pdf`) ?? expect.fail("no fixture")
  return { scan: () => blurred(`scans/${scan}`), pdf: `documents/${name}.pdf`, truth: found.truth }
})
const [first = expect.fail("no fixture")] = faint
type Fixture = typeof first

const configured = <A, E>(variables: Record<string, string>, use: (service: Excv.Excv.Service) => Effect.Effect<A, E>) =>
  Effect.flatMap(Excv.Excv, use).pipe(
    Effect.provide(Excv.layerConfig),
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))
  )

const auto = { EXCV_MODEL_PICTURES: "auto" }

/** Says of a place what nobody wrote. */
const inventing: Answering.Twist = (value, field) => (field === "experience.location" ? "Zanzibar City" : value)

const answering = ({ truth }: Fixture): Script => ({ text }) => Play.answer(Answering.text(truth.resume, text, inventing))

const chain = (server: FakeServer, model: string) => ({ EXCV_EXTRACTORS: `openai@${server.url}:${model}` })

const looseOnes = ({ meta }: Extraction.Extraction) =>
  Object.entries(meta.fields).filter(([, { evidence }]) => evidence.some(({ match }) => match === "loose"))

const valueAt = (extraction: Extraction.Extraction, pointer: string): unknown =>
  pointer.slice(1).split("/").reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined), extraction.resume)

const linesOf = ({ pages }: Document.Document): string => pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ")

describe("a scan that OCR could hardly read", () => {
  it.scopedLive("is shown to a model that reads pictures, which puts right what OCR misread and cannot invent", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answering(first), { key: null })
      const restored = yield* configured({ ...auto, ...chain(server, "gpt-4.1-mini") }, ({ extract, read }) =>
        Effect.forEach(faint, (fixture) =>
          Effect.gen(function*() {
            server.play(answering(fixture))
            const extraction = yield* extract(yield* fixture.scan(), { asOf: fixture.truth.as_of })
            expect(JSON.stringify(extraction.resume)).not.toContain("Zanzibar")
            expect(extraction.meta.issues.map(({ code }) => code)).toContain("ungrounded_value_dropped")
            const [picture, ...others] = server.heard.at(-1)?.pictures ?? []
            expect([picture?.mediaType, others]).toEqual(["image/jpeg", []])
            const [name = ""] = fixture.truth.resume.full_name?.split(" ").slice(-1) ?? []
            expect(linesOf(yield* read(picture?.bytes ?? new Uint8Array()))).toContain(name)
            return looseOnes(extraction).map(([pointer, { evidence }]) => ({ fixture, quote: evidence[0]?.quote ?? "", value: String(valueAt(extraction, pointer)) }))
          })))
      const all = restored.flat()
      console.log(`put right: ${all.map(({ quote, value }) => `"${quote}" → "${value}"`).join("; ")}`)
      expect(server.problems).toEqual([])
      expect(all.length).toBeGreaterThan(0)
      for (const { fixture, quote, value } of all) {
        expect(quote).not.toContain(value)
        expect(JSON.stringify(fixture.truth.resume)).toContain(JSON.stringify(value))
      }
    }), 180_000)

  it.scopedLive("is shown to nobody unless configuration says so, and a text that can be read is shown to nobody", () =>
    Effect.gen(function*() {
      const server = yield* FakeOpenAi.make(answering(first), { key: null })
      const blind = yield* configured(chain(server, "gpt-4.1-mini"), ({ extract }) => Effect.flatMap(first.scan(), (bytes) => extract(bytes)))
      expect(looseOnes(blind)).toEqual([])
      yield* configured({ ...auto, ...chain(server, "llava:7b"), EXCV_PICTURE_MODELS: "llava" }, ({ extract }) =>
        Effect.zipRight(extract(bytesOf(first.pdf)), Effect.flatMap(first.scan(), (bytes) => extract(bytes))))
      expect(server.heard.map(({ pictures }) => pictures.length)).toEqual([0, 0, 1])
    }), 120_000)
})
