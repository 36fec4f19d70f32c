/** One page: from the engine's operators to words, links and shapes. */
import { Unseen } from "@excv/provider"
import type { Document } from "@excv/schema"
import * as Covers from "./content/Covers.js"
import * as Interpreter from "./content/Interpreter.js"
import type { Glyph } from "./content/Glyph.js"
import * as Layers from "./content/Layers.js"
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
const isOverPicture = ({ x, y }: Glyph, pictures: ReadonlyArray<Document.Box>): boolean =>
  pictures.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)

/** Why nobody can see the glyph; null when somebody can. */
const reasonOf = (glyph: Glyph, pictures: ReadonlyArray<Document.Box>, page: Size): Document.HiddenReason | null => {
  if (!(glyph.size > 0)) return "tiny"
  if (!lies(glyph, page)) return "off_page"
  if (glyph.ink === "none") return isOverPicture(glyph, pictures) ? null : "invisible"
  return glyph.ink === "seen" ? null : glyph.ink
}

/** The same letter printed once more on its spot, to look bold. */
const isOverprint = (glyph: Glyph, previous: Glyph | undefined): boolean =>
  previous !== undefined && previous.text === glyph.text && glyph.text !== " " &&
  Math.abs(previous.x - glyph.x) < 0.1 * glyph.size && Math.abs(previous.y - glyph.y) < 0.1 * glyph.size

interface Visible {
  readonly glyphs: ReadonlyArray<Glyph>
  /** without ink over a picture, or beneath one of the page's size */
  readonly overlay: ReadonlyArray<Glyph>
  readonly hidden: ReadonlyArray<Document.HiddenReason>
}

/** A lost sign is a flaw of the program that wrote the file; letters say something. */
const minLetters = 2

const isLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Glyphs with readable text that a reader of the page can see, and why the others cannot be seen. */
const visible = ({ covers, glyphs, pictures }: Interpreter.Content, page: Size): Visible => {
  const seen: Array<Glyph> = [], overlay: Array<Glyph> = []
  const beneath = Covers.beneathSheet(covers, page)
  const lost = new Map<Document.HiddenReason, number>()
  let written = ""
  for (const [index, glyph] of Covers.mark(glyphs, covers, page).entries()) {
    const reason = reasonOf(glyph, pictures, page)
    if (reason !== null) {
      if (isLetter(glyph.text)) lost.set(reason, (lost.get(reason) ?? 0) + 1)
      continue
    }
    written += glyph.text
    const text = Characters.normalize(glyph.text, glyph.width)
    const normalized = text === glyph.text ? glyph : { ...glyph, text }
    const kept = glyph.ink === "none" || index < beneath ? overlay : seen
    if (text !== "" && !isOverprint(normalized, kept[kept.length - 1])) kept.push(normalized)
  }
  const hidden = [...lost].filter(([, letters]) => letters >= minLetters).map(([reason]) => reason)
  return { glyphs: seen, overlay, hidden: Unseen.hidesMessage(written) ? [...hidden, "zero_width"] : hidden }
}

/** The angle that most of the text of the page is turned by, if it is not upright; a quarter or half turn. */
const turn = (glyphs: ReadonlyArray<Glyph>): number =>
  [90, 180, 270].find((angle) => glyphs.filter((glyph) => glyph.angle === angle).length > 0.6 * glyphs.length) ?? 0

const interpret = async (session: Session, index: number, info: PageInfo) => {
  const base = Matrix.viewport(info.view, info.rotate, info.userUnit)
  const interpreter = Interpreter.make(session, base, Layers.make(await session.layers()))
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
  ({ number, ...fallback, source: "text_layer", words: [], links: [], shapes: [], hidden: [], hasUsableText: false, isBlank: false })

const wordsOf = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Document.Word> => Words.make(Runs.make(Accents.join(glyphs)))

const readContent = async (session: Session, number: number, info: PageInfo): Promise<Document.RawPage> => {
  const { base, content, size } = await interpretUpright(session, number - 1, info)
  const links = Links.read(await session.links(number - 1), base)
  const { glyphs, hidden, overlay } = visible(content, size)
  const words = Chips.add(Ratings.add(Bullets.add(wordsOf(glyphs), content.dots), content.marks), content.marks)
  const laid = wordsOf(overlay)
  return {
    number, ...size, source: "text_layer",
    words: Links.attach(words, links), ...(laid.length > 0 && { overlay: Links.attach(laid, links) }), links, shapes: content.shapes, hidden,
    hasUsableText: Verdict.hasUsableText([...words, ...laid], content.pictures, size),
    isBlank: words.length + laid.length + content.pictures.length + content.shapes.length === 0
  }
}

/** Reads the page with this number, from 1; null when the document has no such page, an unreadable one when it is broken. */
export const read = async (session: Session, number: number): Promise<Document.RawPage | null> => {
  const info = await session.page(number - 1).catch(() => null)
  return info === null ? null : readContent(session, number, info).catch(() => unreadable(number))
}
