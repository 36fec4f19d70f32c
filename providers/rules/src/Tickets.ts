/** "Education and certifications": what is no study there is a certificate. */
import { Certificates, Companies, Degrees } from "@excv/lexicon"
import * as Content from "./Content.js"
import * as Education from "./Education.js"
import type { Row } from "./Row.js"
import type { Section } from "./Sections.js"

const isSchool = (text: string): boolean => Companies.institutionScore(text) >= 0.9

/** "AWS Solutions Architect, 2021": of one time, no degree, and of no school unless it says that it is a certificate. */
const isTicket = (rows: ReadonlyArray<Row>): boolean => {
  const texts = rows.flatMap(({ segments }) => segments.flatMap(({ date, text }) => (date === null ? [text] : [])))
  const degree = texts.find((text) => Degrees.score(text) >= 0.7)
  const hasSchool = texts.some(isSchool)
  const isNamed = texts.some((text) => !isSchool(text) && Certificates.score(text) > 0)
  if (Content.areRanges(rows)) return false
  return degree === undefined ? isNamed || !hasSchool && Content.areDated(rows) : Certificates.score(degree) > 0 && !hasSchool
}

/** "valid until 03.2028": what runs out is no study, under whatever title. */
const runsOut = ({ dates, text }: Row): boolean => dates.some(({ start }) => Certificates.expiryLead(text.slice(0, start)) >= 0)

const hasRunOut = (rows: ReadonlyArray<Row>): boolean => rows.some(runsOut) && !Content.areRanges(rows)

const partsOf = (section: Section): ReadonlyArray<Section> => {
  const { kinds, rows } = section
  const areBoth = kinds.includes("certifications") || kinds.includes("courses")
  if (kinds[0] !== "education" || !areBoth && !rows.some(runsOut)) return [section]
  const isOther = areBoth ? isTicket : hasRunOut
  const tickets = new Set(Education.labelled(rows).flatMap(({ entry }) => (isOther(areBoth ? entry.head : [...entry.head, ...entry.body]) ? [...entry.head, ...entry.body].map(({ number }) => number) : [])))
  const [studies, others] = [rows.filter(({ number }) => !tickets.has(number)), rows.filter(({ number }) => tickets.has(number))]
  return studies.length === 0 || others.length === 0 ? [section] : [{ ...section, rows: studies }, { ...section, kinds: ["certifications"], heading: null, rows: others }]
}

export const apart = (sections: ReadonlyArray<Section>): ReadonlyArray<Section> => sections.flatMap(partsOf)
