/** What a document holds, with all styles resolved and nothing placed yet: blocks of text, tables and drawings. Lengths in points. */
import type { ParagraphStyle } from "../style/ParagraphStyle.js"
import type { RunStyle } from "../style/RunStyle.js"

export interface Text {
  readonly kind: "text"
  readonly text: string
  readonly style: RunStyle
  readonly url: string | null
}

export interface Tab {
  readonly kind: "tab"
  readonly style: RunStyle
  /** of a tabulator that needs no stop: where in the line it leads to */
  readonly to: "left" | "center" | "right" | null
}

export interface Break {
  readonly kind: "break"
  readonly of: "line" | "column" | "page"
}

/** A number that only the finished pages tell. */
export interface PageField {
  readonly kind: "page"
  readonly of: "number" | "count"
  readonly style: RunStyle
}

export type Inline = Text | Tab | Break | PageField | Drawing

/** Where one axis of a drawing is measured from. */
export interface Place {
  readonly from: string
  /** points from the start of `from`; or how it lies there */
  readonly at: number | "start" | "center" | "end"
}

export interface Anchor {
  readonly horizontal: Place
  readonly vertical: Place
  /** text keeps clear of it: around it, or above and below only */
  readonly wrap: "none" | "around" | "topAndBottom"
  /** points that text keeps away */
  readonly distance: number
  readonly isBehind: boolean
  /** the higher of two covers the lower */
  readonly order: number
}

/** What fills an area: a colour, something of no single colour, or nothing. */
export type Fill = { readonly color: string | null; readonly isOpaque: boolean } | null

/** One shape of a drawing; its box is measured from the drawing's corner. */
export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: Fill
  readonly isPicture: boolean
  readonly outline: string | null
  readonly blocks: ReadonlyArray<Block>
  readonly inset: Sides
  readonly vertical: "top" | "center" | "bottom"
  /** its height follows its text, or its text goes on in another shape */
  readonly grows: boolean
}

export interface Sides {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface Drawing {
  readonly kind: "drawing"
  readonly width: number
  readonly height: number
  /** null when it stands in the line like a letter */
  readonly anchor: Anchor | null
  readonly shapes: ReadonlyArray<Shape>
  readonly url: string | null
}

export interface Label {
  readonly text: string
  readonly suffix: "tab" | "space" | "nothing"
  readonly style: RunStyle
}

export interface Paragraph {
  readonly kind: "paragraph"
  readonly style: ParagraphStyle
  /** of the paragraph's end: the height of an empty line */
  readonly run: RunStyle
  readonly label: Label | null
  readonly inlines: ReadonlyArray<Inline>
  /** the next paragraph goes on in its line, since its end is hidden or deleted */
  readonly runsOn: boolean
}

export interface Cell {
  /** from 0 */
  readonly column: number
  readonly span: number
  readonly blocks: ReadonlyArray<Block>
  readonly shading: string | null
  readonly margin: Sides
  readonly borders: Edges
  readonly vertical: "top" | "center" | "bottom"
  /** goes on with the cell above */
  readonly isContinued: boolean
}

/** The colour of each side's line; null is none. */
export interface Edges {
  readonly top: string | null
  readonly right: string | null
  readonly bottom: string | null
  readonly left: string | null
}

export interface Row {
  readonly cells: ReadonlyArray<Cell>
  readonly height: number
  readonly isExact: boolean
}

export interface Table {
  readonly kind: "table"
  /** of each column */
  readonly widths: ReadonlyArray<number>
  /** share of the room that the table asks for, where it says one */
  readonly share: number | null
  readonly indent: number
  readonly alignment: "left" | "center" | "right"
  readonly rows: ReadonlyArray<Row>
  /** of a table that text flows around */
  readonly anchor: Anchor | null
}

/** Text that stands at a place of its own, in a frame of older documents. */
export interface Frame {
  readonly kind: "frame"
  readonly width: number | null
  readonly anchor: Anchor
  readonly blocks: ReadonlyArray<Block>
}

export interface Stop {
  readonly kind: "stop"
  readonly of: "page" | "column"
}

export type Block = Paragraph | Table | Frame | Stop

/** Headers or footers by the pages that show them. */
export interface Running {
  readonly first: ReadonlyArray<Block> | null
  readonly even: ReadonlyArray<Block> | null
  readonly standard: ReadonlyArray<Block> | null
}

export interface Section {
  readonly width: number
  readonly height: number
  readonly margin: Sides
  /** from the edge of the page */
  readonly headerAt: number
  readonly footerAt: number
  /** of each column, with the space after it */
  readonly columns: ReadonlyArray<{ readonly width: number; readonly space: number }>
  readonly isContinuous: boolean
  readonly hasFirst: boolean
  readonly header: Running
  readonly footer: Running
  readonly blocks: ReadonlyArray<Block>
}

export interface Document {
  readonly sections: ReadonlyArray<Section>
  readonly hasEven: boolean
  /** of the page; null is white */
  readonly background: string | null
  readonly tabEvery: number
}
