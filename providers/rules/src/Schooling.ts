/** Schooling among jobs: "My path" may hold both, and where no other section holds schools, what was learnt is parted from what was worked. */
import { Companies, Degrees, Fold, Titles } from "@excv/lexicon"
import * as Experience from "./Experience.js"
import type { Row } from "./Row.js"
import type { Section } from "./Sections.js"

/** A trade is learnt at a firm as well as at a school. */
const trade = /^(?:lehre|berufslehre|lehrzeit|(?:berufs)?ausbildung|umschulung|apprenticeship|apprentissage|aprendizaje|apprendistato|aprendizagem|leerlingwezen|nauka zawodu|lärlingsutbildning)(?!\p{L})/iu

/** Who does research after all degrees works. */
const research = /^post-?doc/iu

/** "Associate Professor" begins with the name of a degree, and is a title. */
const isDegree = (text: string): boolean => {
  const words = Fold.words(text), [found] = Degrees.find(words)
  const isNamed = found?.from === 0 && Degrees.score(text) >= 0.9 && !research.test(text)
  return isNamed && (found.next === words.length || found.next > 1 || Titles.score(text) < 0.6)
}

const textsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => rows.flatMap(({ segments }) => segments.flatMap(({ date, text }) => (date === null ? [text] : [])))

/** Letters, as those of "IES Galileo", say less, and enough beside a degree. */
const isSchool = (text: string): boolean => Companies.institutionScore(text) >= (text.includes(" ") ? 0.65 : 0.9)

const isSchooling = (head: ReadonlyArray<Row>): boolean => {
  const texts = textsOf(head)
  return texts.some((text) => trade.test(text)) || texts.some(isDegree) && texts.some((text) => isSchool(text) && !isDegree(text))
}

const partsOf = (section: Section): ReadonlyArray<Section> => {
  const heads = section.rows.filter(({ isBullet }) => !isBullet)
  if (section.kinds[0] !== "experience" || !heads.some((row) => textsOf([row]).some((text) => trade.test(text) || isDegree(text)))) return [section]
  const learnt = new Set(Experience.roles(section.rows).flatMap(({ labelled: { entry } }) => (isSchooling(entry.head) ? [...entry.head, ...entry.body] : [])))
  const worked = section.rows.filter((row) => !learnt.has(row))
  return learnt.size === 0 || worked.length === 0 ? [section] : [{ ...section, rows: worked }, { kinds: ["education"], heading: null, rows: section.rows.filter((row) => learnt.has(row)) }]
}

export const apart = (sections: ReadonlyArray<Section>): ReadonlyArray<Section> =>
  sections.some(({ kinds, rows }) => kinds.includes("education") && rows.length > 0) ? sections : sections.flatMap(partsOf)
