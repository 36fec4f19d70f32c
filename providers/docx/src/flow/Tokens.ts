/** The inside of a paragraph cut into what stands in lines: words, spaces, tabulators and pictures. Hidden text is left out and noted. */
import { Unseen } from "@excv/provider"
import type { Document } from "@excv/schema"
import type { Drawing, Inline, Label, Paragraph } from "../content/Content.js"
import type { RunStyle } from "../style/RunStyle.js"
import * as Widths from "./Widths.js"

export interface Piece {
  readonly text: string
  readonly style: RunStyle
  readonly url: string | null
}

export interface WordToken {
  readonly kind: "word"
  readonly pieces: ReadonlyArray<Piece>
  readonly width: number
  readonly fontSize: number
}

export type Token =
  | WordToken
  | { readonly kind: "space"; readonly width: number; readonly fontSize: number }
  | { readonly kind: "tab"; readonly to: "left" | "center" | "right" | null }
  | { readonly kind: "newline" }
  | { readonly kind: "drawing"; readonly drawing: Drawing }
  | { readonly kind: "hidden"; readonly reason: Document.HiddenReason }

/** The page that a text will stand on, as far as it is known. */
export interface Numbers {
  readonly page: number
  readonly pages: number
}

/** points: smaller text cannot be read */
const minSize = 2
/** share of the width of a letter: text that is squeezed further cannot be read */
const minScale = 0.1
/** of the em: letters that are pushed together further lie upon each other */
const minAdvance = 0.1
/** of the em: a line that is lower shows nothing of its letters */
const minLine = 0.35

const reasonOf = (style: RunStyle, paragraph: Paragraph["style"]): Document.HiddenReason | null => {
  if (style.vanishes || style.transparent) return "invisible"
  const isPushed = style.spacing < 0 && 0.5 + style.spacing / style.fontSize < minAdvance
  if (style.fontSize < minSize || style.scale < minScale || isPushed) return "tiny"
  return paragraph.lineRule === "exact" && paragraph.line < minLine * style.fontSize ? "clipped" : null
}

/** points, as the run is drawn */
export const sizeOf = ({ fontSize, raised }: RunStyle): number => (raised === "none" ? fontSize : fontSize * 0.65)

const widthOf = (text: string, style: RunStyle): number =>
  Math.max(0, Widths.of(text, style.font, sizeOf(style), style.bold) * style.scale + style.spacing * text.length)

const wordOf = (pieces: ReadonlyArray<Piece>): WordToken => ({
  kind: "word",
  pieces,
  width: pieces.reduce((sum, { style, text }) => sum + widthOf(text, style), 0),
  fontSize: Math.max(...pieces.map(({ style }) => style.fontSize))
})

const spaces = /([\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+)/u
const isSpace = (text: string): boolean => text !== "" && text.replace(spaces, "") === ""

const labelInlines = (label: Label | null): ReadonlyArray<Inline> => {
  if (label === null) return []
  const text: Inline = { kind: "text", text: label.text, style: label.style, url: null }
  if (label.suffix === "tab") return [text, { kind: "tab", style: label.style, to: null }]
  return label.suffix === "space" ? [text, { ...text, text: " " }] : [text]
}

export const make = (paragraph: Paragraph, numbers: Numbers): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  let pieces: Array<Piece> = []
  const endWord = () => {
    if (pieces.length > 0) tokens.push(wordOf(pieces))
    pieces = []
  }
  const push = (token: Token) => {
    endWord()
    tokens.push(token)
  }
  const addText = (written: string, style: RunStyle, url: string | null) => {
    const { text } = Unseen.strip(written)
    const reason = reasonOf(style, paragraph.style)
    // Hidden text takes no room; a hidden word within a word parts nothing.
    if (reason !== null) return text.trim() === "" ? undefined : void tokens.push({ kind: "hidden", reason })
    for (const part of text.split(spaces)) {
      if (isSpace(part)) push({ kind: "space", width: widthOf(part, style), fontSize: style.fontSize })
      else if (part !== "") pieces.push({ text: part, style, url })
    }
  }
  const written = paragraph.inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("")
  if (Unseen.strip(written).hidesMessage) tokens.push({ kind: "hidden", reason: "zero_width" })
  for (const inline of [...labelInlines(paragraph.label), ...paragraph.inlines]) {
    switch (inline.kind) {
      case "text": addText(inline.text, inline.style, inline.url); break
      case "page": addText(String(inline.of === "number" ? numbers.page : numbers.pages), inline.style, null); break
      case "tab": push({ kind: "tab", to: inline.to }); break
      case "break": push({ kind: "newline" }); break
      case "drawing":
        if (inline.anchor === null) push({ kind: "drawing", drawing: inline })
        else tokens.push({ kind: "drawing", drawing: inline })
    }
  }
  endWord()
  return tokens
}
