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
/** of `PageSegMode`: one block of text */
const singleBlock = "6"
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

/**
 * Words as Tesseract's tables of tab-separated values, one a region; `image` is a file in a format that Leptonica reads.
 * Seconds a page.
 */
export const recognize = async (
  image: Uint8Array,
  resolution: number,
  regions: ReadonlyArray<Region>,
  language: string
): Promise<ReadonlyArray<string>> => {
  const loaded = await (module ??= start())
  const api = use(loaded, Languages.nameOf(language))
  loaded.FS.writeFile(input, image)
  try {
    api.SetVariable("user_defined_dpi", String(Math.round(resolution)))
    api.SetVariable("tessedit_pageseg_mode", singleBlock)
    if (api.SetImageFile(1, 0) !== 0) throw new Error("Tesseract cannot read the picture.")
    return regions.map(({ height, left, top, width }) => {
      api.SetRectangle(left, top, width, height)
      api.Recognize(null)
      return api.GetTSVText(0)
    })
  } finally {
    api.Clear()
    loaded.FS.unlink(input)
  }
}
