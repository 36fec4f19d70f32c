/** Skills of many professions: their category, and levels in words, dots, bars and numbers. */
import type { Resume } from "@excv/schema"
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import { shareOf } from "./Languages.js"
import type { Listed } from "./SkillEvidence.js"
import * as SkillEvidence from "./SkillEvidence.js"
import * as SkillModel from "./SkillModel.js"
import * as SkillWords from "./SkillWords.js"

/** Category of a skill that is known by this name, without versions and additions; null for an unknown one. */
export const knownCategory = (name: string): Resume.SkillCategory | null => SkillWords.knowledge().listed(name)

/** Category that the label of a group of skills says ("Databases", "Soft Skills", "Frontend"), or null. */
export const categoryOfLabel = SkillWords.ofLabel

/** The category of each skill, decided by all that speaks for it; titles are of jobs, latest first. */
export const categoriesOf = (skills: ReadonlyArray<Listed>, titles: ReadonlyArray<string>): ReadonlyArray<Resume.SkillCategory> =>
  SkillEvidence.weigh(skills, titles, SkillWords.knowledge()).map(SkillEvidence.decide)

/** The trade of who had jobs of these titles, latest first; null without any. */
export const tradeOf = (titles: ReadonlyArray<string>): Resume.SkillCategory | null =>
  titles.length === 0 ? null : SkillModel.best(SkillEvidence.tradeOf(titles, SkillModel))

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
