/** What the data files know of the words of skills: names, phrases, stems, labels of groups, and senses by trade. */
import type { Resume } from "@excv/schema"
import { Resume as ResumeSchema } from "@excv/schema"
import { Schema } from "effect"
import { json, lazy, table } from "./Data.js"
import { fold, words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import type { Knowledge } from "./SkillEvidence.js"
import { likelihood, likelihoodBelow } from "./SkillModel.js"

type Category = Resume.SkillCategory

/** Categories by the key of a name. */
type Names = ReadonlyMap<string, Category>

const isCategory = Schema.is(ResumeSchema.SkillCategory)

export const keyOf = (name: string): string => fold(name).replace(/[\s\-_/.]+/g, " ").replace(/^ | $/g, "")

const known = lazy((): Names => {
  const categories = new Map<string, Category>()
  for (const [category = "", ...names] of table("skills")) {
    if (!isCategory(category)) continue
    for (const name of names) if (!categories.has(keyOf(name))) categories.set(keyOf(name), category)
  }
  return categories
})

const Groups = Schema.Record({ key: ResumeSchema.SkillCategory, value: Schema.Array(Schema.String) })

const groups = lazy((): { readonly phrases: Phrases; readonly categoryOf: Names } => {
  const categoryOf = new Map<string, Category>()
  for (const [category, labels] of Object.entries(json("skill-groups", Groups))) {
    for (const label of labels ?? []) categoryOf.set(words(label).join(" "), category as Category)
  }
  return { phrases: compile(categoryOf.keys(), (phrase) => phrase.split(" ")), categoryOf }
})

/** Category that the label of a group of skills says ("Databases", "Soft Skills", "Frontend"), or null. */
export const ofLabel = (label: string): Category | null => {
  const row = words(label)
  const { phrases, categoryOf } = groups()
  const found = findAll(phrases, row).at(-1)
  return found === undefined ? null : categoryOf.get(row.slice(found.from, found.next).join(" ")) ?? null
}

const Senses = Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) })

/** By trade, what belongs to it for who works in it: Kotlin for makers of mobile apps, accessibility for designers. */
const senses = lazy((): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(json("skill-senses", Senses)).map(([trade, names]) => [trade, new Set(names.map(keyOf))])))

interface Stems {
  readonly single: Names
  /** the longest length of a single one */
  readonly longest: number
  readonly phrases: ReadonlyArray<readonly [string, Category]>
}

const stems = lazy((): Stems => {
  const all = Object.entries(json("skill-stems", Groups)).flatMap(([category, list]) => (list ?? []).map((stem) => [stem, category as Category] as const))
  const single = all.filter(([stem]) => !stem.includes(" ")).reverse()
  return {
    single: new Map(single),
    longest: Math.max(...single.map(([stem]) => stem.length)),
    phrases: all.filter(([stem]) => stem.includes(" ")).sort(([one], [other]) => other.length - one.length)
  }
})

/** Shorter stems only count at the beginning of a word. */
const shortestInside = 5

/** The longest stem that the word begins with or has inside it. */
const stemOf = (word: string): Category | null => {
  const { longest, single } = stems()
  for (let length = Math.min(longest, word.length); length > 1; length--) {
    const last = length < shortestInside ? 0 : word.length - length
    for (let from = 0; from <= last; from++) {
      const category = single.get(word.slice(from, from + length))
      if (category !== undefined) return category
    }
  }
  return null
}

/** Without versions and additions. */
const listedIn = (names: Names, name: string): Category | null => {
  const exact = names.get(keyOf(name))
  if (exact !== undefined) return exact
  const plain = keyOf(name.replace(/\([^)]*\)/g, " ")).replace(/ v?\d[\d. ]*\+?$/, "").trim()
  return names.get(plain) ?? null
}

/** A known phrase within the name, the longest first. */
const withinOf = (names: Names, name: string): Category | null => {
  const row = words(name)
  for (let length = Math.min(4, row.length - 1); length > 1; length--) {
    for (let from = 0; from + length <= row.length; from++) {
      const category = names.get(row.slice(from, from + length).join(" "))
      if (category !== undefined) return category
    }
  }
  return null
}

/** By the beginnings and, where they are long enough, the insides of words, the last word first: it mostly bears the meaning. */
const stemIn = (names: Names, name: string): Category | null => {
  const row = words(name)
  const whole = ` ${row.join(" ")} `
  const phrase = stems().phrases.find(([stem]) => whole.includes(stem.endsWith(" ") ? stem : ` ${stem}`))
  if (phrase !== undefined) return phrase[1]
  for (const word of [...row].reverse()) {
    const single = word.length > 2 ? names.get(word) : undefined
    if (single !== undefined && row.length > 1) return single
    const category = stemOf(word)
    if (category !== null) return category
  }
  return null
}

const knowledgeOf = (names: Names): Knowledge => ({
  listed: (name) => listedIn(names, name),
  within: (name) => withinOf(names, name),
  stem: (name) => stemIn(names, name),
  label: ofLabel,
  isOfTrade: (name, trade) => senses().get(trade)?.has(keyOf(name)) === true,
  likelihood,
  likelihoodBelow
})

export const knowledge = lazy(() => knowledgeOf(known()))

/** The same as if no file listed these names, which tells how well others are judged. */
export const knowledgeWithout = (names: ReadonlyArray<string>): Knowledge => {
  const left = new Set(names.map(keyOf))
  return knowledgeOf(new Map([...known()].filter(([key]) => !left.has(key))))
}
