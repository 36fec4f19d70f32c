/**
 * Tesseract itself, compiled to WebAssembly. The wrapper `tesseract.js` starts a thread for each language, takes encoded
 * files only and cannot be stopped within a page; its core has none of these limits, and one instance holds many languages.
 */
import type { Picture } from "@excv/provider"
import * as Languages from "./Languages.js"
import type { Region } from "./Regions.js"
import * as Wasm from "./Wasm.js"

/** of `OcrEngineMode` */
const neuralNetworkOnly = 1

/** of `PageSegMode`: a column of lines in several sizes, one block, or one line */
export type Mode = "4" | "6" | "7"
/** Each takes 15 to 40 MB. */
const maxLanguages = 3

let engine: Promise<Wasm.Engine> | undefined
/** the language used last comes last */
const languages = new Map<string, Wasm.Api>()

const settings = "/settings"
/** Italian data names a list of words that it comes without; and what Tesseract notices on its way interests nobody. */
const settingsText = "user_words_suffix \ndebug_file /dev/null\n"

const load = ({ FS, TessBaseAPI }: Wasm.Module, name: string): Wasm.Api => {
  const file = `./${name}.traineddata`
  FS.writeFile(settings, settingsText)
  FS.writeFile(file, Languages.data(name), { canOwn: true })
  const api = new TessBaseAPI()
  const status = api.Init(null, name, neuralNetworkOnly, settings)
  FS.unlink(file)
  if (status !== 0) throw new Error(`Tesseract cannot read its data of ${name}.`)
  return api
}

const use = (module: Wasm.Module, code: string): Wasm.Api => {
  const name = Languages.nameOf(code)
  const api = languages.get(name) ?? load(module, name)
  languages.delete(name)
  languages.set(name, api)
  const [oldest] = languages
  if (languages.size > maxLanguages && oldest !== undefined) {
    oldest[1].End()
    languages.delete(oldest[0])
  }
  return api
}

/** A region of a picture, and how it is to be looked at. */
export interface Look extends Region {
  /** ISO 639-1 */
  readonly language: string
  /** of `PageSegMode` */
  readonly mode: Mode
}

/** Words as Tesseract's table of tab-separated values, with places in the region. */
export type Recognize = (look: Look) => string

const recognize = (module: Wasm.Module, { resolution, width: pitch }: Picture.Picture, address: number): Recognize => ({ height, language, left, mode, top, width }) => {
  const api = use(module, language)
  api.SetVariable("user_defined_dpi", String(Math.round(resolution)))
  api.SetVariable("tessedit_pageseg_mode", mode)
  // The engine's own rectangles give it wrong pixels where one is as wide as the picture: each region is a picture to it.
  api.SetImage(address + top * pitch + left, width, height, 1, pitch)
  try {
    api.Recognize(null)
    return api.GetTSVText(0)
  } finally {
    api.Clear()
  }
}

/** Looks at one picture, as often as is asked for. Seconds a page. */
export const look = async <A>(picture: Picture.Picture, see: (recognize: Recognize) => A): Promise<A> => {
  const { memory, module } = await (engine ??= Wasm.start())
  return Wasm.withBytes({ memory, module }, picture.pixels, (address) => see(recognize(module, picture, address)))
}
