/** One page: from the engine's operators to words, links and shapes. */
import type { Document } from "@excv/schema"
import * as Interpreter from "./content/Interpreter.js"
import type { Glyph } from "./content/Glyph.js"
import * as Matrix from "./content/Matrix.js"
import type { PageInfo, Session } from "./engine/Session.js"
import * as Links from "./Links.js"
import * as Accents from "./text/Accents.js"
import * as Characters from "./text/Characters.js"
import * as Runs from "./text/Runs.js"
import * as Words from "./text/Words.js"
import * as Verdict from "./Verdict.js"

/** points, of a page whose own box is unusable: A4 */
const fallback = { width: 595, height: 842 }

const dimensions = ({ rotate, userUnit, view }: PageInfo) => {
  const width = (view[2] - view[0]) * userUnit, height = (view[3] - view[1]) * userUnit
  if (!(width > 0 && height > 0)) return fallback
  return rotate % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** Glyphs with readable text and a place on the page. */
const visible = (glyphs: ReadonlyArray<Glyph>, page: { readonly width: number; readonly height: number }): ReadonlyArray<Glyph> =>
  glyphs.flatMap((glyph) => {
    const isOnPage = glyph.x > -glyph.size && glyph.x < page.width && glyph.y > 0 && glyph.y < page.height + glyph.size / 2
    if (!isOnPage || !(glyph.size > 0)) return []
    const text = Characters.normalize(glyph.text, glyph.width)
    return text === "" ? [] : [text === glyph.text ? glyph : { ...glyph, text }]
  })

const unreadable = (number: number): Document.RawPage =>
  ({ number, ...fallback, source: "text_layer", words: [], links: [], shapes: [], hasUsableText: false, isBlank: false })

/** Reads the page with this number, from 1; a page that cannot be read is an empty one without usable text. */
export const read = async (session: Session, number: number): Promise<Document.RawPage> => {
  try {
    const info = await session.page(number - 1)
    const size = dimensions(info)
    const base = Matrix.viewport(info.view, info.rotate, info.userUnit)
    const interpreter = Interpreter.make(session, base)
    await session.operators(number - 1, interpreter.run)
    const links = Links.read(await session.annotations(number - 1), base)
    const { glyphs, pictures, shapes } = interpreter.content
    const words = Words.make(Runs.make(Accents.join(visible(glyphs, size))))
    return {
      number, ...size, source: "text_layer",
      words: Links.attach(words, links), links, shapes,
      hasUsableText: Verdict.hasUsableText(words, pictures, size),
      isBlank: words.length + pictures.length + shapes.length === 0
    }
  } catch {
    return unreadable(number)
  }
}
