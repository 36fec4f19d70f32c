/** One page: from the engine's operators to words, links and shapes. */
import type { Document } from "@excv/schema"
import * as Interpreter from "./content/Interpreter.js"
import type { Glyph } from "./content/Glyph.js"
import * as Matrix from "./content/Matrix.js"
import type { PageInfo, Session } from "./engine/Session.js"
import * as Links from "./Links.js"
import * as Accents from "./text/Accents.js"
import * as Bullets from "./text/Bullets.js"
import * as Chips from "./text/Chips.js"
import * as Characters from "./text/Characters.js"
import * as Ratings from "./text/Ratings.js"
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

interface Size {
  readonly width: number
  readonly height: number
}

const lies = ({ size, x, y }: Glyph, page: Size): boolean =>
  x > -size && x < page.width && y > 0 && y < page.height + size / 2

/** Text without ink is seen where it lies over a picture: a scan with its text layer. */
const isSeen = (glyph: Glyph, pictures: ReadonlyArray<Document.Box>): boolean =>
  glyph.ink === "seen" ||
  (glyph.ink === "none" && pictures.some(({ height, width, x, y }) =>
    glyph.x >= x && glyph.x <= x + width && glyph.y >= y && glyph.y <= y + height))

/** The same letter printed once more on its spot, to look bold. */
const isOverprint = (glyph: Glyph, previous: Glyph | undefined): boolean =>
  previous !== undefined && previous.text === glyph.text && glyph.text !== " " &&
  Math.abs(previous.x - glyph.x) < 0.1 * glyph.size && Math.abs(previous.y - glyph.y) < 0.1 * glyph.size

/** Glyphs with readable text that a reader of the page can see. */
const visible = ({ glyphs, pictures }: Interpreter.Content, page: Size): ReadonlyArray<Glyph> => {
  const seen: Array<Glyph> = []
  for (const glyph of glyphs) {
    if (!(glyph.size > 0) || !lies(glyph, page) || !isSeen(glyph, pictures)) continue
    const text = Characters.normalize(glyph.text, glyph.width)
    const normalized = text === glyph.text ? glyph : { ...glyph, text }
    if (text !== "" && !isOverprint(normalized, seen[seen.length - 1])) seen.push(normalized)
  }
  return seen
}

/** The angle that most of the text of the page is turned by, if it is not upright; a quarter or half turn. */
const turn = (glyphs: ReadonlyArray<Glyph>): number =>
  [90, 180, 270].find((angle) => glyphs.filter((glyph) => glyph.angle === angle).length > 0.6 * glyphs.length) ?? 0

const interpret = async (session: Session, index: number, info: PageInfo) => {
  const base = Matrix.viewport(info.view, info.rotate, info.userUnit)
  const interpreter = Interpreter.make(session, base)
  await session.operators(index, interpreter.run)
  return { base, size: dimensions(info), content: interpreter.content }
}

/** A page whose text stands on its side is read as if the page were turned. */
const interpretUpright = async (session: Session, index: number, info: PageInfo) => {
  const read = await interpret(session, index, info)
  const angle = turn(read.content.glyphs)
  return angle === 0 ? read : interpret(session, index, { ...info, rotate: (info.rotate + 360 - angle) % 360 })
}

/** Stands for a page that cannot be read. */
export const unreadable = (number: number): Document.RawPage =>
  ({ number, ...fallback, source: "text_layer", words: [], links: [], shapes: [], hasUsableText: false, isBlank: false })

const readContent = async (session: Session, number: number, info: PageInfo): Promise<Document.RawPage> => {
  const { base, content, size } = await interpretUpright(session, number - 1, info)
  const links = Links.read(await session.links(number - 1), base)
  const written = Words.make(Runs.make(Accents.join(visible(content, size))))
  const words = Chips.add(Ratings.add(Bullets.add(written, content.dots), content.marks), content.marks)
  return {
    number, ...size, source: "text_layer",
    words: Links.attach(words, links), links, shapes: content.shapes,
    hasUsableText: Verdict.hasUsableText(words, content.pictures, size),
    isBlank: words.length + content.pictures.length + content.shapes.length === 0
  }
}

/** Reads the page with this number, from 1; null when the document has no such page, an unreadable one when it is broken. */
export const read = async (session: Session, number: number): Promise<Document.RawPage | null> => {
  const info = await session.page(number - 1).catch(() => null)
  return info === null ? null : readContent(session, number, info).catch(() => unreadable(number))
}
