/** Letters and signs that look alike, where the words around leave no doubt which of them stands there. */
import type { Ink } from "./Table.js"

/** Signs for an omitted century, as the engine reads them. */
const shortYear = /^["“”„*°‘’´`'](?=\d\d(?!\d))/u
/** Letters with a full stop after each: a legal form. */
const initials = /^(?:[\p{L}015$]\.){2,}$/u
const alike: Readonly<Record<string, readonly [capital: string, small: string]>> = { 0: ["O", "o"], 1: ["I", "l"], 5: ["S", "s"], $: ["S", "s"] }

/** `0.0.` after `z` is the Polish `o.o.`; elsewhere a letter beside it has to say that it is one. */
const withLetters = (text: string, before: string | undefined): string => {
  const [, bare = "", end = ""] = /^(.*?)([,;)]*)$/u.exec(text) ?? []
  if (!initials.test(bare) || !/[015$]/.test(bare) || !(/\p{L}/u.test(bare) || (before === "z" && bare === "0.0."))) return text
  const isSmall = bare.toUpperCase() !== bare || !/\p{L}/u.test(bare)
  const last = bare.replaceAll(/[015$]/g, (sign, at: number) => alike[sign]?.[isSmall && at > 0 || bare === "0.0." ? 1 : 0] ?? sign)
  return `${last}${end}`
}

const year = /(?:(?:19|20)\d\d|’\d\d)$/u
const monthAndYear = /^\d{1,2}[./](?:19|20)\d\d/u
const yearFirst = /^(?:(?:19|20)\d\d|’\d\d)/u
const dashLike = /^[·•.~=—–-]$/u
const dash = /^[—–-]$/u
const startsWord = /^\p{L}{2}/u
/** What the engine doubts is a dash all the same between two dates. */
const minDash = 0.9

export const endsInYear = (text: string): boolean => year.test(text)

/** A dot between two dates is a dash whose ends were lost; what was seen as a dash after a year is one also before "today". */
const isDash = (line: ReadonlyArray<string>, index: number): boolean => {
  const [before, sign, next, after] = [line[index - 1] ?? "", line[index] ?? "", line[index + 1] ?? "", line[index + 2] ?? ""]
  return dashLike.test(sign) && year.test(before) && (yearFirst.test(next) || monthAndYear.test(next) || (dash.test(sign) && startsWord.test(next)) || (/^\p{L}{3,9}\.?$|^\d{1,2}[./]?$/u.test(next) && yearFirst.test(after)))
}

/** "N.º": the raised letter is read as a star or as quotation marks. */
const raised = /^([Nn]\.?)[*"“”’'°]$/u

/** Nobody writes "team,07/2021" without a space, or with a full stop. */
const unspaced = /^(.*\p{L}{2})(?:,|\.(?=\d{1,2}[./]))((?:\d{1,2}[./])?(?:19|20)\d\d(?!\d).*)$/u

const spaced = (word: Ink): ReadonlyArray<Ink> => {
  const [, before, after] = unspaced.exec(word.text) ?? []
  if (before === undefined || after === undefined) return [word]
  const letter = (word.right - word.left) / word.text.length, middle = word.left + letter * (before.length + 1)
  return [{ ...word, text: `${before},`, right: Math.round(middle - letter / 4) }, { ...word, text: after, left: Math.round(middle + letter / 4) }]
}

/** Longer words are not short for a month. */
const sentenceEnd = /^[\p{L}’'-]{6,}\.$/u
const levelEnd = /\):$/u

/** Marks of which the tail was lost: a full stop between a place and a date, and a colon between two of the items that semicolons part. */
const withTail = (line: ReadonlyArray<string>, index: number): string => {
  const text = line[index] ?? "", next = line[index + 1] ?? "", after = line[index + 2] ?? ""
  const isDate = yearFirst.test(next) || monthAndYear.test(next) || (/^\p{L}{3,9}\.?$/u.test(next) && /^(?:19|20)\d\d[.,;)]?$/u.test(after))
  if (sentenceEnd.test(text) && isDate) return `${text.slice(0, -1)},`
  return levelEnd.test(text) && line.some((other) => other.endsWith(");")) ? `${text.slice(0, -1)};` : text
}

/** Of the height of the letters: dates further apart stand in columns of their own. */
const maxDashGap = 1.6

/** Two dates that follow each other are a range whose dash touched both and was lost. */
const joinedDates = (line: ReadonlyArray<Ink>): ReadonlyArray<Ink> =>
  line.flatMap((word, index) => {
    const [next, after] = [line[index + 1], line[index + 2]]
    const isRange = next !== undefined && /^(?:.*[^\d.,])?(?:19|20)\d\d$/u.test(word.text) && next.left - word.right <= maxDashGap * (word.bottom - word.top) &&
      (/^(?:19|20)\d\d\)?$/u.test(next.text) || (/^\p{L}{3,9}\.?$/u.test(next.text) && /^(?:19|20)\d\d\)?$/u.test(after?.text ?? "")))
    return isRange ? [word, { ...word, text: "–", left: word.right, right: next.left, confidence: minDash }] : [word]
  })

/** The words of a line, read with their neighbours. */
export const settled = (seen: ReadonlyArray<Ink>): ReadonlyArray<Ink> => {
  const line = joinedDates(seen.flatMap(spaced))
  const plain = line.map(({ text }) => text)
  const texts = line.map((_, index) => withLetters(withTail(plain, index).replace(shortYear, "’").replace(raised, "$1º"), line[index - 1]?.text))
  return line.map((word, index) =>
    isDash(texts, index) ? { ...word, text: word.text === "-" ? "-" : "–", confidence: Math.max(word.confidence, minDash) } : { ...word, text: texts[index] ?? word.text })
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "")

/** Of the smaller box, in both directions: so much of it in the other, both are readings of the same letters. */
const minShared = 0.7

const shares = (a: Ink, b: Ink): boolean => {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across >= minShared * Math.min(a.right - a.left, b.right - b.left) && down >= minShared * Math.min(a.bottom - a.top, b.bottom - b.top)
}

/** Whether the other word says the same letters, or more, in the same place. */
const isSaidBy = (word: Ink, index: number, other: Ink, place: number): boolean => {
  if (index === place || !shares(word, other)) return false
  const [own, whole] = [lettersOf(word.text), lettersOf(other.text)]
  if (own.length < 2 || !whole.includes(own)) return false
  return whole.length > own.length || other.confidence > word.confidence || (other.confidence === word.confidence && place < index)
}

/** Where regions overlap, a word may be read twice, once in part. */
export const once = (lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<ReadonlyArray<Ink>> => {
  const words = lines.flat()
  const twice = new Set(words.filter((word, index) => words.some((other, place) => isSaidBy(word, index, other, place))))
  return twice.size === 0 ? lines : lines.map((line) => line.filter((word) => !twice.has(word))).filter((line) => line.length > 0)
}

/** A line believed in less, and how many of them, in lines and of all lines, show that grain of the paper was read. */
const minBelief = 0.55
const minGrainLines = 12
const minGrainShare = 0.3

const beliefOf = (line: ReadonlyArray<Ink>): number => {
  const letters = line.reduce((sum, { text }) => sum + text.length, 0)
  return line.reduce((sum, { confidence, text }) => sum + confidence * text.length, 0) / Math.max(1, letters)
}

/** Without what the engine saw in the grain of an empty page. */
export const withoutGrain = (lines: ReadonlyArray<ReadonlyArray<Ink>>): ReadonlyArray<ReadonlyArray<Ink>> => {
  const doubted = new Set(lines.filter((line) => beliefOf(line) < minBelief))
  return doubted.size >= minGrainLines && doubted.size >= minGrainShare * lines.length ? lines.filter((line) => !doubted.has(line)) : lines
}
