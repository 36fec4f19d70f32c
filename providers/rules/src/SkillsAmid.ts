/** Skills and languages amid other things, for documents in which no section holds any: "Skills: PLC, drives" below a job, a line of tools under "Other", "Knowledge of Sage and Excel". */
import { Headings, Skills as Known } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import type { Row } from "./Row.js"
import * as Rows from "./Row.js"
import { namesLanguages } from "./SharedSections.js"
import { namesIn } from "./SkillNames.js"
import { withoutLead } from "./SkillSayings.js"
import * as Skills from "./Skills.js"
import * as Tongues from "./Tongues.js"
import { isWrapped } from "./Wrap.js"

const labelled = /^([^:]{3,30}):\s+\S/u

/** The list behind a label that is a title of skills. */
const behindLabel = (row: Row): Row | null => {
  const label = labelled.exec(row.text)?.[1]
  const heading = label === undefined ? null : Headings.classify(label)
  return label !== undefined && heading?.certainty === 1 && heading.kinds[0] === "skills" ? Rows.part(row, row.words.slice(label.split(" ").length), row.gapAbove) : null
}

/** Each list with the lines that it goes on in. */
const labelledIn = (rows: ReadonlyArray<Row>): ReadonlyArray<ReadonlyArray<Row>> =>
  rows.flatMap((row, at) => {
    const first = behindLabel(row), next = rows[at + 1]
    return first === null ? [] : [[first, ...(next !== undefined && !next.isBullet && isWrapped(next, row) && /[,;]$/.test(row.text) ? [next] : [])]]
  })

const minKnown = 2

/** Most of what the row lists is known, and it says nothing else. */
const isOfSkills = (row: Row): boolean => {
  const names = namesIn(row.text)
  const known = names.filter(({ name }) => Known.knownCategory(name) !== null).length
  return row.dates.length === 0 && known >= minKnown && known * 2 > names.length
}

/** `told` are the rows of jobs and projects, `other` those of sections that hold anything. */
export const read = (told: ReadonlyArray<Row>, other: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftSkill> => {
  const found = labelledIn([...told, ...other]).flatMap(Skills.read)
  return found.length > 0 ? found : Skills.read(other.filter((row) => isOfSkills(row) || withoutLead(row.text) !== row.text))
}

export const languages = (other: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftLanguage> => Tongues.read(other.filter(namesLanguages))
