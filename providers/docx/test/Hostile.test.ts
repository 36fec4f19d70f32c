import { expect, it } from "@effect/vitest"
import { DocumentRefused } from "@excv/provider"
import { Effect, Exit, FastCheck } from "effect"
import { unzipSync, zipSync } from "fflate"
import { readFileSync } from "node:fs"
import { build, decode, p, run } from "./decode.js"

const reasonOf = (bytes: Uint8Array, limits: Parameters<typeof decode>[1] = {}) => Effect.map(Effect.flip(decode(bytes, limits)), ({ reason }) => reason)

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/documents/${name}`, import.meta.url))

it.effect("refuses what is no archive, and one without a document", () =>
  Effect.gen(function*() {
    for (const bytes of [new Uint8Array(), new Uint8Array(5_000), Buffer.from("hello"), zipSync({ "a.txt": Buffer.from("a") })]) {
      expect(yield* reasonOf(Uint8Array.from(bytes))).toBe("corrupted")
    }
  }))

it.effect("counts what it inflates, whatever the directory says, and refuses an archive of thousands of files", () =>
  Effect.gen(function*() {
    const bytes = build({ body: p("a ".repeat(5_000)) })
    expect(yield* reasonOf(bytes, { maxInflatedBytes: 5_000 })).toBe("inflates_too_much")
    expect(yield* decode(bytes, { maxInflatedBytes: 50_000 })).toHaveLength(2)
    const files = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${index}`, new Uint8Array()]))
    expect(yield* reasonOf(zipSync(files))).toBe("inflates_too_much")
  }))

it.effect("refuses more pages and more words than the limits allow", () =>
  Effect.gen(function*() {
    const body = p(`${run("page")}<w:r><w:br w:type="page"/></w:r>`).repeat(5)
    expect(yield* reasonOf(build({ body }), { maxPages: 3 })).toBe("too_many_pages")
    expect(yield* reasonOf(build({ body: p("word ".repeat(500)) }), { maxWords: 100 })).toBe("too_many_words")
  }))

const sources = ["priya-raman_docx-simple.docx", "lea-marchetti_docx-tables.docx", "joerg-weissmueller_docx-text-boxes.docx"].map(fixture)

const place = FastCheck.double({ min: 0, max: 0.999, noNaN: true })

const damagedFile = FastCheck.record({ source: FastCheck.constantFrom(...sources), changes: FastCheck.array(FastCheck.tuple(place, FastCheck.nat(255)), { minLength: 1, maxLength: 30 }) })
  .map(({ changes, source }) => {
    const bytes = Uint8Array.from(source)
    for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value
    return bytes
  })

/** Well-formed archives whose numbers and names are wrong. */
const damagedPart = FastCheck.record({
  source: FastCheck.constantFrom(...sources),
  part: FastCheck.constantFrom("word/document.xml", "word/styles.xml", "word/numbering.xml"),
  changes: FastCheck.array(FastCheck.tuple(place, FastCheck.constantFrom("-1", "0", "99999999999", "1e308", "NaN", "", "auto", "x")), { minLength: 1, maxLength: 40 })
}).map(({ changes, part, source }) => {
  const files = unzipSync(source)
  let xml = Buffer.from(files[part] ?? []).toString("utf8")
  const values = [...xml.matchAll(/="([^"]*)"/g)].filter(({ 0: found }) => !found.includes("http") && !found.includes("urn:"))
  const chosen = changes.map(([at, value]) => [values[Math.floor(at * values.length)], value] as const).sort(([a], [b]) => (b?.index ?? 0) - (a?.index ?? 0))
  let last = Infinity
  for (const [found, value] of chosen) {
    if (found === undefined || found.index >= last) continue
    last = found.index
    xml = `${xml.slice(0, found.index)}="${value}"${xml.slice(found.index + found[0].length)}`
  }
  return zipSync({ ...files, [part]: Buffer.from(xml) })
})

it.effect.prop("answers any damage with pages or a refusal, never with a defect", { bytes: FastCheck.oneof(damagedFile, damagedPart) }, ({ bytes }) =>
  Effect.gen(function*() {
    const exit = yield* Effect.exit(decode(bytes))
    const isAnswer = Exit.match(exit, {
      onSuccess: (pages) => pages.length > 0 && pages.every(({ words }) => words.every(({ box }) => [box.x, box.y, box.width, box.height].every(Number.isFinite))),
      onFailure: (cause) => cause._tag === "Fail" && cause.error instanceof DocumentRefused.DocumentRefused
    })
    expect(isAnswer).toBe(true)
  }), { fastCheck: { numRuns: 150 } })
