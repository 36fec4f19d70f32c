/** The languages that are installed: each is one package of trained data. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { gunzipSync } from "node:zlib"

const require = createRequire(import.meta.url)

/** Tesseract's names by ISO 639-1; any other package `@tesseract.js-data/NAME` that is installed beside these would need a line here. */
const names: Readonly<Record<string, string>> = {
  en: "eng", fr: "fra", de: "deu", es: "spa", it: "ita", pt: "por", nl: "nld", pl: "pol", sv: "swe"
}

const fileOf = (name: string): string | null => {
  try {
    return require.resolve(`@tesseract.js-data/${name}/4.0.0_best_int/${name}.traineddata.gz`)
  } catch {
    return null
  }
}

/** ISO 639-1 codes, English first. */
export const installed: ReadonlyArray<string> = Object.entries(names).flatMap(([code, name]) => (fileOf(name) === null ? [] : [code]))

export const nameOf = (code: string): string => names[code] ?? "eng"

/** The trained data of a language by Tesseract's name, 3 to 15 MB. */
export const data = (name: string): Uint8Array => {
  const file = fileOf(name)
  if (file === null) throw new Error(`Install @tesseract.js-data/${name} to read this language.`)
  return gunzipSync(readFileSync(file))
}
