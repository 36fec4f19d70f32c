/** Set text that has no page yet: lines and areas at their places below one another, to be cut where a page ends. Points. */
import type { Document } from "@excv/schema"
import type { Drawing, Frame, Table } from "../content/Content.js"

/** A word with the area that its own run, paragraph or cell lays behind it; null when there is none. */
export interface SetWord {
  readonly word: Document.Word
  /** null: black on light, white on dark */
  readonly color: string | null
  readonly shading: string | null
}

export interface Area {
  readonly kind: "fill" | "rule" | "picture"
  readonly box: Document.Box
  readonly color: string | null
  readonly isOpaque: boolean
}

/** What has a place of its own on the page, with the column and the paragraph that its place is measured from. */
export interface Anchored {
  readonly content: Drawing | Frame | Table
  readonly columnX: number
  readonly columnWidth: number
  readonly y: number
}

/** What no page break cuts: a line, a picture. */
export interface Atom {
  readonly top: number
  readonly bottom: number
  readonly words: ReadonlyArray<SetWord>
  readonly areas: ReadonlyArray<Area>
  readonly links: ReadonlyArray<Document.Hyperlink>
  readonly hidden: ReadonlyArray<Document.HiddenReason>
  readonly anchored: ReadonlyArray<Anchored>
}

export interface Galley {
  readonly height: number
  readonly atoms: ReadonlyArray<Atom>
  /** fills and rules that may be cut */
  readonly areas: ReadonlyArray<Area>
}

export const empty: Galley = { height: 0, atoms: [], areas: [] }

const movedBox = (box: Document.Box, x: number, y: number): Document.Box => ({ ...box, x: box.x + x, y: box.y + y })

const movedArea = (area: Area, x: number, y: number): Area => ({ ...area, box: movedBox(area.box, x, y) })

const movedAtom = (atom: Atom, x: number, y: number): Atom => ({
  ...atom,
  top: atom.top + y,
  bottom: atom.bottom + y,
  words: atom.words.map((one) => ({ ...one, word: { ...one.word, box: movedBox(one.word.box, x, y) } })),
  areas: atom.areas.map((area) => movedArea(area, x, y)),
  links: atom.links.map((link) => ({ ...link, box: movedBox(link.box, x, y) })),
  anchored: atom.anchored.map((one) => ({ ...one, columnX: one.columnX + x, y: one.y + y }))
})

export const moved = ({ areas, atoms, height }: Galley, x: number, y: number): Galley => ({
  height: height + y,
  atoms: atoms.map((atom) => movedAtom(atom, x, y)),
  areas: areas.map((area) => movedArea(area, x, y))
})

/** Side by side, or one below the other when they were moved. */
export const join = (galleys: ReadonlyArray<Galley>): Galley => ({
  height: galleys.reduce((height, galley) => Math.max(height, galley.height), 0),
  atoms: galleys.flatMap((galley) => galley.atoms),
  areas: galleys.flatMap((galley) => galley.areas)
})

const cutArea = (area: Area, from: number, to: number): ReadonlyArray<Area> => {
  const top = Math.max(area.box.y, from), bottom = Math.min(area.box.y + area.box.height, to)
  return bottom < top || (bottom === top && area.box.height > 0) ? [] : [{ ...area, box: { ...area.box, y: top, height: bottom - top } }]
}

/** points that a line may stand over the edge */
const slack = 0.5

/** What fits in the height, and the rest moved to the top. */
export const split = (galley: Galley, height: number): readonly [Galley, Galley] => {
  const fits = (atom: Atom) => atom.bottom <= height + slack
  const rest = galley.atoms.filter((atom) => !fits(atom))
  const cut = rest.reduce((top, atom) => Math.min(top, atom.top), Infinity)
  const from = Number.isFinite(cut) ? cut : galley.height
  const head: Galley = { height: Math.min(galley.height, height), atoms: galley.atoms.filter(fits), areas: galley.areas.flatMap((area) => cutArea(area, -Infinity, Math.min(height, Math.max(from, 0)))) }
  const tail: Galley = { height: galley.height, atoms: rest, areas: galley.areas.flatMap((area) => cutArea(area, from, Infinity)) }
  return [head, moved(tail, 0, -from)]
}
