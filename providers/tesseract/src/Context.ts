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
const yearFirst = /^(?:(?:19|20)\d\d|’\d\d)/u
const dotLike = /^[·•.~=]$/u

/** A dot between two dates is a dash whose ends were lost. */
const isDash = (line: ReadonlyArray<string>, index: number): boolean => {
  const [before, sign, next, after] = [line[index - 1] ?? "", line[index] ?? "", line[index + 1] ?? "", line[index + 2] ?? ""]
  return dotLike.test(sign) && year.test(before) && (yearFirst.test(next) || (/^\p{L}{3,9}\.?$|^\d{1,2}[./]?$/u.test(next) && yearFirst.test(after)))
}

/** The words of a line, read with their neighbours. */
export const settled = (line: ReadonlyArray<Ink>): ReadonlyArray<Ink> => {
  const texts = line.map(({ text }, index) => withLetters(text.replace(shortYear, "’"), line[index - 1]?.text))
  return line.map((word, index) => ({ ...word, text: isDash(texts, index) ? "–" : texts[index] ?? word.text }))
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
