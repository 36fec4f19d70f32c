/**
 * Slots: which segment of an entry's head holds which field. Every entry is labelled by the best score of all its segments;
 * then each place (row, order, style) votes by what it held in the other entries, and the labelling is made again.
 */
import type { Labels } from "@excv/lexicon"
import { Record } from "effect"
import type { Filled } from "./Claims.js"
import type { Entry } from "./Entries.js"
import type { Row } from "./Row.js"
import * as Looks from "./Looks.js"
import type { Spot } from "./Spots.js"
import { canMerge, spotsOf, textOf } from "./Spots.js"
import { isOpen } from "./Wrap.js"

/** Scores of a text for a label: above 0 speaks for it; the best sum over an entry wins. */
export type Scorers<Label extends string> = { readonly [key in Label]: (text: string) => number }

export interface Labelled<Label extends string> {
  readonly entry: Entry
  readonly slots: ReadonlyMap<Label, Filled>
  /** head rows of which nothing was used */
  readonly unused: ReadonlyArray<Row>
  /** segments left over in rows that were used in part */
  readonly rest: ReadonlyArray<Rest>
}

/** A text beside the slots, with what the label before it says that it is. */
export interface Rest extends Filled {
  readonly named: Labels.Slot | null
}

type Score<Label extends string> = (label: Label, text: string) => number

/** How often each place held each label, as votes -1..1. */
type Votes<Label extends string> = ReadonlyMap<string, ReadonlyMap<Label, number>>

interface Choice<Label extends string> {
  readonly from: number
  readonly to: number
  readonly label: Label
}

const skipCost = 0.15
/** A slot that takes all of what is set in one style is more likely whole than a part of it. */
const wholeBonus = 0.35
const wrapCost = 0.1
/** what begins with a small letter surely goes on */
const sureBonus = 0.6
/** what a comma parts is more likely two slots than one */
const commaCost = 0.25
/** "Harbour office, Blue Line, Skärhamn": what ends a row of three slots or more is a town more often than not, whether a list knows it or not */
const tailBonus = 0.6
/** what a label names */
const namedBonus = 1
/** half a pair of brackets, and what the text above leads on to taken by itself */
const brokenCost = 1.5
/** what stands in brackets between two slots says more of the first */
const asideCost = 0.6

/** "School of Art and" above "Media" */
const endsSmall = /\s(?:and|&|und|et|y|e|i|och|en|of|of the|de|di|do|da|del|della|für|för|voor)$/u

const vote = <Label extends string>(spot: Spot | undefined, label: Label, votes: Votes<Label>): number => {
  if (spot === undefined) return 0
  const [near, far] = spot.keys.map((key) => votes.get(key)?.get(label) ?? 0)
  return 0.9 * (near ?? 0) + 0.4 * (far ?? 0)
}

/** How the best labelling of the first spots was reached. */
interface Step<Label extends string> {
  readonly score: number
  readonly choice: Choice<Label> | null
  readonly before: Step<Label> | null
}

/** A label for a span of spots, and what they gain by it. */
interface Gain<Label extends string> {
  readonly choice: Choice<Label>
  readonly gain: (vote: number) => number
}

/** What each span of spots that begins here gains by each label. */
const gainsFrom = <Label extends string>(
  spots: ReadonlyArray<Spot>, labels: ReadonlyArray<Label>, score: Score<Label>, wide: Label, from: number
): ReadonlyArray<ReadonlyArray<Gain<Label>>> => {
  const spans: Array<ReadonlyArray<Gain<Label>>> = []
  let wraps = 0
  let sure = 0
  let commas = 0
  for (let to = from; to < spots.length && to < from + 5; to++) {
    if (to > from && !canMerge(spots, to)) break
    if (to > from && spots[to]?.isWrapped === true) {
      wraps++
      if (/^\p{Ll}/u.test(spots[to]?.segment.text ?? "") || isOpen(spots[to - 1]?.segment.text ?? "") || spots[to - 1]?.row.text.endsWith("-") === true) sure++
    }
    else if (to > from && (spots[to]?.segment.joint === "comma" || spots[to]?.isNewName === true)) commas++
    const text = textOf(spots, from, to)
    // In a narrow column a full line says little of whether the next goes on with it.
    const isWhole = to > from && wraps === sure && !canMerge(spots, from) && !canMerge(spots, to + 1)
    const aside = from === to && spots[from]?.isAside === true ? asideCost : 0
    const bonus = (isWhole ? wholeBonus : 0) - aside - wraps * wrapCost - commas * commaCost - (text.split("(").length === text.split(")").length ? 0 : brokenCost)
    spans.push(labels.map((label) => {
      const own = score(label, text)
      // Commas part a town, its region and its country, and nothing where a list knows them together.
      const ofPlace = label !== wide ? 0 : own > 0 ? commas * commaCost : from === to && spots[to]?.isTail === true ? tailBonus : 0
      const isTorn = spots[from]?.isWrapped === true && endsSmall.test(spots[from - 1]?.segment.text ?? "")
      const named = spots[from]?.named
      const ofLabel = named === label ? namedBonus : named === "field" ? -namedBonus : 0
      const ofWraps = own > 0 ? sure * sureBonus : 0
      return { choice: { from, to, label }, gain: (vote) => own + ofLabel + vote + bonus - (isTorn ? brokenCost : 0) + ofPlace + ofWraps }
    }))
  }
  return spans
}

/** An entry's spots, with what the spans gain that begin at each. */
interface Weighed<Label extends string> {
  readonly spots: ReadonlyArray<Spot>
  readonly gains: ReadonlyArray<ReadonlyArray<ReadonlyArray<Gain<Label>>>>
}

const assign = <Label extends string>({ gains, spots }: Weighed<Label>, labels: ReadonlyArray<Label>, votes: Votes<Label>): ReadonlyArray<Choice<Label>> => {
  // By the number of spots read, then by the set of labels used.
  const masks = 1 << labels.length
  const table: Array<Array<Step<Label> | undefined>> = Array.from({ length: spots.length + 1 }, () => [])
  const offer = (at: number, mask: number, score: number, choice: Choice<Label> | null, before: Step<Label>) => {
    const row = table[at]
    if (row !== undefined && (row[mask]?.score ?? -Infinity) < score) row[mask] = { score, choice, before }
  }
  table[0]?.push({ score: 0, choice: null, before: null })
  for (let from = 0; from < spots.length; from++) {
    const voted = labels.map((label) => vote(spots[from], label, votes))
    const spans = gains[from]?.map((span) => span.map(({ choice, gain }, bit) => ({ choice, gained: gain(voted[bit] ?? 0) }))) ?? []
    for (let mask = 0; mask < masks; mask++) {
      const step = table[from]?.[mask]
      if (step === undefined) continue
      offer(from + 1, mask, step.score - skipCost, null, step)
      for (const span of spans) {
        span.forEach(({ choice, gained }, bit) => {
          if ((mask & (1 << bit)) === 0) offer(choice.to + 1, mask | (1 << bit), step.score + gained, choice, step)
        })
      }
    }
  }
  return traced(table[spots.length] ?? [])
}

const traced = <Label extends string>(last: ReadonlyArray<Step<Label> | undefined>): ReadonlyArray<Choice<Label>> => {
  let step = last.reduce<Step<Label> | null>((best, one) => (one !== undefined && (best === null || one.score > best.score) ? one : best), null)
  const choices: Array<Choice<Label>> = []
  while (step !== null) {
    if (step.choice !== null) choices.unshift(step.choice)
    step = step.before
  }
  return choices
}

const votesOf = <Label extends string>(
  all: ReadonlyArray<ReadonlyArray<Spot>>, chosen: ReadonlyArray<ReadonlyArray<Choice<Label>>>, labels: ReadonlyArray<Label>
): Votes<Label> => {
  const counts = new Map<string, { readonly byLabel: Map<Label, number>; all: number }>()
  all.forEach((spots, index) => spots.forEach((spot, at) => {
    const label = chosen[index]?.find(({ from }) => from === at)?.label
    const isInner = chosen[index]?.some(({ from, to }) => from < at && at <= to) === true
    if (isInner) return
    for (const key of spot.keys) {
      const count = counts.get(key) ?? { byLabel: new Map(), all: 0 }
      count.all++
      if (label !== undefined) count.byLabel.set(label, (count.byLabel.get(label) ?? 0) + 1)
      counts.set(key, count)
    }
  }))
  return new Map([...counts].map(([key, { all: total, byLabel }]) => {
    const trust = Math.min(1, (total - 1) / 2)
    return [key, new Map(labels.map((label) => [label, (((byLabel.get(label) ?? 0) + 0.25) / (total + 0.5) - 1 / (labels.length + 1)) * trust]))]
  }))
}

/** A choice that takes in the texts beside it with which it is one: "Ikeja, Lagos". */
const widened = <Label extends string>(
  spots: ReadonlyArray<Spot>, choices: ReadonlyArray<Choice<Label>>, label: Label, score: Score<Label>
): ReadonlyArray<Choice<Label>> => choices.map((choice) => {
  if (choice.label !== label) return choice
  let { from, to } = choice
  const isFree = (at: number) => !choices.some((other) => other !== choice && other.from <= at && at <= other.to)
  const isOne = (start: number, end: number) =>
    spots[start]?.row === spots[end]?.row && (spots[end]?.segment.joint === "comma" || spots[end]?.segment.joint === "paren") && canMerge(spots, end) && score(label, textOf(spots, Math.min(from, start), Math.max(to, end))) > 0
  while (to + 1 < spots.length && isFree(to + 1) && isOne(to, to + 1)) to++
  if (from > 0 && isFree(from - 1) && isOne(from - 1, from)) from--
  return { ...choice, from, to }
})

/** Each entry with its slots filled; the slot `wide` takes in what is one with it. */
export const fill = <Label extends string>(entries: ReadonlyArray<Entry>, scorers: Scorers<Label>, wide: Label): ReadonlyArray<Labelled<Label>> => {
  const labels: ReadonlyArray<Label> = Record.keys(scorers)
  const score: Score<Label> = (label, text) => scorers[label](text)
  const all = entries.map(spotsOf)
  const weighed = all.map((spots): Weighed<Label> => ({ spots, gains: spots.map((_, from) => gainsFrom(spots, labels, score, wide, from)) }))
  let chosen = weighed.map((one) => assign(one, labels, new Map()))
  for (let round = 0; round < 2; round++) {
    const votes = votesOf(all, chosen, labels)
    chosen = weighed.map((one) => assign(one, labels, votes))
  }
  return entries.map((entry, index) => {
    const spots = all[index] ?? []
    const choices = widened(spots, chosen[index] ?? [], wide, score)
    const slots = new Map<Label, Filled>()
    const used = new Set<Row>()
    for (const { from, label, to } of choices) {
      const rows = spots.slice(from, to + 1).map((spot) => spot.row).filter((row, at, list) => list.indexOf(row) === at)
      rows.forEach((row) => used.add(row))
      const text = textOf(spots, from, to)
      slots.set(label, { text: label === wide ? Looks.bare(text) : text, rows })
    }
    const rest = spots.filter((spot, at) => used.has(spot.row) && !choices.some(({ from, to }) => from <= at && at <= to))
      .map(({ named, row, segment }) => ({ text: segment.text, rows: [row], named }))
    const hasDate = (row: Row) => row.segments.some((segment) => segment.date !== null)
    return { entry, slots, rest, unused: entry.head.filter((row) => !used.has(row) && !hasDate(row)) }
  })
}
