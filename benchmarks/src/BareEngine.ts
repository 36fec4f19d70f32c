/** tesseract.js as anybody would use it, with the right language known: what ours is compared with. */
import { Effect } from "effect"
import { createRequire } from "node:module"
import { dirname } from "node:path"
import { createWorker, type Worker } from "tesseract.js"
import type { Placed } from "./CharacterError.js"

const require = createRequire(import.meta.url)

const names: Readonly<Record<string, string>> = {
  en: "eng", fr: "fra", de: "deu", es: "spa", it: "ita", pt: "por", nl: "nld", pl: "pol", sv: "swe"
}

/** Italian data names a list of words that it comes without. */
const settings: Readonly<Record<string, string>> = { user_words_suffix: "" }

/** Ready to read in this language; ends with the scope. */
export const make = (language: string) =>
  Effect.acquireRelease(
    Effect.promise(() => {
      const name = names[language] ?? "eng"
      const langPath = dirname(require.resolve(`@tesseract.js-data/${name}/4.0.0_best_int/${name}.traineddata.gz`))
      return createWorker(name, 1, { langPath, cacheMethod: "none" }, settings)
    }),
    (worker) => Effect.promise(() => worker.terminate())
  )

const wordLevel = "5"

/** Words in points. */
export const read = (worker: Worker, png: Uint8Array, resolution: number): Effect.Effect<ReadonlyArray<Placed>> =>
  Effect.promise(async () => {
    const { data } = await worker.recognize(Buffer.from(png), {}, { text: false, tsv: true })
    const points = 72 / resolution
    return (data.tsv ?? "").split("\n").flatMap((row): ReadonlyArray<Placed> => {
      const [level, , , , , , x = "", y = "", width = "", height = "", , text = ""] = row.split("\t")
      if (level !== wordLevel || text.trim() === "") return []
      return [{ text, box: { x: Number(x) * points, y: Number(y) * points, width: Number(width) * points, height: Number(height) * points } }]
    })
  })
