/** What a picture of a CV costs against its text: F1 of both, by split and kind of picture. */
import type { FileSystem } from "@effect/platform"
import type { PlatformError } from "@effect/platform/Error"
import { Array, Console, Effect } from "effect"
import type { Excv } from "excv/effect"
import * as Measure from "./Measure.js"
import * as Results from "./Results.js"
import type * as Scans from "./Scans.js"
import { render, share, signed } from "./Table.js"

export interface Pair {
  readonly variant: string
  readonly text: Results.DocumentResult
  readonly picture: Results.DocumentResult
}

const measurePair = Effect.fn("OcrAccuracy.measurePair")(function*({ original, picture, variant }: Scans.Scan) {
  const [text, read] = yield* Effect.all([Measure.measure(original), Measure.measure(picture)])
  const pair: Pair = { variant, text: Results.ofMeasured(text), picture: Results.ofMeasured(read) }
  yield* Console.error(`${read.truth.document}: ${share(pair.picture.f1)} (text ${share(pair.text.f1)})${read.failure === null ? "" : ` ${read.failure}`}`)
  return pair
})

const rowOf = (name: string, pairs: ReadonlyArray<Pair>): ReadonlyArray<string> => {
  const text = Results.meansOf(pairs.map((pair) => pair.text)).overall
  const picture = Results.meansOf(pairs.map((pair) => pair.picture)).overall
  return [name, String(pairs.length), share(text), share(picture), signed(picture - text)]
}

export const table = (pairs: ReadonlyArray<Pair>): string => {
  const splits = Array.groupBy(pairs, ({ picture }) => picture.split)
  const rows = Object.entries(splits).flatMap(([split, own]) => [
    ...Object.entries(Array.groupBy(own, ({ variant }) => variant)).map(([variant, some]) => rowOf(`${split} ${variant}`, some)),
    rowOf(`${split}, clean`, own.filter(isClean)),
    rowOf(`${split}, degraded`, own.filter((pair) => !isClean(pair)))
  ])
  return render([["", "documents", "as text", "as picture", "difference"], ...rows])
}

/** Two at a time. */
export const measure = (scans: ReadonlyArray<Scans.Scan>): Effect.Effect<ReadonlyArray<Pair>, PlatformError, FileSystem.FileSystem | Excv.Excv> =>
  Effect.forEach(scans, measurePair, { concurrency: 2 })

export const isClean = ({ variant }: Pair): boolean => variant.startsWith("scan")
