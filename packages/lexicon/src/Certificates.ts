/** Certificates: the words that tell one from the body that issued it. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import { memoised } from "./Memo.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"

const Words = Schema.Array(Schema.String)

const lists = lazy((): { readonly known: Phrases; readonly endings: ReadonlyArray<string>; readonly ranks: ReadonlySet<string> } => {
  const data = json("certificates", Schema.Struct({ words: Words, endings: Words, ranks: Words }))
  return { known: compile(data.words, words), endings: data.endings, ranks: new Set(data.ranks) }
})

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
