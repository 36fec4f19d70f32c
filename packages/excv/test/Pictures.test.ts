import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { Excv } from "excv/effect"
import { readdirSync, readFileSync } from "node:fs"

const folder = new URL("../../../fixtures/", import.meta.url)
const split: { readonly people: Record<string, string> } = JSON.parse(readFileSync(new URL("split.json", folder), "utf8"))
const scans = readdirSync(new URL("scans/", folder)).filter((name) => split.people[name.split("_")[0] ?? ""] === "development")

interface Truth {
  readonly language: string
  readonly resume: { readonly full_name: string; readonly experience: ReadonlyArray<unknown> }
}

const truthOf = (name: string): Truth => JSON.parse(readFileSync(new URL(`truth/${name.split(".")[0]}.json`, folder), "utf8"))

/** The first scan of each kind. */
const firsts = [...new Map(scans.toReversed().map((name) => [name.split(".")[1], name]))].map(([, name]) => name)

const withService = <A, E>(use: (service: Excv.Excv.Service) => Effect.Effect<A, E>, settings: Excv.Settings = {}) =>
  Effect.provide(Effect.flatMap(Excv.Excv, use), Excv.layer(settings))

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`scans/${name}`, folder)))

describe("a scan or a photo", () => {
  it.live("is read in every kind: its language is seen, and what it says is extracted with evidence", () =>
    withService(({ read, understand }) =>
      Effect.forEach(firsts, (name) =>
        Effect.gen(function*() {
          const { language, resume } = truthOf(name)
          const document = yield* read(bytesOf(name))
          expect(document.pages.map(({ source }) => source)).toContain("ocr")
          const extraction = yield* understand(document, { asOf: "2026-01" })
          expect({ name, language: extraction.resume.detected_language }).toEqual({ name, language })
          const evident = Object.entries(extraction.meta.fields).filter(([path, { evidence }]) => path.startsWith("/experience/") && evidence.length > 0)
          expect(evident.length).toBeGreaterThan(0)
          expect(extraction.resume.experience.length).toBeGreaterThan(0)
          return extraction.resume.full_name === resume.full_name
        }), { concurrency: 2 })).pipe(
      // A letter of a name may be read wrongly in the worst of them.
      Effect.map((names) => expect(names.filter(Boolean).length).toBeGreaterThanOrEqual(firsts.length - 2))
    ), 180_000)

  it.live("is refused when nothing reads pictures", () =>
    withService(({ extract, ocr }) =>
      Effect.gen(function*() {
        expect(ocr).toBeNull()
        expect(yield* Effect.flip(extract(bytesOf(firsts[0] ?? "")))).toMatchObject({ reason: "no_text" })
      }), { ocr: { engine: "off" } }))
})
