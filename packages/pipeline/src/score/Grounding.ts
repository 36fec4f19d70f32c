/** Grounding: a claim holds when the visible text of its lines, or else of the document, says it. */
import { Dates, Fold } from "@excv/lexicon"
import { Document, type Draft, type Evidence } from "@excv/schema"
import * as Loose from "./Loose.js"

/** Letters and digits only: hyphenation, punctuation and white space are typesetting. Marks such as ●●○ stay when there is nothing else. */
const compact = (text: string): string => {
  const folded = Fold.fold(text)
  return folded.replace(/[^\p{L}\p{N}]+/gu, "") || folded.replace(/\s+/gu, "")
}

const webAddress = (text: string): string => compact(text.replace(/^(https?:\/\/)?(www\.)?/i, ""))

export interface Index {
  readonly lines: ReadonlyArray<Document.Line>
  readonly compactOf: (line: Document.Line) => string
  readonly urls: ReadonlyArray<{ readonly url: string; readonly line: Document.Line }>
  /** pages whose pictures the extractor saw */
  readonly seenPages: ReadonlySet<number>
}

export const index = (document: Document.Document, seenPages: ReadonlyArray<number> = []): Index => {
  const lines = Document.lines(document)
  const known = new Map<Document.Line, string>()
  const compactOf = (line: Document.Line) => {
    const text = known.get(line) ?? compact(line.text)
    known.set(line, text)
    return text
  }
  const urls = lines.flatMap((line) =>
    line.words.flatMap(({ url }) => (url === null ? [] : [{ url: webAddress(url.replace(/^(mailto|tel):/i, "")), line }])))
  return { lines, compactOf, urls, seenPages: new Set(seenPages) }
}

const evidence = ({ box, number, page, text }: Document.Line): Evidence.Evidence => ({ page, line: number, box, quote: text })

/** The shortest run of these lines, end to end, that says the wanted text. */
const saying = (wanted: string, lines: ReadonlyArray<Document.Line>, { compactOf }: Index): ReadonlyArray<Document.Line> | null => {
  const single = lines.find((line) => compactOf(line).includes(wanted))
  if (single) return [single]
  const texts = lines.map(compactOf)
  const at = texts.join("").indexOf(wanted)
  if (at < 0) return null
  let offset = 0
  return lines.filter((_, position) => {
    const start = offset
    offset += texts[position]?.length ?? 0
    return start < at + wanted.length && offset > at
  })
}

/** A text of several lines, as from the cells of one row: these lines say each of its own. */
const sayingEach = (text: string, lines: ReadonlyArray<Document.Line>, at: Index): ReadonlyArray<Document.Line> | null => {
  const parts = text.split("\n").map((part) => saying(compact(part), lines, at))
  return parts.length < 2 || parts.includes(null) ? null : [...new Set(parts.flatMap((part) => part ?? []))]
}

const minPart = 3

/** A cell of a table: each of its lines says a part of the wanted text, with other cells between. */
const sayingInParts = (wanted: string, lines: ReadonlyArray<Document.Line>, { compactOf }: Index): ReadonlyArray<Document.Line> | null => {
  if (lines.length < 2) return null
  const found: Array<Document.Line> = []
  let rest = wanted
  for (const line of lines) {
    const text = compactOf(line)
    let length = Math.min(rest.length, text.length)
    while (length >= minPart && !text.includes(rest.slice(0, length))) length--
    if (length < Math.min(minPart, rest.length) || !text.includes(rest.slice(0, length))) continue
    found.push(line)
    rest = rest.slice(length)
    if (rest === "") return found
  }
  return null
}

const sayingDate = (date: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Document.Line> | null => {
  const found = lines.filter((line) => Dates.find(line.text).some(({ from, to }) => from === date || to === date))
  return found.length > 0 ? found.slice(0, 1) : null
}

/** "seit 2018" and "2018 –" say "present" without the word. */
const sayingOpenEnd = (text: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Document.Line> | null => {
  if (Dates.parse(text) !== null || !Dates.isOpenEnd(text)) return null
  const isOpenIn = (written: string) => {
    const dates = Dates.find(written)
    // "2019– Lecturer", "Feb 2019– Lecturer": a column of dates with the other side of the dash left empty
    const before = dates.some(({ isRange }) => isRange) ? undefined : /^(?:\p{L}{3,10}\.? )?\P{L}*\d\s?[–—-](?=\s+\p{L})/u.exec(written)?.[0]
    return [...dates, ...before === undefined ? [] : Dates.find(before)].some(({ isOpen }) => isOpen)
  }
  const found = lines.filter((line) => isOpenIn(line.text))
  if (found.length > 0) return found.slice(0, 1)
  // "seit Oktober" above "2019" in a narrow column
  return lines.length > 1 && isOpenIn(lines.map((line) => line.text).join(" ")) ? lines : null
}

/** "●●●○○" behind a word: the signs that are typesetting elsewhere are the value here. */
const sayingMarks = (wanted: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Document.Line> | null => {
  if (/[\p{L}\p{N}]/u.test(wanted)) return null
  const found = lines.filter((line) => line.text.replace(/\s+/gu, "").includes(wanted))
  return found.length > 0 ? found.slice(0, 1) : null
}

/** "Brandl, Anna" says "Anna Brandl". */
const sayingTurned = (value: string, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Document.Line> | null => {
  const words = value.split(/\s+/u)
  const turned = words.slice(1).map((_, at) => `${words.slice(at + 1).join(" ")}, ${words.slice(0, at + 1).join(" ")}`)
  const found = turned.length > maxTurned ? undefined : lines.find((line) => turned.some((text) => line.text.includes(text)))
  return found === undefined ? null : [found]
}
/** words: longer ones are no names */
const maxTurned = 5

const sayingUrl = (value: string, { urls }: Index): ReadonlyArray<Document.Line> | null => {
  const wanted = webAddress(value)
  const found = urls.find(({ url }) => wanted !== "" && url.includes(wanted))
  return found ? [found.line] : null
}

/** A value this short stands somewhere in any document, so only its own lines count. */
const minSearched = 4

/** Where the claim can be seen; null when it cannot: then nobody may be told it. */
export const ground = (claim: Draft.Claim, at: Index): ReadonlyArray<Evidence.Evidence> | null => {
  const wanted = compact(claim.value)
  if (wanted === "") return null
  const cited = claim.lines.flatMap((number) => at.lines[number - 1] ?? [])
  const found = saying(wanted, cited, at) ??
    sayingInParts(wanted, cited, at) ??
    sayingEach(claim.value, cited, at) ??
    sayingDate(claim.value, cited) ??
    sayingOpenEnd(claim.value, cited) ??
    sayingMarks(wanted, cited) ??
    sayingTurned(claim.value, cited) ??
    sayingUrl(claim.value, at) ??
    (wanted.length < minSearched ? null : saying(wanted, at.lines, at))
  if (found !== null) return found.map(evidence)
  const nearly = Loose.saying(wanted, cited.filter(({ page }) => at.seenPages.has(page)))
  return nearly && nearly.map((line) => ({ ...evidence(line), match: "loose" as const }))
}
