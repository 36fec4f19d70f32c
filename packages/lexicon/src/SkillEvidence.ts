/** What speaks for each category of each skill of a person: its name, the label of its group, its neighbours and the person's trade. */
import type { Resume } from "@excv/schema"
import { lazy } from "./Data.js"
import * as Grams from "./Grams.js"
import type { Distribution } from "./SkillModel.js"
import { best, categories, data } from "./SkillModel.js"

/** A skill as a CV lists it, with the label of its group. */
export interface Listed {
  readonly name: string
  readonly label: string | null
}

/** What is known of words. */
export interface Knowledge {
  readonly listed: (name: string) => Resume.SkillCategory | null
  readonly within: (name: string) => Resume.SkillCategory | null
  readonly stem: (name: string) => Resume.SkillCategory | null
  readonly label: (label: string) => Resume.SkillCategory | null
  readonly isOfTrade: (name: string, trade: Resume.SkillCategory) => boolean
  readonly likelihood: (text: string) => Distribution
  readonly likelihoodBelow: (label: string) => Distribution
}

/** The kinds of evidence. Each is a number for a category, most of them a logarithm of a probability. */
export const kinds = [
  /** of a name that is listed: its letters, and that it is listed so */
  "spelling", "listed",
  /** of one that is not: its letters, a phrase within it, the stems of its words */
  "guess", "within", "stem",
  /** the label of the group, as a known one and by its letters */
  "label", "labelSpelling",
  /** the other skills of the group, and all others of the person */
  "group", "all",
  /** the person's trade: whatever the skill, where its name is not listed, where it looks like a product */
  "trade", "tradeOfUnlisted", "tradeOfBranded",
  /** a category that is another trade's, not one of those that belong to every trade; the same where it is listed, and for the widest one */
  "foreign", "foreignListed", "foreignDomain",
  /** the name means another thing in this trade */
  "sense"
] as const

/** One skill's numbers: for each category in order, one for each kind. */
export type Evidence = ReadonlyArray<ReadonlyArray<number>>

/** Logarithms that no single zero decides. */
const logarithms = (shares: Distribution): Distribution => shares.map((share) => Math.log(share + 0.01))

const mean = (parts: ReadonlyArray<readonly [Distribution, number]>): Distribution => {
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0)
  const sums = new Float64Array(categories.length)
  for (const [part, weight] of parts) for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (part[index] ?? 0) * weight / total
  return total === 0 ? sums.fill(1 / sums.length) : sums
}

/** The mean without one of its parts. */
const without = (whole: Distribution, count: number, part: Distribution): Distribution =>
  count < 2 ? new Float64Array(categories.length).fill(1 / categories.length) : whole.map((share, index) => Math.max(0, (share * count - (part[index] ?? 0)) / (count - 1)))

const latestTitles = [1, 0.7, 0.5] as const

/** A person's trade by what the latest jobs are called; titles are given latest first. */
export const tradeOf = (titles: ReadonlyArray<string>, { likelihood }: Pick<Knowledge, "likelihood">): Distribution =>
  mean(titles.slice(0, latestTitles.length).map((title, index) => [likelihood(title), latestTitles[index] ?? 0] as const))

/** What a listed name says to its neighbours is half its place in the list, half its letters. */
const said = (likelihood: Distribution, listed: Resume.SkillCategory | null): Distribution =>
  listed === null ? likelihood : likelihood.map((share, index) => share / 2 + (categories[index] === listed ? 0.5 : 0))

const ofEveryTrade: ReadonlySet<Resume.SkillCategory> = new Set(["soft", "management", "office", "finance", "marketing"])

export const weigh = (skills: ReadonlyArray<Listed>, titles: ReadonlyArray<string>, knowledge: Knowledge): ReadonlyArray<Evidence> => {
  const read = skills.map(({ label, name }) => {
    const [listed, likelihood] = [knowledge.listed(name), knowledge.likelihood(name)]
    return { name, label, listed, likelihood, said: said(likelihood, listed) }
  })
  const everyone = mean(read.map((one) => [one.said, 1]))
  // Without titles, the trade is what most of the skills are about.
  const trade = titles.length === 0 ? everyone : tradeOf(titles, knowledge)
  const mainTrade = best(trade), ofTrades = logarithms(trade)
  const certainty = Math.max(...trade)
  const groups = new Map([...new Set(read.map(({ label }) => label))].map((label) => {
    const members = read.filter((one) => one.label === label)
    return [label, {
      count: members.length,
      mean: mean(members.map((one) => [one.said, 1])),
      category: label === null ? null : knowledge.label(label),
      likelihood: label === null ? null : logarithms(knowledge.likelihoodBelow(label))
    }]
  }))
  return read.map(({ label, likelihood, listed, name, said: own }) => {
    const group = groups.get(label)
    const neighbours = logarithms(group === undefined ? own : without(group.mean, group.count, own))
    const others = logarithms(without(everyone, read.length, own))
    const letters = logarithms(likelihood)
    const [within, stem] = listed === null ? [knowledge.within(name), knowledge.stem(name)] : [null, null]
    const isBranded = Grams.isBranded(name)
    const isSense = knowledge.isOfTrade(name, mainTrade)
    return categories.map((category, index) => {
      const at = (distribution: Distribution | null | undefined): number => distribution?.[index] ?? 0
      // Letters say what a name means to most people, not what it means in this trade.
      const [spelling, ofTrade] = [isSense ? 0 : at(letters), at(ofTrades)]
      const foreign = category !== mainTrade && !ofEveryTrade.has(category) ? certainty : 0
      return [
        listed === null ? 0 : spelling, Number(listed === category),
        listed === null ? spelling : 0, Number(within === category), Number(stem === category),
        Number(group?.category === category), at(group?.likelihood),
        at(neighbours), at(others),
        ofTrade, listed === null ? ofTrade : 0, isBranded ? ofTrade : 0,
        listed === null ? foreign : 0, listed === null ? 0 : foreign, category === "domain" ? foreign : 0,
        Number(isSense && category === mainTrade)
      ]
    })
  })
}

const weights = lazy((): ReadonlyArray<number> => kinds.map((kind) => data().evidence[kind] ?? 0))

/** The category that the evidence speaks for most. */
export const decide = (evidence: Evidence): Resume.SkillCategory => {
  const { prior } = data(), weightOf = weights()
  return best(Float64Array.from(evidence, (numbers, index) =>
    numbers.reduce((sum, number, kind) => sum + number * (weightOf[kind] ?? 0), prior[categories[index] ?? "other"] ?? 0)))
}
