/**
 * What the last cut of a section says about how its starts and heads look, so that one clear entry teaches the unclear ones.
 */
import type { Seen } from "./EntryRows.js"

/** How starts look: their indent, their first style, and the slot that they fill. */
interface Starts {
  readonly indents: ReadonlyMap<number, number>
  readonly slots: ReadonlyMap<string, number>
  readonly shapes: ReadonlyMap<string, number>
  readonly count: number
}

/** What the cut of a section says about how its starts and heads look: -1..1 by key, 0 for the unknown. */
export interface Prior {
  readonly start: ReadonlyMap<string, number>
  readonly head: ReadonlyMap<string, number>
  readonly starts: Starts
  readonly isStart: ReadonlyArray<boolean>
}

/** share of rows: what nearly all rows look like tells no start */
const commonLook = 0.6

/** The first row counts as so many starts. */
const firstTrust = 2

/** The slot that the section begins with, where other rows fill it too. */
const firstSlot = (seen: ReadonlyArray<Seen>): ReadonlyMap<string, number> => {
  const slot = seen[0]?.slot ?? ""
  return new Map(slot !== "" && seen.filter((one) => one.slot === slot).length >= 2 ? [[slot, firstTrust]] : [])
}

/** Before anything is learned, the first row says how starts look, if others look like it. */
export const firstPrior = (seen: ReadonlyArray<Seen>): Prior => {
  const key = seen[0]?.startKey ?? ""
  const alike = seen.filter(({ startKey }) => startKey === key).length
  const isTelling = alike >= 2 && alike <= seen.length * commonLook
  return {
    start: new Map(isTelling ? seen.map(({ startKey }) => [startKey, startKey === key ? 0.4 : -0.25]) : []),
    head: new Map(), starts: { indents: new Map(), slots: firstSlot(seen), shapes: new Map(), count: firstTrust }, isStart: []
  }
}

/** Learns from which rows were taken for the start of an entry, and which for its head. */
export const learn = (seen: ReadonlyArray<Seen>, isStart: ReadonlyArray<boolean>, isHead: ReadonlyArray<boolean>): Prior => {
  const start = new Map<string, [number, number]>()
  const head = new Map<string, [number, number]>()
  const count = (map: Map<string, [number, number]>, key: string, isOne: boolean, weight: number) => {
    const [yes, all] = map.get(key) ?? [0, 0]
    map.set(key, [yes + (isOne ? weight : 0), all + weight])
  }
  seen.forEach((one, index) => {
    count(start, one.startKey, isStart[index] === true, 1)
    // A row whose words leave no doubt teaches more than one that could be either.
    count(head, one.lookKey, isHead[index] === true, Math.max(0.2, Math.min(2, Math.abs(one.headness))))
  })
  const shares = (map: Map<string, [number, number]>) =>
    new Map([...map].map(([key, [yes, all]]) => [key, ((yes + 0.5) / (all + 1) - 0.5) * 2 * Math.min(1, all / 3)]))
  const indents = new Map<number, number>()
  const shapes = new Map<string, number>()
  const slots = new Map<string, number>()
  seen.forEach((one, index) => {
    if (isStart[index] !== true) return
    slots.set(one.slot, (slots.get(one.slot) ?? 0) + 1)
    indents.set(one.indent, (indents.get(one.indent) ?? 0) + 1)
    shapes.set(one.shape, (shapes.get(one.shape) ?? 0) + 1)
  })
  return { start: shares(start), head: shares(head), isStart, starts: { indents, shapes, slots, count: isStart.filter(Boolean).length } }
}

/** How much a row looks like the other starts of its section, -1..1; 0 while there are too few of them. */
const likeness = (one: Seen, { isStart, starts }: Prior): number => {
  const own = isStart[one.index] === true ? 1 : 0
  const others = starts.count - own
  if (others < 2 || starts.indents.size === 0) return 0
  const indent = ((starts.indents.get(one.indent) ?? 0) - own) / others
  const shape = ((starts.shapes.get(one.shape) ?? 0) - own) / others
  return Math.min(1, indent * 1.2) + Math.min(1, shape * 1.2) - 1
}

/** In one CV all entries begin with the title, or all with the company: -1..1, 0 where the words of the row say nothing. */
const fitness = (one: Seen, { isStart, starts }: Prior): number => {
  const own = isStart[one.index] === true ? 1 : 0
  const others = starts.count - own
  if (others < 2 || one.slot === "" || starts.slots.size === 0) return 0
  const alike = ((starts.slots.get(one.slot) ?? 0) - own) / others
  const unlike = [...starts.slots].reduce((sum, [slot, count]) => (slot === "" || slot === one.slot ? sum : sum + count), 0) / others
  return Math.max(-1, Math.min(1, alike - unlike))
}

/** How much speaks for a start besides what makes a head. */
export const startBonus = (one: Seen, prior: Prior): number =>
  (one.goesOn ? -3 : 0) + (one.begins ? 4 : 0) + Math.max(-0.8, Math.min(1.4, one.gap * 1.6)) + 1.8 * (prior.start.get(one.startKey) ?? 0) + 1.3 * likeness(one, prior) + 0.7 * fitness(one, prior)
