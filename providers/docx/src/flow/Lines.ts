/** Paragraphs as lines: each a piece that no page break cuts, with its words on one baseline. */
import type { Document } from "@excv/schema"
import type { Paragraph } from "../content/Content.js"
import * as Fill from "./Fill.js"
import type { Anchored, Area, Atom, Galley, SetWord } from "./Galley.js"
import * as InlineDrawings from "./InlineDrawings.js"
import * as Tokens from "./Tokens.js"
import type { Setting } from "./Setting.js"

/** of the em: the height of a single line, and the part of it below the baseline */
const lineHeight = 1.2
const descent = 0.25
/** the em stands for the box of a word: four fifths of it above the baseline */
const ascent = 0.8
const maxLines = 20_000

const heightOf = ({ line, lineRule }: Paragraph["style"], fontSize: number): number => {
  if (lineRule === "exact") return Math.max(line, 1)
  return lineRule === "atLeast" ? Math.max(line, lineHeight * fontSize) : lineHeight * fontSize * Math.max(line, 0.5)
}

const share = (pieces: ReadonlyArray<Tokens.Piece>, holds: (piece: Tokens.Piece) => boolean): boolean =>
  pieces.reduce((sum, piece) => sum + (holds(piece) ? piece.text.length : -piece.text.length), 0) > 0

const raiseOf = ({ fontSize, raised }: Tokens.Piece["style"]): number =>
  raised === "superscript" ? 0.35 * fontSize : raised === "subscript" ? -0.1 * fontSize : 0

const toWord = ({ token, width, x }: Fill.Placed, baseline: number, shading: string | null): ReadonlyArray<SetWord> => {
  if (token.kind !== "word") return []
  const [largest] = [...token.pieces].sort((a, b) => Tokens.sizeOf(b.style) - Tokens.sizeOf(a.style))
  if (largest === undefined) return []
  const size = Tokens.sizeOf(largest.style)
  const word: Document.Word = {
    text: token.pieces.map(({ text }) => text).join("").normalize("NFC"),
    box: { x, y: baseline - raiseOf(largest.style) - ascent * size, width, height: size },
    fontSize: size,
    bold: share(token.pieces, ({ style }) => style.bold),
    italic: share(token.pieces, ({ style }) => style.italic),
    color: largest.style.color,
    url: token.pieces.find(({ url }) => url !== null)?.url ?? null,
    confidence: null
  }
  return [{ word, color: largest.style.color, shading: largest.style.shading ?? shading }]
}

/** Of text that runs to the left: the line as in a mirror. */
const mirrored = (placed: ReadonlyArray<Fill.Placed>, left: number, right: number): ReadonlyArray<Fill.Placed> =>
  placed.map((one) => ({ ...one, x: left + right - one.x - one.width }))

const aligned = (filled: Fill.Filled, { alignment, rightToLeft }: Paragraph["style"], room: Fill.Room): ReadonlyArray<Fill.Placed> => {
  const rest = Math.max(0, room.end - filled.end)
  const shift = filled.hasTab || alignment === "left" ? 0 : alignment === "center" ? rest / 2 : rightToLeft ? 0 : rest
  const placed = filled.placed.map((one) => ({ ...one, x: one.x + shift }))
  return rightToLeft ? mirrored(placed, room.start, room.end) : placed
}

const linksOf = (words: ReadonlyArray<SetWord>): ReadonlyArray<Document.Hyperlink> =>
  words.flatMap(({ word }) => (word.url === null ? [] : [{ box: word.box, url: word.url }]))

/** Lines below one another from y on; `setting` says how much room each has there. */
export const set = (paragraph: Paragraph, setting: Setting): Galley => {
  const { style } = paragraph
  const tokens = Tokens.make(paragraph, setting.numbers)
  const shading = style.shading ?? setting.shading
  const atoms: Array<Atom> = []
  let y = style.before
  let index = 0
  do {
    const isFirst = index === 0
    const column = setting.roomAt(y, lineHeight * (paragraph.run.fontSize || 10))
    y = Math.max(y, column.top)
    const indent = column.left + style.left
    const room: Fill.Room = {
      column: column.left, indent, start: isFirst ? indent + style.firstLine : indent,
      end: Math.max(column.right - style.right, indent + 10), stops: style.tabs, tabEvery: setting.tabEvery
    }
    const filled = Fill.line(tokens, index, room)
    const placed = aligned(filled, style, room)
    const inner = placed.map((one) => InlineDrawings.set(one, setting))
    const fontSize = filled.fontSize || paragraph.run.fontSize
    const height = Math.max(heightOf(style, fontSize), ...inner.map((one) => one?.height ?? 0))
    const baseline = y + height - descent * fontSize
    const words = placed.flatMap((one) => toWord(one, baseline, shading))
    const drawings = inner.flatMap((one) => (one === null ? [] : [one.at(y + height)]))
    atoms.push({
      top: y, bottom: y + height,
      words: [...words, ...drawings.flatMap((one) => one.atoms.flatMap((atom) => atom.words))],
      areas: drawings.flatMap((one) => [...one.areas, ...one.atoms.flatMap((atom) => atom.areas)]),
      links: [...linksOf(words), ...drawings.flatMap((one) => one.atoms.flatMap((atom) => atom.links))],
      hidden: [...filled.hidden, ...drawings.flatMap((one) => one.atoms.flatMap((atom) => atom.hidden))],
      anchored: [
        ...filled.anchored.map((content): Anchored => ({ content, columnX: setting.left, columnWidth: setting.right - setting.left, y: style.before })),
        ...drawings.flatMap((one) => one.atoms.flatMap((atom) => atom.anchored))
      ]
    })
    y += height
    index = filled.next > index ? filled.next : index + 1
  } while (index < tokens.length && atoms.length < maxLines)
  return { height: y + style.after, atoms, areas: decoration(paragraph, setting, y) }
}

const ruleThickness = 0.5

/** The area behind a paragraph and the lines above and below it. */
const decoration = ({ style }: Paragraph, setting: Setting, end: number): ReadonlyArray<Area> => {
  const x = setting.left + style.left, width = setting.right - style.right - x
  const fill: ReadonlyArray<Area> = style.shading === null ? [] : [
    { kind: "fill", box: { x, y: style.before, width, height: end - style.before }, color: style.shading, isOpaque: true }
  ]
  const rule = (y: number): Area => ({ kind: "rule", box: { x, y, width, height: ruleThickness }, color: "#000000", isOpaque: true })
  return [...fill, ...(style.borders.top ? [rule(style.before)] : []), ...(style.borders.bottom ? [rule(end)] : [])]
}
