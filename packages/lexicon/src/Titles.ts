/** Job titles: what makes a text look like one, in the languages read. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"
import { memoised } from "./Memo.js"

const Words = Schema.Array(Schema.String)

const TitleData = Schema.Struct({
  heads: Words,
  /** titles whose words are none by themselves: "femme de chambre" */
  phrases: Words,
  suffixes: Words,
  modifiers: Words,
  seniority: Schema.Struct({ intern: Words, junior: Words, mid: Words, senior: Words, lead: Words, principal: Words, executive: Words }),
  /** who works for somebody of rank */
  notExecutive: Words,
  /** phrases within which the word of a rank says none: "Staff Nurse", "Account Manager", "Stage Manager" */
  exceptions: Schema.Struct({ intern: Words, junior: Words, lead: Words, principal: Words, executive: Words }),
  connectors: Words
})

export const data = lazy(() => json("titles", TitleData))

const lists = lazy((): { readonly heads: ReadonlySet<string>; readonly suffixes: ReadonlyArray<string>; readonly modifiers: ReadonlySet<string>; readonly connectors: ReadonlySet<string>; readonly phrases: Phrases; readonly ranks: Phrases } => {
  const { connectors, heads, modifiers, phrases, seniority, suffixes } = data()
  return {
    heads: new Set(heads),
    suffixes,
    modifiers: new Set(modifiers),
    connectors: new Set(connectors),
    phrases: compile(phrases, words),
    ranks: compile(Object.values(seniority).flat(), words)
  }
})

const isHead: (word: string) => boolean = memoised((word: string): boolean => {
  const { heads, suffixes } = lists()
  if (heads.has(word)) return true
  if (word.length > 4 && word.endsWith("s") && heads.has(word.slice(0, -1))) return true
  if (word.endsWith("innen") && heads.has(word.slice(0, -5))) return true
  return word.length > 7 && suffixes.some((suffix) => word.length > suffix.length + 2 && word.endsWith(suffix))
})

/** 0..1: how much a text looks like a job title. Short texts with a head of a title score highest. */
export const score: (text: string) => number = memoised((text: string): number => {
  const row = words(text)
  if (row.length === 0 || row.length > 14) return 0
  const found = findAll(lists().phrases, row)
  const isPart = row.map((word, index) => isHead(word) || found.some(({ from, next }) => index >= from && index < next))
  const headCount = row.filter(isHead).length + found.length
  // "Rossi & Associati", "Meyer + Partner" name a firm by its people.
  if (/(?:&|\+| und| et| and| y| e) (?:associ|asociad|partner|co\b|cie\b|sons\b|söhne|fils\b)/iu.test(text)) return 0.1
  const hasRank = findAll(lists().ranks, row).length > 0
  const modified = row.some((word) => lists().modifiers.has(word))
  if (headCount === 0) return hasRank ? 0.6 : modified && row.length <= 4 ? 0.15 : 0
  // "Verkäuferin (m/w/d)", "Koch / Köchin": the head of a title near its start or end, not lost in a sentence.
  const edge = isPart.slice(0, 2).includes(true) || isPart.slice(-2).includes(true) ? 0.1 : 0
  return Math.min(1, 0.75 + edge + (hasRank || modified ? 0.1 : 0) + (headCount > 1 ? 0.05 : 0) - Math.max(0, row.length - 6) * 0.07)
})

/** The word leads from a title to its company: "at", "bei", "chez", "en", "presso". */
export const isConnector = (word: string): boolean => lists().connectors.has(words(word).join(" ")) || word === "@"
