/** Certificates: the words that tell one from the body that issued it. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { endOfFirst, startOfLast } from "./Edges.js"
import { words } from "./Fold.js"
import { memoised } from "./Memo.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"

const Words = Schema.Array(Schema.String)

interface Lists {
  readonly known: Phrases
  readonly endings: ReadonlyArray<string>
  readonly ranks: ReadonlySet<string>
  readonly expiry: Phrases
  readonly issued: Phrases
  readonly updated: Phrases
}

const lists = lazy((): Lists => {
  const data = json("certificates", Schema.Struct({ words: Words, endings: Words, ranks: Words, expiry: Words, issued: Words, updated: Words }))
  return {
    known: compile(data.words, words), endings: data.endings, ranks: new Set(data.ranks),
    expiry: compile(data.expiry, words), issued: compile(data.issued, words), updated: compile(data.updated, words)
  }
})

/** The offset at the end of a text from which words lead to a date of expiry, or -1: "…, valid until". */
export const expiryLead: (text: string) => number = memoised((text: string): number => startOfLast(lists().expiry, text))

/** The end of a text leads to a date of issue: "obtained in". */
export const leadsToIssue: (text: string) => boolean = memoised((text: string): boolean => startOfLast(lists().issued, text) >= 0)

/** "updated to the second edition in 2022" dates neither the certificate nor its end. */
export const isUpdate = (text: string): boolean => endOfFirst(lists().updated, text.trimStart()) > 0

/** 0 or 1: a word of it stands in names of certificates, courses and licences. */
export const score: (text: string) => number = memoised((text: string): number => {
  const row = words(text)
  const { endings, known } = lists()
  const isNamed = findAll(known, row).length > 0 || row.some((word) => endings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending)))
  return isNamed ? 1 : 0
})

/** "Level 3", "categories 1 and 3", "Associate": it ranks a certificate and names no issuer. */
export const isRank = (text: string): boolean => {
  const row = words(text)
  const [first] = row
  const { ranks } = lists()
  // "Foundation Level", "Advanced Level Test Analyst"
  if (ranks.has(first ?? "") && ranks.has(row[1] ?? "") && row.length <= 6) return true
  return first !== undefined && row.length <= 6 && (ranks.has(first) && (row.length === 1 || row.slice(1).every((word) => /^[\divxabc]{1,4}$/.test(word) || word.length <= 3)) || row.length === 2 && /^\d$/.test(first) && ranks.has(row[1] ?? ""))
}
