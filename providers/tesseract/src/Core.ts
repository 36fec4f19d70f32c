/**
 * Tesseract itself, compiled to WebAssembly. The wrapper `tesseract.js` starts a thread for each language, takes encoded
 * files only and cannot be stopped within a page; its core has none of these limits, and one instance holds many languages.
 */
import { createRequire } from "node:module"
import * as Languages from "./Languages.js"
import type { Region } from "./Regions.js"

/** One language of the engine. */
interface Api {
  readonly Init: (path: string | null, language: string, mode: number) => number
  readonly SetVariable: (name: string, value: string) => void
  readonly SetImageFile: (orientation: number, angle: number) => number
  readonly SetRectangle: (left: number, top: number, width: number, height: number) => void
  readonly Recognize: (monitor: null) => number
  readonly GetTSVText: (page: number) => string
  readonly Clear: () => void
  readonly End: () => void
}

interface Module {
  readonly FS: {
    readonly writeFile: (path: string, data: Uint8Array) => void
    readonly unlink: (path: string) => void
  }
  readonly TessBaseAPI: new() => Api
}

type Start = (options: { readonly print: () => void; readonly printErr: () => void }) => Promise<Module>

/** of `OcrEngineMode` */
const neuralNetworkOnly = 1

/** of `PageSegMode`: a column of lines in several sizes, one block, or one line */
export type Mode = "4" | "6" | "7"
/** Each takes 15 to 40 MB. */
const maxLanguages = 3

const silent = () => undefined

const start = (): Promise<Module> => {
  const create = createRequire(import.meta.url)("tesseract.js-core/tesseract-core-simd-lstm.js") as Start
  return create({ print: silent, printErr: silent })
}

let module: Promise<Module> | undefined
/** the language used last comes last */
const languages = new Map<string, Api>()

const load = ({ FS, TessBaseAPI }: Module, name: string): Api => {
  const file = `./${name}.traineddata`
  FS.writeFile(file, Languages.data(name))
  const api = new TessBaseAPI()
  const status = api.Init(null, name, neuralNetworkOnly)
  FS.unlink(file)
  if (status !== 0) throw new Error(`Tesseract cannot read its data of ${name}.`)
  return api
}

const use = (loaded: Module, name: string): Api => {
  const api = languages.get(name) ?? load(loaded, name)
  languages.delete(name)
  languages.set(name, api)
  const [oldest] = languages
  if (languages.size > maxLanguages && oldest !== undefined) {
    oldest[1].End()
    languages.delete(oldest[0])
  }
  return api
}

const input = "/input"

/** A region of a picture, and how it is to be looked at. */
export interface Look extends Region {
  /** ISO 639-1 */
  readonly language: string
  /** of `PageSegMode` */
  readonly mode: Mode
}

/**
 * Words as Tesseract's tables of tab-separated values, one a look; `image` is a file in a format that Leptonica reads.
 * Seconds a page.
 */
export const recognize = async (image: Uint8Array, resolution: number, looks: ReadonlyArray<Look>): Promise<ReadonlyArray<string>> => {
  const loaded = await (module ??= start())
  loaded.FS.writeFile(input, image)
  const ready = new Map<string, Api>()
  const apiOf = (language: string): Api => {
    const name = Languages.nameOf(language), known = ready.get(name)
    if (known !== undefined) return known
    const api = use(loaded, name)
    api.SetVariable("user_defined_dpi", String(Math.round(resolution)))
    if (api.SetImageFile(1, 0) !== 0) throw new Error("Tesseract cannot read the picture.")
    ready.set(name, api)
    return api
  }
  try {
    return looks.map(({ height, language, left, mode, top, width }) => {
      const api = apiOf(language)
      api.SetVariable("tessedit_pageseg_mode", mode)
      api.SetRectangle(left, top, width, height)
      api.Recognize(null)
      return api.GetTSVText(0)
    })
  } finally {
    ready.forEach((api) => api.Clear())
    loaded.FS.unlink(input)
  }
}
