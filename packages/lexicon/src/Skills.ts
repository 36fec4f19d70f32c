/** Skills of many professions: their category, and levels in words, dots, bars and numbers. */
import type { Resume } from "@excv/schema"
import { Resume as ResumeSchema } from "@excv/schema"
import { Schema } from "effect"
import { json, lazy, table } from "./Data.js"
import { fold, words } from "./Fold.js"
import { shareOf } from "./Languages.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"

const isCategory = Schema.is(ResumeSchema.SkillCategory)

const keyOf = (name: string): string => fold(name).replace(/[\s\-_/.]+/g, " ").replace(/^ | $/g, "")

const known = lazy((): ReadonlyMap<string, Resume.SkillCategory> => {
  const categories = new Map<string, Resume.SkillCategory>()
  for (const [category = "", ...names] of table("skills")) {
    if (!isCategory(category)) continue
    for (const name of names) if (!categories.has(keyOf(name))) categories.set(keyOf(name), category)
  }
  return categories
})

const Groups = Schema.Record({ key: ResumeSchema.SkillCategory, value: Schema.Array(Schema.String) })

const groups = lazy((): { readonly phrases: Phrases; readonly categoryOf: ReadonlyMap<string, Resume.SkillCategory> } => {
  const categoryOf = new Map<string, Resume.SkillCategory>()
  for (const [category, labels] of Object.entries(json("skill-groups", Groups))) {
    for (const label of labels ?? []) categoryOf.set(words(label).join(" "), category as Resume.SkillCategory)
  }
  return { phrases: compile(categoryOf.keys(), (phrase) => phrase.split(" ")), categoryOf }
})

/** Category of a skill that is known by this name, without versions and additions; null for an unknown one. */
export const knownCategory = (name: string): Resume.SkillCategory | null => {
  const categories = known()
  const exact = categories.get(keyOf(name))
  if (exact !== undefined) return exact
  const plain = keyOf(name.replace(/\([^)]*\)/g, " ")).replace(/ v?\d[\d. ]*\+?$/, "").trim()
  return categories.get(plain) ?? null
}

/** Category that the label of a group of skills says ("Databases", "Soft Skills", "Frontend"), or null. */
export const categoryOfLabel = (label: string): Resume.SkillCategory | null => {
  const row = words(label)
  const { phrases, categoryOf } = groups()
  const found = findAll(phrases, row).at(-1)
  return found === undefined ? null : categoryOf.get(row.slice(found.from, found.next).join(" ")) ?? null
}

const Senses = Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) })

/** By trade, what belongs to it for who works in it: Kotlin for makers of mobile apps, accessibility for designers. */
const senses = lazy((): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(json("skill-senses", Senses)).map(([trade, names]) => [trade, new Set(names.map(keyOf))])))

/** Whether a skill that others use too belongs to this trade for who works in it. */
export const isOfTrade = (name: string, trade: Resume.SkillCategory): boolean => senses().get(trade)?.has(keyOf(name)) === true

const stems = lazy((): ReadonlyArray<readonly [string, Resume.SkillCategory]> =>
  Object.entries(json("skill-stems", Groups))
    .flatMap(([category, list]) => (list ?? []).map((stem) => [stem, category as Resume.SkillCategory] as const))
    .sort(([one], [other]) => other.length - one.length))

/** By the beginnings and, where they are long enough, the insides of words, the last word first: it mostly bears the meaning. */
const stemmed = (name: string): Resume.SkillCategory | null => {
  const row = words(name)
  const whole = ` ${row.join(" ")} `
  const phrase = stems().find(([stem]) => stem.includes(" ") && whole.includes(stem.endsWith(" ") ? stem : ` ${stem}`))
  if (phrase !== undefined) return phrase[1]
  for (const word of [...row].reverse()) {
    const single = word.length > 2 ? known().get(word) : undefined
    if (single !== undefined && row.length > 1) return single
    const found = stems().find(([stem]) => word.startsWith(stem) || stem.length > 4 && word.includes(stem))
    if (found !== undefined) return found[1]
  }
  return null
}

/** Labels such as "Personal" or "Technical" say less than the words of the skill itself. */
const broad: ReadonlySet<Resume.SkillCategory> = new Set(["soft", "domain", "management", "engineering", "office", "other"])

/** Category of any skill: by its name, a known phrase within its name, its group, the stems of its words; else "other". */
export const categoryOf = (name: string, label: string | null): Resume.SkillCategory => {
  const exact = knownCategory(name)
  if (exact !== null) return exact
  const row = words(name)
  for (let length = Math.min(4, row.length - 1); length > 1; length--) {
    for (let from = 0; from + length <= row.length; from++) {
      const category = known().get(row.slice(from, from + length).join(" "))
      if (category !== undefined) return category
    }
  }
  const grouped = label === null ? null : categoryOfLabel(label)
  if (grouped !== null && !broad.has(grouped)) return grouped
  return stemmed(name) ?? grouped ?? categoryOfLabel(name) ?? "other"
}

const Levels = Schema.Record({
  key: Schema.Literal("expert", "advanced", "intermediate", "beginner"),
  value: Schema.Array(Schema.String)
})

const levels = lazy((): ReadonlyMap<string, Resume.SkillLevel> => {
  const byPhrase = new Map<string, Resume.SkillLevel>()
  for (const [level, list] of Object.entries(json("skill-levels", Levels))) {
    for (const phrase of list) if (!byPhrase.has(words(phrase).join(" "))) byPhrase.set(words(phrase).join(" "), level as Resume.SkillLevel)
  }
  return byPhrase
})

const noise = /^(level|niveau|nivel|livello|nivel|stufe|poziom|niva|user|kenntnisse|knowledge)$/

/** Level that a text is ("Experte", "●●●○○", "80 %", "4/5"), or null. Words only count as a whole text. */
export const levelOf = (text: string): Resume.SkillLevel | null => {
  const row = words(text)
  const said = levels().get(row.join(" ")) ?? levels().get(row.filter((word) => !noise.test(word)).join(" "))
  if (said !== undefined) return said
  const share = shareOf(text)
  if (share === null) return null
  return share > 0.85 ? "expert" : share > 0.65 ? "advanced" : share > 0.4 ? "intermediate" : "beginner"
}
