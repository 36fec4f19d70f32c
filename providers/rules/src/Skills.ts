/** Skills: the items of skill sections with the label of their group and their level. */
import { Headings, Languages, Skills } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import { isNoSkill } from "./NoSkills.js"
import type { Group } from "./SkillGroups.js"
import { groups } from "./SkillGroups.js"
import type { Named } from "./SkillNames.js"
import { namesIn } from "./SkillNames.js"
import * as Tongues from "./Tongues.js"

const maxWords = 8

const rowsOf = (group: Group, name: string): ReadonlyArray<Row> => {
  const words = name.split(" ")
  const holding = group.rows.filter((row) => row.text.includes(name))
  return holding.length > 0 ? holding.slice(0, 1) : group.rows.filter((row) => words.some((word) => word.length > 2 && row.text.includes(word)))
}

/** "Spanish (fluent)", "conversational Spanish": a language among skills, with how well it is spoken. */
const isLanguage = ({ level, name }: Named): boolean => {
  const words = name.split(" ")
  return level !== null && Languages.nameOf(name) !== null && Languages.proficiencyOf(level) !== null ||
    words.length > 1 && words.length <= 3 && Languages.proficiencyOf(name) !== null && words.some((word) => Languages.nameOf(word) !== null)
}

/** "References on request" is a sentence below the list. */
const isSkill = (named: Named): boolean => {
  const { name } = named, words = name.split(" ")
  const isOffer = words.length > 1 && words.length <= 6 && Headings.classify(name)?.kinds[0] === "references" && Skills.knownCategory(name) === null
  return !isOffer && !isLanguage(named) && !isNoSkill(name)
}

const signed = /^\p{Lu}[\p{L}\p{M} .()/-]{1,30},(?:\s(?:den|im|am|le|lì|il|a|em|dnia|op|the))?\s*$/iu

/** "Kassel, im November 2026": the place and day of a signature, which stands below whatever comes last. */
const isSignature = ({ dates, text }: Row): boolean => dates.length === 1 && dates[0]?.end === text.trimEnd().length && signed.test(text.slice(0, dates[0].start))

interface Item {
  readonly group: Group
  readonly named: Named
  readonly lines: ReadonlyArray<Row>
}

/** Skills and languages are read from the same rows. */
const known = new WeakMap<ReadonlyArray<Row>, ReadonlyArray<Item>>()

const itemsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Item> => {
  const items = known.get(rows) ?? itemsIn(rows)
  known.set(rows, items)
  return items
}

const itemsIn = (rows: ReadonlyArray<Row>): ReadonlyArray<Item> =>
  groups(rows.some(isSignature) ? rows.filter((row) => !isSignature(row)) : rows).filter((group) => !group.isLanguages && !group.isForeign).flatMap((group) =>
    namesIn(group.text).filter(({ name }) => name.split(" ").length <= maxWords && name.length <= 70 && name.length > 0).flatMap((named) => {
      const lines = rowsOf(group, named.name)
      return lines.length === 0 ? [] : [{ group, named, lines }]
    }))

/** Skills of a section, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftSkill> =>
  itemsOf(rows).filter(({ named }) => isSkill(named)).map(({ group, lines, named: { level, name } }) => {
    // "Expert: Python, Go"
    const shared = group.label !== null && Skills.levelOf(group.label.value) !== null ? group.label : null
    return { name: Claims.of(name, lines), category: shared === null ? group.label : null, level: level === null ? shared : Claims.of(level, lines) }
  })

/** Languages among the skills of a section. */
export const languages = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftLanguage> =>
  itemsOf(rows).filter(({ named }) => isLanguage(named)).flatMap(({ group, named: { level, name } }) =>
    Tongues.read(group.rows).filter(({ language }) => name.includes(language.value)).map((one) => (one.proficiency === null && level !== null ? { ...one, proficiency: Claims.of(level, group.rows) } : one)))
