/**
 * Characters and time of our OCR beside the bare engine's, on the same pictures, in turn. Time is that of the processor, of all
 * threads together: what a page costs on one core, however busy the machine is.
 */
import { FileSystem } from "@effect/platform"
import { Effect } from "effect"
import { Excv } from "excv/effect"
import * as BareEngine from "./BareEngine.js"
import * as CharacterError from "./CharacterError.js"
import type * as Corpus from "./Corpus.js"
import { median } from "./Percentile.js"
import * as ProcessTree from "./ProcessTree.js"
import * as Rendering from "./Rendering.js"
import { ms, percent, render } from "./Table.js"

interface Row {
  readonly name: string
  readonly ours: CharacterError.Tally
  readonly bare: CharacterError.Tally
  readonly oursMs: number
  readonly bareMs: number
}

const words = (lines: ReadonlyArray<{ readonly words: ReadonlyArray<CharacterError.Placed> }>) => lines.flatMap((line) => line.words)

/** Both have one thread, and read the page once before they are timed, as a server that is up has. */
const compare = Effect.fn("OcrCost.compare")(function*(excv: Excv.Excv.Service, { file, truth }: Corpus.Document) {
  const files = yield* FileSystem.FileSystem
  const bytes = yield* files.readFile(file)
  const [text] = (yield* excv.read(bytes)).pages
  const png = yield* Rendering.firstPage(bytes)
  const worker = yield* BareEngine.make(truth.language)
  yield* Effect.all([excv.read(png), BareEngine.read(worker, png, Rendering.resolution)])
  const [oursMs, read] = yield* ProcessTree.cpuTimed(excv.read(png))
  const [bareMs, bare] = yield* ProcessTree.cpuTimed(BareEngine.read(worker, png, Rendering.resolution))
  const lines = text?.lines ?? []
  const row: Row = {
    name: truth.document,
    ours: CharacterError.tally(lines, words(read.pages[0]?.lines ?? [])),
    bare: CharacterError.tally(lines, bare),
    oursMs,
    bareMs
  }
  return row
}, Effect.scoped, Effect.orDie)

const error = (tally: CharacterError.Tally): string => percent(CharacterError.rate([tally]))

/** Every so many documents; each takes ten seconds or so. */
export const table = Effect.fn("OcrCost.table")(function*(documents: ReadonlyArray<Corpus.Document>, count: number) {
  const excv = yield* Excv.make({ ocr: { engine: "tesseract", threads: 1 } })
  const step = Math.max(1, Math.floor(documents.length / count))
  const rows = yield* Effect.forEach(documents.filter((_, index) => index % step === 0).slice(0, count), (document) => compare(excv, document))
  const total = [
    "all", percent(CharacterError.rate(rows.map(({ ours }) => ours))), percent(CharacterError.rate(rows.map(({ bare }) => bare))),
    ms(median(rows.map(({ oursMs }) => oursMs))), ms(median(rows.map(({ bareMs }) => bareMs))),
    median(rows.map(({ bareMs, oursMs }) => oursMs / bareMs)).toFixed(2)
  ]
  return render([
    ["page 1 at 200 per inch", "wrong characters", "tesseract.js", "CPU ms", "tesseract.js", "ratio"],
    ...rows.map(({ bare, bareMs, name, ours, oursMs }) => [name, error(ours), error(bare), ms(oursMs), ms(bareMs), (oursMs / bareMs).toFixed(2)]),
    total
  ])
}, Effect.scoped)
