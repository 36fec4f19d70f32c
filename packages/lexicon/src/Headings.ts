/** Titles of CV sections in the languages read. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import type { Found, Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { memoised } from "./Memo.js"

export const Kind = Schema.Literal(
  "profile", "experience", "education", "skills", "languages", "certifications", "projects", "publications", "awards",
  "volunteering", "interests", "references", "contact", "courses", "military", "memberships", "other"
)
export type Kind = typeof Kind.Type

const HeadingData = Schema.Struct({
  kinds: Schema.Record({ key: Kind, value: Schema.Array(Schema.String) }),
  /** titles of the document itself */
  documentTitles: Schema.Array(Schema.String),
  fillers: Schema.Array(Schema.String),
  /** words that tell what a title is about which people made up: "Things I have built" */
  hints: Schema.partial(Schema.Record({ key: Kind, value: Schema.Array(Schema.String) }))
})

export interface Heading {
  /** in the order named: "Skills & Languages" has two */
  readonly kinds: ReadonlyArray<Kind>
  /** share of the words that are a known title, 0..1 */
  readonly certainty: number
}

const lists = lazy((): { readonly phrases: Phrases; readonly kindOf: ReadonlyMap<string, Kind>; readonly fillers: ReadonlySet<string>; readonly documentTitles: ReadonlySet<string>; readonly vocabulary: ReadonlySet<string>; readonly hints: ReadonlyMap<string, Kind> } => {
  const { documentTitles, fillers, hints, kinds } = json("headings", HeadingData)
  const kindOf = new Map<string, Kind>()
  for (const [kind, titles] of Object.entries(kinds)) {
    for (const title of titles) {
      const key = words(title).join(" ")
      if (!kindOf.has(key)) kindOf.set(key, kind as Kind)
    }
  }
  const vocabulary = new Set([...[...kindOf.keys(), ...documentTitles].flatMap((title) => title.split(" ")), ...fillers])
  const hinted = Object.entries(hints).flatMap(([kind, found]) => (found ?? []).map((word) => [word, kind as Kind] as const))
  return { hints: new Map(hinted), phrases: compile(kindOf.keys(), (phrase) => phrase.split(" ")), kindOf, fillers: new Set(fillers), documentTitles: new Set(documentTitles), vocabulary }
})

/** "keyskills" as "key skills": a word that was set wide may have lost the spaces between its words. */
const taken = (word: string): ReadonlyArray<string> => {
  const { vocabulary } = lists()
  if (word.length < 5 || word.length > 40 || vocabulary.has(word)) return [word]
  // The fewest words, by the length that has been read.
  const best: Array<ReadonlyArray<string> | undefined> = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start]
      const known = best[end]
      if (before === undefined || known !== undefined && known.length <= before.length + 1 || !vocabulary.has(word.slice(start, end))) continue
      best[end] = [...before, word.slice(start, end)]
    }
  }
  return best[word.length] ?? [word]
}

/** "III. EDUCATION", "B) Work" */
const numeral = /^\s*(?:[IVX]{1,5}|[A-Z])[.)]\s+(?=\p{L}{2})/u

/** The words of a title, also where letters were set apart: "B E R U F S E R F A H R U N G", "K E Y S K I L L S". */
const wordsOf = (numbered: string): ReadonlyArray<string> => {
  const text = numbered.replace(numeral, "")
  const closed = closeUp(text)
  return closed === text.trim() ? words(closed) : words(closed).flatMap(taken)
}

/** "B E R U F S E R F A H R U N G" and "E D U C A T I O N" are set with spaces between the letters. */
const closeUp = (text: string): string => {
  const trimmed = text.trim()
  if (!/^(?:\S ){3,}\S$/u.test(trimmed.replace(/ {2,}/g, " "))) return trimmed
  return trimmed.split(/ {2,}|(?<=\S) (?=& )|(?<= &) /u).map((word) => word.replace(/ /g, "")).join(" ")
}

const unpaid: ReadonlySet<Kind> = new Set(["volunteering", "memberships"])

/** "Board and voluntary roles": the word behind says no more than what it stands beside. The roles of a board alone may be paid. */
const withoutNoun = (found: ReadonlyArray<Named>): ReadonlyArray<Named> => {
  const last = found.at(-1), before = found.slice(0, -1)
  const isNoun = last !== undefined && last.kind === "experience" && last.next - last.from === 1 && before.at(-1)?.next === last.from
  return isNoun && before.some(({ kind }) => kind === "volunteering") && before.every(({ kind }) => unpaid.has(kind)) ? before : found
}

interface Named extends Found {
  readonly kind: Kind
}

/** The section that a title names, or null. Numbers, signs and fillers around a known title do not matter. */
export const classify: (text: string) => Heading | null = memoised((text: string): Heading | null => {
  const row = wordsOf(text).filter((word) => !/^\p{N}+$/u.test(word))
  if (row.length === 0 || row.length > 8) return null
  const { phrases, kindOf, fillers } = lists()
  const exact = kindOf.get(row.join(" "))
  if (exact !== undefined) return { kinds: [exact], certainty: 1 }
  const found = findAll(phrases, row)
  if (found.length === 0) return null
  const kinds = withoutNoun(found.map(({ from, next }) => ({ from, next, kind: kindOf.get(row.slice(from, next).join(" ")) ?? "other" }))).map(({ kind }) => kind)
  const covered = new Set(found.flatMap(({ from, next }) => row.slice(from, next)))
  const weight = row.reduce((sum, word) => sum + (covered.has(word) ? 1 : fillers.has(word) ? 0.8 : 0), 0)
  return { kinds: kinds.filter((kind, index) => kinds.indexOf(kind) === index), certainty: weight / row.length }
})

/** letters: "bevoegdheid" in "onderwijsbevoegdheid" */
const leastEnding = 6

/** "Fachzertifikate" ends with a title of its own. */
const ending = (word: string): Kind | undefined =>
  Array.from({ length: Math.max(0, word.length - leastEnding) }, (_, at) => lists().kindOf.get(word.slice(at + 1))).find((kind) => kind !== undefined)

const maxHinting = 8

/** What a title that people made up may be about, the likeliest first: by a known one within it, by words that tell, by how a word ends. */
export const hints: (text: string) => ReadonlyArray<Kind> = memoised((text: string): ReadonlyArray<Kind> => {
  const row = wordsOf(text), { hints: told, kindOf } = lists()
  const known = classify(text)?.kinds ?? []
  const single = row.length > maxHinting ? [] : [(word: string) => told.get(word), ending, (word: string) => kindOf.get(word)].flatMap((of) => row.flatMap((word) => of(word) ?? []))
  return [...new Set([...known, ...single])].filter((kind) => kind !== "other")
})

/** The likeliest; null where nothing tells. */
export const hintOf = (text: string): Kind | null => hints(text)[0] ?? null

/** The text names the document ("Curriculum Vitae", "Lebenslauf"), not a section or a person. */
export const isDocumentTitle = (text: string): boolean => lists().documentTitles.has(wordsOf(text).join(" "))

const maxTitleWords = 3

/** "Curriculum vitae di Anna Berg": without the title of the document before it, and what leads from it. */
export const withoutDocumentTitle = (text: string): string => {
  const row = text.split(" ")
  const length = [...Array(maxTitleWords).keys()].map((at) => at + 1).findLast((count) => count < row.length && isDocumentTitle(row.slice(0, count).join(" ")))
  return length === undefined ? text : row.slice(length).join(" ").replace(/^(?:(?:di|de|d['’]|of|von|van|för|for|do|da|del|[–—|:-])\s*)(?=\p{Lu})/u, "")
}
