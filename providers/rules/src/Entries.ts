/**
 * Entries: a section's rows cut into entries, head rows and body rows, all at once.
 * The cut with the highest score over the whole section wins (Viterbi); then what the starts have in common
 * is learned and the cut made again, so that one clear entry teaches the unclear ones.
 */
import type { Model, Seen } from "./EntryRows.js"
import { see, wordCount } from "./EntryRows.js"
import type { Row } from "./Row.js"

export interface Entry {
  readonly head: ReadonlyArray<Row>
  readonly body: ReadonlyArray<Row>
}

const enum State { Start, Head, StartDated, HeadDated, HeadAfter, Body, BodyUndated }

const states = [State.Start, State.Head, State.StartDated, State.HeadDated, State.HeadAfter, State.Body, State.BodyUndated] as const

const forbidden = -1e6

/** How starts look: their indent, their first style, and the slot that they fill. */
interface Starts {
  readonly indents: ReadonlyMap<number, number>
  readonly slots: ReadonlyMap<string, number>
  readonly shapes: ReadonlyMap<string, number>
  readonly count: number
}

/** What the cut of a section says about how its starts and heads look: -1..1 by key, 0 for the unknown. */
interface Prior {
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
const firstPrior = (seen: ReadonlyArray<Seen>): Prior => {
  const key = seen[0]?.startKey ?? ""
  const alike = seen.filter(({ startKey }) => startKey === key).length
  const isTelling = alike >= 2 && alike <= seen.length * commonLook
  return {
    start: new Map(isTelling ? seen.map(({ startKey }) => [startKey, startKey === key ? 0.4 : -0.25]) : []),
    head: new Map(), starts: { indents: new Map(), slots: firstSlot(seen), shapes: new Map(), count: firstTrust }, isStart: []
  }
}

const learn = (seen: ReadonlyArray<Seen>, path: ReadonlyArray<State>): Prior => {
  const start = new Map<string, [number, number]>()
  const head = new Map<string, [number, number]>()
  const count = (map: Map<string, [number, number]>, key: string, isOne: boolean, weight: number) => {
    const [yes, all] = map.get(key) ?? [0, 0]
    map.set(key, [yes + (isOne ? weight : 0), all + weight])
  }
  seen.forEach((one, index) => {
    const state = path[index] ?? State.Body
    count(start, one.startKey, state === State.Start || state === State.StartDated, 1)
    // A row whose words leave no doubt teaches more than one that could be either.
    count(head, one.lookKey, state < State.Body, Math.max(0.2, Math.min(2, Math.abs(one.headness))))
  })
  const shares = (map: Map<string, [number, number]>) =>
    new Map([...map].map(([key, [yes, all]]) => [key, ((yes + 0.5) / (all + 1) - 0.5) * 2 * Math.min(1, all / 3)]))
  const isStart = path.map((state) => state === State.Start || state === State.StartDated)
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

const startBonus = (one: Seen, prior: Prior): number =>
  (one.goesOn ? -3 : 0) + Math.max(-0.8, Math.min(1.4, one.gap * 1.6)) + 1.8 * (prior.start.get(one.startKey) ?? 0) + 1.3 * likeness(one, prior) + 0.7 * fitness(one, prior)

const emission = (one: Seen, state: State, prior: Prior): number => {
  const head = one.headness + 1.2 * (prior.head.get(one.lookKey) ?? 0)
  const isDated = one.dated >= 0.3
  const pull = one.dated * (one.isRange ? 3 : 1.6)
  switch (state) {
    case State.Start: return isDated && one.dated > 0.55 ? forbidden : head + startBonus(one, prior)
    case State.Head: return isDated && one.dated > 0.55 ? forbidden : head - 0.4
    case State.StartDated: return isDated ? head + startBonus(one, prior) + pull - one.loneDate : forbidden
    case State.HeadDated: return isDated ? head + pull : forbidden
    case State.HeadAfter: return head - 0.5 - (isDated ? pull : 0)
    case State.Body: return -head - (isDated ? pull * 0.9 : 0)
    case State.BodyUndated: return -head - (isDated ? pull * 0.9 : 0)
  }
}

const next: Readonly<Record<State, ReadonlyArray<State>>> = {
  [State.Start]: [State.Head, State.HeadDated, State.BodyUndated, State.Start, State.StartDated],
  [State.Head]: [State.Head, State.HeadDated, State.BodyUndated, State.Start, State.StartDated],
  [State.StartDated]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.HeadDated]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.HeadAfter]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.Body]: [State.Body, State.Start, State.StartDated],
  [State.BodyUndated]: [State.BodyUndated, State.Start, State.StartDated]
}

const transition = (from: State, to: State, model: Model): number => {
  const isNew = to === State.Start || to === State.StartDated
  if (isNew && (from === State.Start || from === State.Head)) return -model.undated * 1.5
  if (isNew && from === State.BodyUndated) return -model.undated
  // The date seldom comes as late as the third row.
  if (to === State.HeadDated && from === State.Head) return -0.8
  if (to === State.Head && from === State.Head || to === State.HeadAfter && from === State.HeadAfter) return -0.6 / model.headRows
  return 0
}

const finalCost = (state: State, model: Model): number =>
  state === State.Start || state === State.Head || state === State.BodyUndated ? -model.undated : 0

const viterbi = (seen: ReadonlyArray<Seen>, model: Model, prior: Prior): ReadonlyArray<State> => {
  const scores: Array<Array<number>> = []
  const origins: Array<Array<State>> = []
  seen.forEach((one, index) => {
    const row: Array<number> = []
    const origin: Array<State> = []
    for (const state of states) {
      let best = index === 0 ? (state === State.Start || state === State.StartDated ? 0 : state >= State.Body ? -1.5 : forbidden) : -Infinity
      let from: State = State.Start
      if (index > 0) {
        for (const before of states) {
          if (!next[before].includes(state)) continue
          const score = (scores[index - 1]?.[before] ?? forbidden) + transition(before, state, model)
          if (score > best) [best, from] = [score, before]
        }
      }
      row[state] = best + emission(one, state, prior)
      origin[state] = from
    }
    scores.push(row)
    origins.push(origin)
  })
  const last = scores.at(-1) ?? []
  let state = states.reduce<State>((best, one) =>
    (last[one] ?? forbidden) + finalCost(one, model) > (last[best] ?? forbidden) + finalCost(best, model) ? one : best, State.Start)
  const path: Array<State> = []
  for (let index = seen.length - 1; index >= 0; index--) {
    path.unshift(state)
    state = origins[index]?.[state] ?? State.Start
  }
  return path
}

const looksLike = (one: Row, other: Row): boolean => one.segments[0]?.style === other.segments[0]?.style && Math.abs(one.x - other.x) < 4

const maxHeadWords = 6

/** A short line that no sentence ends. */
const isShort = (row: Row): boolean => !row.isBullet && wordCount(row) <= maxHeadWords && !/[.;!?:]$/.test(row.text)

/** em: what is set apart by less varies from the rounding of places */
const gapStep = 0.15

/** The text of an entry looks other than the last row of its head, or stands apart from it. */
const isApart = (head: Row | undefined, body: Row | undefined): boolean =>
  head !== undefined && body !== undefined && (head.segments[0]?.style !== body.segments[0]?.style || body.gapAbove > head.gapAbove + gapStep || body.isBullet && !head.isBullet)

/**
 * In one CV the heads of entries are of one height: where nearly all others have so many rows of the same looks, or the texts below are set apart
 * alike, short lines that were taken for the beginning of a text are head rows whose words no list knows.
 */
const ofOneHeight = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => entries.map((entry) => {
  const others = entries.filter((other) => other !== entry)
  const height = Math.max(0, ...others.map((other) => other.head.length))
  const missing = height - entry.head.length
  const model = others.filter((other) => other.head.length === height)
  if (missing <= 0 || entry.body.length < missing) return entry
  const moved = entry.body.slice(0, missing)
  const isUsual = model.length >= 2 && model.length * 3 >= others.length * 2
  if (!isUsual && !(isApart(moved.at(-1), entry.body[missing]) && model.every((other) => isApart(other.head.at(-1), other.body[0])))) return entry
  const fits = [...entry.head, ...moved].every((row, at) => model.some((other) => looksLike(other.head[at] ?? row, row)) && (isShort(row) || entry.head.includes(row)))
  return fits ? { head: [...entry.head, ...moved], body: entry.body.slice(missing) } : entry
})

const isOnlyDate = (row: Row | undefined): boolean => row !== undefined && row.segments.length > 0 && row.segments.every(({ date }) => date !== null)

/**
 * Where the section ends with a date alone, and does not begin with one, its dates close what stands above them, below the text of each
 * entry too: what the cut took for an entry of nothing but a date belongs to the one before.
 */
const closedByDates = (entries: ReadonlyArray<Entry>, rows: ReadonlyArray<Row>): ReadonlyArray<Entry> => {
  if (!isOnlyDate(rows.at(-1)) || isOnlyDate(rows[0])) return entries
  return entries.reduce<ReadonlyArray<Entry>>((done, entry) => {
    const last = done.at(-1)
    const closes = last !== undefined && !last.head.some((row) => row.dates.length > 0) && isOnlyDate(entry.head[0])
    if (!closes) return [...done, entry]
    const [date, ...next] = entry.head
    const closed = date === undefined ? last : { head: [...last.head, date], body: last.body }
    return [...done.slice(0, -1), closed, ...next.length === 0 && entry.body.length === 0 ? [] : [{ head: next.length > 0 ? next : entry.body, body: next.length > 0 ? entry.body : [] }]]
  }, [])
}

/** Where a section begins with a bullet, and nothing hangs out before it, its bullets are the heads of its entries. */
export const unbulleted = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const [first] = rows
  if (first?.isBullet !== true || rows.some((row) => !row.isBullet && row.page === first.page && row.x < first.x - 5)) return rows
  return rows.map((row) => (row.isBullet && Math.abs(row.x - first.x) < 3 ? { ...row, isBullet: false } : row))
}

/** Times that the cut is made again with what the last one taught. */
const rounds = 3

/** The rows of a section as entries; rows before the first entry are dropped into `preface`. */
export const cut = (rows: ReadonlyArray<Row>, model: Model): { readonly entries: ReadonlyArray<Entry>; readonly preface: ReadonlyArray<Row> } => {
  if (rows.length === 0) return { entries: [], preface: [] }
  const seen = see(rows, model)
  // Where hardly any entry has a date, that one more has none says little.
  const dated = seen.filter((one) => one.dated >= 0.45).length
  const fitted = dated >= 2 || dated === 1 && rows.length < 8 ? model : { ...model, undated: Math.min(model.undated, 0.5) }
  let path = viterbi(seen, fitted, firstPrior(seen))
  for (let round = 1; round < rounds; round++) path = viterbi(seen, fitted, learn(seen, path))
  const entries: Array<{ readonly head: Array<Row>; readonly body: Array<Row> }> = []
  const preface: Array<Row> = []
  rows.forEach((row, index) => {
    const state = path[index] ?? State.Body
    if (state === State.Start || state === State.StartDated) entries.push({ head: [row], body: [] })
    else if (entries.length === 0) preface.push(row)
    else if (state < State.Body) entries.at(-1)?.head.push(row)
    else entries.at(-1)?.body.push(row)
  })
  return { entries: ofOneHeight(closedByDates(entries, rows)), preface }
}
