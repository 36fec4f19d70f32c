/** Human languages with how well they are spoken, from sections, groups and labelled rows. */
import { Languages } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Found {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Words without the article before them: "l'anglais", "d'arabe". */
const tokensOf = (text: string): ReadonlyArray<Token> =>
  [...text.matchAll(/(?<=(?<!\p{L})[ld]['’])\p{L}[\p{L}\p{M}'’-]*|(?![ld]['’])\p{L}[\p{L}\p{M}'’-]*/giu)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))

/** words: "Lengua de signos española" */
const longestName = 4

/** Names of languages in a text, the longest at each place. */
const namesIn = (text: string): ReadonlyArray<Found> => {
  const tokens = tokensOf(text)
  const found: Array<Found> = []
  let index = 0
  while (index < tokens.length) {
    let next = index + 1
    for (let length = longestName; length > 0; length--) {
      const [first, last] = [tokens[index], tokens[index + length - 1]]
      if (first === undefined || last === undefined) continue
      const name = text.slice(first.start, last.end)
      if (!/^\p{Lu}|^\p{Ll}{4,}/u.test(name) || Languages.nameOf(name) === null) continue
      found.push({ name, start: first.start, end: last.end })
      next = index + length
      break
    }
    index = next
  }
  return found
}

const clean = (text: string): string => {
  const bare = text.replace(/\s[ld]['’]$/iu, "").replace(/^[\s:,;–—\-|•·(/=]+|[\s:,;–—\-|•·(/.]+$/gu, "")
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1).trim() : bare
}

/** Rows as one text, with the row that every offset lies in. */
const flow = (rows: ReadonlyArray<Row>): { readonly text: string; readonly rowAt: (offset: number) => Row | undefined } => {
  const starts: Array<readonly [number, Row]> = []
  let text = ""
  for (const row of rows) {
    starts.push([text.length, row])
    text += `${row.text}\n`
  }
  return { text, rowAt: (offset) => starts.findLast(([start]) => start <= offset)?.[1] }
}

/** A row that begins with a language: "English and French (native), Spanish (B1)". */
export const isNaming = (row: Row): boolean => namesIn(row.text)[0]?.start === 0

/** Every language that rows name, with the level that follows it, or that leads its list ("Fluent: English, French"). */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftLanguage> => {
  const { rowAt, text } = flow(rows)
  const names = namesIn(text)
  let leading: { readonly text: string; readonly row: Row } | null = null
  const languages: Array<Draft.DraftLanguage> = []
  names.forEach((one, index) => {
    const row = rowAt(one.start)
    if (row === undefined) return
    const previousEnd = names[index - 1]?.end ?? 0
    const between = text.slice(previousEnd, one.start)
    // "Native Spanish, basic French": where the first level leads, the next one may.
    const sign: RegExp = leading === null ? /[\n;.]/u : /[\n;.,]/u
    const before = clean(between.split(sign).at(-1) ?? "")
    const after = clean(text.slice(one.end, names[index + 1]?.start ?? text.length))
    const label = index === 0 && before === "" ? clean(between.trimEnd().split("\n").at(-1) ?? "") : ""
    const levelBefore = isNative(label) ? "native" : index === 0 || sign.test(between) ? Languages.proficiencyOf(before) : null
    if (levelBefore !== null && before.split(" ").length < 6) leading = { text: before === "" ? label : before.replace(/\s+in$/, ""), row: before === "" ? rows[rows.indexOf(row) - 1] ?? row : row }
    else if (/[\n;]/.test(between)) leading = null
    const own = after !== "" && Languages.proficiencyOf(after) !== null && (leading === null || /^\s*\(/u.test(text.slice(one.end)))
    const level = own ? levelClaim(after, rows, row, one.name) : leading !== null ? Claims.of(leading.text, [leading.row]) : saysItself(one.name) ? Claims.of(one.name, [row]) : null
    // "English and Welsh (both native)": two that only a word joins have one level.
    const joined = level !== null && joint.test(between) ? languages.at(-1) : undefined
    if (joined?.proficiency === null) languages[languages.length - 1] = { ...joined, proficiency: level }
    languages.push({ language: Claims.of(one.name, [row]), proficiency: level })
  })
  return languages.filter((one, index) => languages.findIndex((other) => other.language.value === one.language.value) === index)
}

/** "Schulenglisch": the name says how well. */
const saysItself = (name: string): boolean => Languages.proficiencyOf(name) !== null

const joint = /^\s+(?:and|und|et|y|e|i|och|en|oraz|&)\s+$/u

/** "Mother tongue" alone, on the line above its language. */
const isNative = (label: string): boolean => label.split(" ").length <= 3 && Languages.proficiencyOf(label) === "native" && namesIn(label).length === 0

/** The first line of what follows that says a level. */
const levelClaim = (after: string, rows: ReadonlyArray<Row>, row: Row, name: string): Draft.Claim => {
  const parts = after.split("\n").map(clean).filter((part) => part !== "")
  const saying = parts.filter((part) => Languages.proficiencyOf(part) !== null)
  // Words say more exactly what dots show.
  const said = saying.find((part) => /[\p{L}\p{N}]/u.test(part)) ?? saying[0] ?? after
  const from = rows.indexOf(row)
  // Signs alone are nothing that a reader could search for: they are claimed with the name before them.
  if (!/[\p{L}\p{N}]/u.test(said)) return Claims.of(row.text.includes(`${name} ${said}`) ? `${name} ${said}` : row.text, [row])
  return Claims.of(said, [rows.slice(from).find((one) => one.text.includes(said)) ?? row])
}
