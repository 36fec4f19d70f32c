/** Why the extractor answered as it did: headings with their scores, sections, and the shape of their entries. */
import type { Document } from "@excv/schema"
import * as BrokenDates from "./BrokenDates.js"
import * as Education from "./Education.js"
import * as Experience from "./Experience.js"
import * as HeadingRows from "./HeadingRows.js"
import * as Looks from "./Looks.js"
import * as Rows from "./Row.js"
import * as Sections from "./Sections.js"

export interface ExplainedHeading {
  /** `Line.number` */
  readonly line: number
  readonly kinds: ReadonlyArray<string>
  /** above 1: taken for a heading */
  readonly score: number
}

export interface ExplainedEntry {
  /** `Line.number` of the rows that hold the slots, and of the text below them */
  readonly head: ReadonlyArray<number>
  readonly body: ReadonlyArray<number>
  /** what was read for each slot, as written, and how much its words look like it: above 0 speaks for it */
  readonly slots: Readonly<Record<string, { readonly text: string; readonly score: number }>>
  /** 0..1: how sure it is that its date dates it; null without one */
  readonly dateStrength: number | null
}

export interface ExplainedSection {
  readonly kinds: ReadonlyArray<string>
  /** `Line.number` of its heading; null for what stands before any heading */
  readonly heading: number | null
  readonly lines: ReadonlyArray<number>
  /** of experience and education */
  readonly entries: ReadonlyArray<ExplainedEntry>
}

export interface Explanation {
  readonly headings: ReadonlyArray<ExplainedHeading>
  readonly sections: ReadonlyArray<ExplainedSection>
}

const looks = { ...Looks, location: Looks.place }

const numbers = (rows: ReadonlyArray<Rows.Row>): ReadonlyArray<number> => rows.map((row) => row.number)

const entriesOf = ({ kinds, rows }: Sections.Section): ReadonlyArray<ExplainedEntry> => {
  const roles = kinds[0] === "experience" || kinds[0] === "military"
    ? Experience.roles(rows)
    : kinds[0] === "education" ? Education.labelled(rows).map((labelled) => ({ labelled, dated: null })) : []
  return roles.map(({ dated, labelled }) => ({
    head: numbers(labelled.entry.head),
    body: numbers(labelled.entry.body),
    slots: Object.fromEntries([...labelled.slots].map(([label, filled]) => [label, { text: filled.text, score: looks[label](filled.text) }])),
    dateStrength: dated?.strength ?? null
  }))
}

/** For development tools only: it holds text of the document. */
export const explain = (document: Document.Document): Explanation => {
  const rows = BrokenDates.join(Rows.all(document))
  const headings = HeadingRows.headings(rows).filter(({ score }) => score > 0.5)
  return {
    headings: headings.map(({ kinds, row, score }) => ({ line: row.number, kinds, score })),
    sections: Sections.split(rows).map((section) => ({
      kinds: section.kinds,
      heading: section.heading?.number ?? null,
      lines: numbers(section.rows),
      entries: entriesOf(section)
    }))
  }
}
