/**
 * A decoded document: pages of positioned words, and, after layout, of lines in reading order.
 * Units are PDF points (1/72 inch); the origin is the top left corner of the page and y grows downwards.
 */
import { Schema } from "effect"

/** The accepted media types. */
export const MediaType = Schema.Literal(
  "application/pdf", "image/jpeg", "image/png", "image/webp", "image/tiff",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
export type MediaType = typeof MediaType.Type

export const Box = Schema.Struct({
  x: Schema.Number,
  y: Schema.Number,
  width: Schema.Number,
  height: Schema.Number
}).annotations({ identifier: "Box" })
export type Box = typeof Box.Type

/** A word, or a run of glyphs without white space. `confidence` (0..1) is set by OCR only. */
export const Word = Schema.Struct({
  text: Schema.String,
  box: Box,
  fontSize: Schema.Number,
  bold: Schema.Boolean,
  italic: Schema.Boolean,
  /** `#rrggbb`, null when unknown */
  color: Schema.NullOr(Schema.String),
  /** target of the link annotation that covers the word */
  url: Schema.NullOr(Schema.String),
  confidence: Schema.NullOr(Schema.Number)
})
export type Word = typeof Word.Type

/** Where the words of a page came from. */
export const TextSource = Schema.Literal("text_layer", "ocr")
export type TextSource = typeof TextSource.Type

/** What a link annotation covers and where it leads. */
export const Hyperlink = Schema.Struct({ box: Box, url: Schema.String })
export type Hyperlink = typeof Hyperlink.Type

/** A drawn line or filled area: it separates or backs text. */
export const Shape = Schema.Struct({ kind: Schema.Literal("rule", "fill"), box: Box, color: Schema.NullOr(Schema.String) })
export type Shape = typeof Shape.Type

/** Why a reader cannot see a text that the file holds. */
export const HiddenReason = Schema.Literal(
  /** in the colour of what it stands on */
  "no_contrast",
  /** smaller than 2 points, or squeezed to nothing */
  "tiny",
  "off_page",
  /** outside of the area that is painted */
  "clipped",
  /** behind a picture or a filled area */
  "covered",
  /** in optional content that is off */
  "layer_off",
  /** characters without a shape that carry a message */
  "zero_width",
  /** marked as hidden, or painted with no ink */
  "invisible"
)
export type HiddenReason = typeof HiddenReason.Type

/** A page as a decoder gives it: words in the order of the file, not yet in lines. */
export const RawPage = Schema.Struct({
  /** from 1 */
  number: Schema.Int,
  width: Schema.Number,
  height: Schema.Number,
  source: TextSource,
  words: Schema.Array(Word),
  /** without ink over a picture, or beneath one of the page's size: they claim to say what it shows; absent for none */
  overlay: Schema.optional(Schema.Array(Word)),
  links: Schema.Array(Hyperlink),
  shapes: Schema.Array(Shape),
  /** why text of this page was left out, each reason once */
  hidden: Schema.Array(HiddenReason),
  /** the decoder's verdict, of the overlay too: the text layer is good enough to read */
  hasUsableText: Schema.Boolean,
  /** nothing is on the page: no text, no picture, no drawing */
  isBlank: Schema.Boolean
})
export type RawPage = typeof RawPage.Type

/** A run of words on one baseline within one column. */
export const Line = Schema.Struct({
  /** from 1, through the whole document, in reading order; what extractors cite */
  number: Schema.Int,
  /** from 1 */
  page: Schema.Int,
  /** from 0, left to right within its page; -1 for lines that span the columns */
  column: Schema.Int,
  /** x where text of its column or cell ends: a line that reaches it may go on in the next */
  edge: Schema.Number,
  text: Schema.String,
  box: Box,
  words: Schema.Array(Word)
})
export type Line = typeof Line.Type

export const Page = Schema.Struct({
  number: Schema.Int,
  width: Schema.Number,
  height: Schema.Number,
  source: TextSource,
  hasUsableText: Schema.Boolean,
  isBlank: Schema.Boolean,
  lines: Schema.Array(Line),
  links: Schema.Array(Hyperlink),
  shapes: Schema.Array(Shape),
  /** why text of this page was left out, each reason once */
  hidden: Schema.Array(HiddenReason)
})
export type Page = typeof Page.Type

export const Document = Schema.Struct({
  mediaType: MediaType,
  pages: Schema.Array(Page)
})
export type Document = typeof Document.Type

/** All lines of the document, in reading order: `lines(document)[n - 1].number === n`. */
export const lines = (document: Document): ReadonlyArray<Line> => document.pages.flatMap((page) => page.lines)

/** The visible text, a line each. */
export const text = (document: Document): string => lines(document).map((line) => line.text).join("\n")
