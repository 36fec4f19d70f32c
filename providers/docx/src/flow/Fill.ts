/** Fills one line: words from the left, tabulators to their stops, until the next word would stand over the right edge. */
import type { Drawing } from "../content/Content.js"
import type { Alignment, TabStop } from "../style/ParagraphStyle.js"
import type { Token, WordToken } from "./Tokens.js"

/** Where a line may stand; stops are measured from `column`. */
export interface Room {
  /** of the column, before any indent */
  readonly column: number
  readonly start: number
  readonly end: number
  /** where lines that hang begin: a stop for the first one */
  readonly indent: number
  readonly stops: ReadonlyArray<TabStop>
  readonly tabEvery: number
}

export interface Placed {
  readonly token: WordToken | { readonly kind: "drawing"; readonly drawing: Drawing }
  readonly x: number
  readonly width: number
}

export interface Filled {
  readonly placed: ReadonlyArray<Placed>
  /** drawings that have a place of their own */
  readonly anchored: ReadonlyArray<Drawing>
  readonly hidden: ReadonlyArray<Extract<Token, { readonly kind: "hidden" }>["reason"]>
  /** index of the token that the next line begins with */
  readonly next: number
  /** tallest space or word in points, 0 for an empty line */
  readonly fontSize: number
  readonly hasTab: boolean
  /** right end of what was placed */
  readonly end: number
}

/** points */
const slack = 0.5

/** What stands between two tabulators. */
interface Group {
  readonly alignment: Alignment
  readonly at: number
  /** nothing may stand before it */
  readonly from: number
  readonly items: Array<{ readonly token: Placed["token"]; readonly offset: number; readonly width: number }>
  width: number
}

const startOf = ({ alignment, at, from, width }: Group): number => {
  if (alignment === "right") return Math.max(from, at - width)
  return alignment === "center" ? Math.max(from, at - width / 2) : Math.max(from, at)
}

const endOf = (group: Group): number => startOf(group) + group.width

/** The next stop behind x: one that was set, the hanging indent, or one of those in even distances. */
const nextStop = (room: Room, x: number): TabStop & { readonly isSet: boolean } => {
  const set = room.stops.map(({ alignment, at }) => ({ alignment, at: room.column + at, isSet: true }))
  const hanging = room.indent > room.start ? [{ alignment: "left" as const, at: room.indent, isSet: true }] : []
  const [found] = [...set, ...hanging].filter(({ at }) => at > x + slack).sort((a, b) => a.at - b.at)
  const even = room.column + (Math.floor((x + slack - room.column) / room.tabEvery) + 1) * room.tabEvery
  return found ?? { alignment: "left", at: even, isSet: false }
}

const absoluteStop = (room: Room, to: Alignment): TabStop & { readonly isSet: boolean } =>
  ({ alignment: to, isSet: true, at: to === "left" ? room.indent : to === "center" ? (room.column + room.end) / 2 : room.end })

export const line = (tokens: ReadonlyArray<Token>, from: number, room: Room): Filled => {
  const groups: Array<Group> = [{ alignment: "left", at: room.start, from: room.start, items: [], width: 0 }]
  const anchored: Array<Drawing> = []
  const hidden: Array<Filled["hidden"][number]> = []
  let space = 0, fontSize = 0, count = 0
  let index = from
  const group = () => groups[groups.length - 1] ?? { alignment: "left" as const, at: room.start, from: room.start, items: [], width: 0 }
  const limit = () => (groups.length > 1 ? Math.max(room.end, group().alignment === "left" ? 0 : group().at) : room.end)
  const place = (token: Placed["token"], width: number): boolean => {
    const current = group()
    const grown = { ...current, width: current.width + space + width }
    if (count > 0 && endOf(grown) > limit() + slack) return false
    // A word wider than the line stays within it, as if its letters stood closer.
    const held = Math.max(1, Math.min(width, room.end - (startOf(current) + current.width + space)))
    current.items.push({ token, offset: current.width + space, width: current.alignment === "left" ? held : width })
    current.width += space + (current.alignment === "left" ? held : width)
    space = 0
    count++
    return true
  }
  const tabulate = (to: Alignment | null): boolean => {
    const end = endOf(group()) + space
    const stop = to === null ? nextStop(room, end) : absoluteStop(room, to)
    if (!stop.isSet && stop.at > room.end && count > 0) return false
    groups.push({ alignment: stop.alignment, at: stop.at, from: end, items: [], width: 0 })
    space = 0
    return true
  }
  const done = (next: number): Filled => ({
    placed: groups.flatMap((one) => one.items.map(({ offset, token, width }) => ({ token, x: startOf(one) + offset, width }))),
    anchored, hidden, next, fontSize, hasTab: groups.length > 1, end: endOf(group())
  })

  for (; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === "newline") return done(index + 1)
    if (token.kind === "hidden") hidden.push(token.reason)
    else if (token.kind === "space") {
      if (count > 0 || from === 0 || groups.length > 1) space += token.width
      fontSize = Math.max(fontSize, count === 0 ? token.fontSize : 0)
    } else if (token.kind === "tab") {
      if (!tabulate(token.to)) return done(index + 1)
    } else if (token.kind === "drawing" && token.drawing.anchor !== null) anchored.push(token.drawing)
    else {
      const width = token.kind === "word" ? token.width : token.drawing.width
      if (!place(token, width)) return done(index)
      if (token.kind === "word") fontSize = Math.max(fontSize, token.fontSize)
    }
  }
  return done(index)
}
