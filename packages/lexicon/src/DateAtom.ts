/** One date of the grammar: day, month and year in the orders and with the signs that people use. */
import type { Token } from "./DateTokens.js"
import { isSign, phraseEnd, touches } from "./DateTokens.js"
import { load } from "./DateWords.js"

export interface Atom {
  /** null for a month that takes its year from the end of its range */
  readonly year: number | null
  readonly month: number | null
  /** a second reading of an all-numeric day and month */
  readonly otherMonth: number | null
  /** which of the two came first in an all-numeric date that leaves no choice */
  readonly order?: "day_first" | "month_first"
  /** index after its last token */
  readonly next: number
  /** what it looks like: one range rarely mixes two looks */
  readonly form: "month_year" | "iso" | "day" | "numeric" | "short" | "season" | "year" | "short_year" | "month"
}

type Tokens = ReadonlyArray<Token>

const firstYear = 1940
const lastYear = 2049

export const longYear = (token: Token | undefined): number | null => {
  if (token === undefined || token.kind !== "number" || token.text.length !== 4) return null
  const year = Number(token.text)
  return year >= firstYear && year <= lastYear ? year : null
}

/** "18" is 2018, "85" is 1985. */
export const shortYear = (token: Token | undefined): number | null => {
  if (token === undefined || token.kind !== "number" || token.text.length !== 2) return null
  const year = Number(token.text)
  return year <= lastYear % 100 ? 2000 + year : year >= firstYear % 100 ? 1900 + year : null
}

const upTo = (token: Token | undefined, most: number): number | null => {
  if (token === undefined || token.kind !== "number" || token.text.length > 2) return null
  const value = Number(token.text)
  return value >= 1 && value <= most ? value : null
}

const atom = (form: Atom["form"], year: number | null, month: number | null, next: number, otherMonth: number | null = null): Atom =>
  ({ form, year, month, next, otherMonth })

const skipSigns = (tokens: Tokens, index: number, signs: string): number =>
  isSign(tokens[index], signs) ? index + 1 : index

/** A dash joins a month to its year only where no space surrounds it; else it leads to the end of a range. */
const skipJoin = (tokens: Tokens, index: number): number =>
  isSign(tokens[index], ",/'") || isSign(tokens[index], "-–") && touches(tokens, index) && touches(tokens, index + 1)
    ? index + 1
    : index

/** Polish writes "2020 r." for the year 2020. */
const afterYear = (tokens: Tokens, index: number): number =>
  tokens[index]?.text === "r" && isSign(tokens[index + 1], ".") ? index + 2 : index

const skipOf = (tokens: Tokens, index: number): number =>
  load().of.has(tokens[index]?.text ?? "") ? index + 1 : index

const roman: ReadonlyArray<string> = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

/** The month of a Roman numeral that no word leads to: not "Master II 2019"; "i 2019" is Swedish for "in 2019". */
const romanAt = (tokens: Tokens, index: number): number | null => {
  const month = roman.indexOf(tokens[index]?.text ?? "") + 1
  const before = tokens[index - 1]
  const { from, since, to } = load()
  const isLed = before?.kind === "word" && ![from, since, to].some((phrases) => phraseEnd(phrases, tokens, index - 1) === index)
  return month === 0 || isLed || month === 1 && !isSign(tokens[index + 1], "./-–") ? null : month
}

/** "IX 2014", "V.2020", "XII/2019", and "VII" before "– VIII 2008". */
const fromRoman = (tokens: Tokens, index: number): Atom | null => {
  const month = romanAt(tokens, index)
  if (month === null) return null
  const next = tightSign(tokens, index + 1, "./-") ? index + 2 : index + 1
  const year = longYear(tokens[next])
  if (year !== null) return atom("month_year", year, month, afterYear(tokens, next + 1))
  const isRange = isSign(tokens[index + 1], "-–") && romanAt(tokens, index + 2) !== null && longYear(tokens[index + 3]) !== null
  return isRange ? atom("month", null, month, index + 1) : null
}

/** "Jan 2020", "Sept. ’18", "March 5, 2018", "enero de 2020", "Jan-20", and "Jan" alone. */
const fromMonthName = (tokens: Tokens, index: number): Atom | null => {
  const token = tokens[index]
  const month = token?.kind === "word" ? load().months.get(token.text) : undefined
  if (month === undefined || index > 0 && phraseEnd(load().noMonths, tokens, index - 1) > index) return null
  let next = skipSigns(tokens, index + 1, ".")
  if (upTo(tokens[next], 31) !== null && longYear(tokens[skipSigns(tokens, next + 1, ",")]) !== null) {
    const after = skipSigns(tokens, next + 1, ",")
    return atom("month_year", longYear(tokens[after]), month, after + 1)
  }
  const bare = next
  next = skipJoin(tokens, next)
  next = skipSigns(tokens, skipOf(tokens, next), "'")
  const year = longYear(tokens[next])
  if (year !== null) return atom("month_year", year, month, afterYear(tokens, next + 1))
  const short = shortYear(tokens[next])
  const isDay = isSign(tokens[next + 1], ".") || load().months.has(tokens[next + 1]?.text ?? "")
  const isApart = bare === next && !isSign(tokens[next - 1], ".") && (tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) > 1
  if (short !== null && !isDay && !isApart) return atom("month_year", short, month, next + 1)
  return atom("month", null, month, bare)
}

/** "1 Jan 2020", "12. März 2018", "1st of May 2019", "1er mars 2020". */
const fromDayAndName = (tokens: Tokens, index: number): Atom | null => {
  if (upTo(tokens[index], 31) === null) return null
  let next = index + 1
  if (load().ordinal.has(tokens[next]?.text ?? "") && touches(tokens, next)) next++
  next = skipOf(tokens, skipSigns(tokens, next, ".-/"))
  const found = fromMonthName(tokens, next)
  return found !== null && found.year !== null ? found : null
}

/** The sign between two numbers, where no space surrounds it. */
const tightSign = (tokens: Tokens, index: number, signs: string): boolean =>
  isSign(tokens[index], signs) && touches(tokens, index) && touches(tokens, index + 1)

/** "2020-01", "2020/01/15", "2020.01". */
const fromIso = (tokens: Tokens, index: number): Atom | null => {
  const year = longYear(tokens[index])
  if (year === null || !tightSign(tokens, index + 1, "-/.")) return null
  const month = upTo(tokens[index + 2], 12)
  if (month === null || tokens[index + 2]?.text.length !== 2) return null
  const sign = tokens[index + 1]?.text ?? ""
  const hasDay = tightSign(tokens, index + 3, sign) && upTo(tokens[index + 4], 31) !== null
  return atom("iso", year, month, index + (hasDay ? 5 : 3))
}

/** "1.3.2018", "01/03/2018", "31-12-18": the day first unless that cannot be. */
const fromFullNumbers = (tokens: Tokens, index: number): Atom | null => {
  const sign = tokens[index + 1]?.text ?? ""
  const isTight = (at: number) => isSign(tokens[at], "./-") && tokens[at]?.text === sign && touches(tokens, at)
  if (!isTight(index + 1) || !isTight(index + 3)) return null
  const [first, second] = [upTo(tokens[index], 31), upTo(tokens[index + 2], 31)]
  const year = longYear(tokens[index + 4]) ?? (touches(tokens, index + 4) ? shortYear(tokens[index + 4]) : null)
  if (first === null || second === null || year === null) return null
  const next = afterYear(tokens, index + 5)
  if (second > 12) return first > 12 ? null : { ...atom("day", year, first, next), order: "month_first" }
  if (first > 12) return { ...atom("day", year, second, next), order: "day_first" }
  return atom("day", year, second, next, first)
}

/** "01/2020", "01.2020", "1-2020", "01 / 2020", and with two digits for the year "03/18". */
const fromMonthNumber = (tokens: Tokens, index: number): Atom | null => {
  const month = upTo(tokens[index], 12)
  if (month === null || !isSign(tokens[index + 1], "./-–|'")) return null
  const isTight = touches(tokens, index + 1) && touches(tokens, index + 2)
  const year = longYear(tokens[index + 2])
  if (year !== null && (isTight || isSign(tokens[index + 1], "/."))) return atom("numeric", year, month, afterYear(tokens, index + 3))
  const quoted = isSign(tokens[index + 2], "'") ? shortYear(tokens[index + 3]) : null
  if (quoted !== null && isSign(tokens[index + 1], "/.")) return atom("numeric", quoted, month, index + 4)
  const short = shortYear(tokens[index + 2])
  const isWhole = tokens[index]?.text.length === 2 && !(isSign(tokens[index + 3], "./-,%") && touches(tokens, index + 3) && touches(tokens, index + 4))
  return short !== null && isTight && isWhole && isSign(tokens[index + 1], "/.'") ? atom("short", short, month, index + 3) : null
}

/** "Summer 2016", "WS 2015/16", "Q3 2019": as precise as a year. */
const fromSeason = (tokens: Tokens, index: number): Atom | null => {
  const token = tokens[index]
  if (token?.kind !== "word") return null
  let next = phraseEnd(load().seasons, tokens, index)
  if (next === -1 && /^(q|t|h|s|kw)$/.test(token.text) && upTo(tokens[index + 1], 53) !== null && touches(tokens, index + 1)) next = index + 2
  if (next === -1) return null
  const second = phraseEnd(load().seasons, tokens, skipSigns(tokens, next, "/-–"))
  next = skipSigns(tokens, skipOf(tokens, skipSigns(tokens, second === -1 ? next : second, ",/-")), "'")
  const year = longYear(tokens[next]) ?? (isSign(tokens[next - 1], "'") ? shortYear(tokens[next]) : null)
  if (year === null) return null
  const hasSecondYear = tightSign(tokens, next + 1, "/") && (shortYear(tokens[next + 2]) ?? longYear(tokens[next + 2])) === year + 1
  return atom("season", year, null, next + (hasSecondYear ? 3 : 1))
}

/** "2020 January", "2020, März", "2019"; "’18". */
const fromYear = (tokens: Tokens, index: number): Atom | null => {
  if (isSign(tokens[index], "'") && touches(tokens, index + 1)) {
    const short = shortYear(tokens[index + 1])
    return short === null ? null : atom("short_year", short, null, index + 2)
  }
  const year = longYear(tokens[index])
  if (year === null) return null
  const word = skipSigns(tokens, index + 1, ",."), named = fromMonthName(tokens, word)
  // "2014 Jan–2016 Aug": the month belongs to the year before it, as the next one does.
  const isPaired = named?.form === "month_year" && isSign(tokens[word + 1], "-–/") && longYear(tokens[word + 2]) !== null && load().months.has(tokens[word + 3]?.text ?? "")
  if (isPaired) return atom("month_year", year, named.month, word + 1)
  if (named?.form !== "month") return atom("year", year, null, afterYear(tokens, index + 1))
  // "2019 January – 2020 March", not "2019, January – March 2020".
  const isRange = isSign(tokens[named.next], "-–/")
  const endYear = longYear(tokens[named.next + 1])
  const isYearFirst = isRange && (endYear === null ? !load().months.has(tokens[named.next + 1]?.text ?? "") : load().months.has(tokens[named.next + 2]?.text ?? ""))
  return !isRange || isYearFirst ? atom("month_year", year, named.month, named.next) : atom("year", year, null, index + 1)
}

/** The date that starts at a token. */
export const at = (tokens: Tokens, index: number): Atom | null => {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.kind === "word") return fromSeason(tokens, index) ?? fromMonthName(tokens, index) ?? fromRoman(tokens, index)
  if (token.kind === "sign") return fromYear(tokens, index)
  return fromDayAndName(tokens, index) ?? fromFullNumbers(tokens, index) ?? fromIso(tokens, index) ??
    fromMonthNumber(tokens, index) ?? fromYear(tokens, index)
}
