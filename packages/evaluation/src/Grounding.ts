/**
 * Grounding: whether a value occurs in the document, so that an invented value is told from a misplaced one. The hallucination
 * rate is the share of given values that are wrong and occur nowhere in the document.
 */
import type { Kind } from "./Comparer.js"
import { compact, normalize, words } from "./Text.js"
import type { Verdict } from "./Verdict.js"

/** A document's words, ready for look-ups. `text` holds the targets of its links too; `language` is the ISO 639-1 code of the text. */
export interface Source {
  readonly compact: string
  /** the words in order, with a space before and after each */
  readonly spaced: string
  readonly words: ReadonlySet<string>
  /** words of two or three capitals: codes and abbreviations of countries */
  readonly capitals: ReadonlyArray<string>
  readonly digits: string
  readonly locales: ReadonlyArray<string>
}

export const source = (text: string, language: string): Source => ({
  compact: compact(text),
  spaced: space(words(text)),
  words: new Set(words(text)),
  capitals: text.match(/\b[A-Z]{2,3}\b/g) ?? [],
  digits: text.normalize("NFKC").replace(/\D/gu, ""),
  locales: Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2}$/.test(language) ? [language, "en"] : ["en"])
})

/**
 * - a text, a name or an e-mail: its words follow one another in the document; or its letters and digits do, eight or more of them,
 *   whatever stands between them (hyphens, line breaks, spaced letters); or, where it has more than three words, nine of ten of them
 *   are in the document, because lines of other columns may stand between them
 * - a URL: so does the part behind the host, or the host where nothing is behind it, without scheme and `www.`
 * - a phone: its last seven digits follow one another among the document's digits
 * - a date: a word has its year, or is the year's last two digits, and a word is the month's number or begins as the month's name does
 * - a country, a language: its name in the document's language or in English; also a country's code, a language's name for itself
 */
export const occurs = (kind: Kind, value: string, document: Source): boolean => {
  switch (kind) {
    case "phone": return document.digits.includes(value.replace(/\D/g, "").slice(-7))
    case "url": return document.compact.includes(compact(tail(value)))
    case "date": return dateOccurs(value, document)
    case "country": return countryOccurs(value, document)
    case "language": return someOccurs([value, ...languageNames(value, document)], document)
    default: return textOccurs(value, document)
  }
}

/** `label` and `years` are classified or computed, not read: they count neither as given nor as invented. */
export const isChecked = (kind: Kind): boolean => kind !== "label" && kind !== "years"

export interface Tally {
  /** values that were given and can be looked up */
  readonly given: number
  /** those of them that are wrong and do not occur in the document */
  readonly invented: ReadonlyArray<Verdict>
}

export const tally = (verdicts: ReadonlyArray<Verdict>, document: Source): Tally => {
  const given = verdicts.filter((verdict) => verdict.given !== null && isChecked(verdict.field.kind))
  return {
    given: given.length,
    invented: given.filter(({ correct, field, given }) => !correct && given !== null && !occurs(field.kind, String(given.value), document))
  }
}

const someOccurs = (names: ReadonlyArray<string>, document: Source): boolean => names.some((name) => textOccurs(name, document))

const textOccurs = (value: string, document: Source): boolean => {
  const list = words(value)
  if (document.spaced.includes(space(list))) return true
  const joined = list.join("")
  if (joined.length >= 8 && document.compact.includes(joined)) return true
  return list.length > 3 && list.filter((word) => document.words.has(word)).length >= 0.9 * list.length
}

const space = (list: ReadonlyArray<string>): string => ` ${list.join(" ")} `

const tail = (url: string): string => {
  const bare = url.replace(/^[a-z]+:\/*/iu, "").replace(/^www\./iu, "")
  const path = bare.replace(/^[^/]*\/?/u, "").replace(/\/$/u, "")
  return path === "" ? bare : path
}

const dateOccurs = (value: string, document: Source): boolean => {
  const [year = "", month] = value.split("-")
  if (![...document.words].some((word) => word.includes(year) || word === year.slice(-2))) return false
  return month === undefined || monthForms(month, document).some((form) => hasWordLike(form, document))
}

const monthForms = (month: string, document: Source): ReadonlyArray<string> => {
  const day = new Date(Date.UTC(2020, Number(month) - 1, 15))
  const names = document.locales.map((locale) => new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(day))
  return [month, String(Number(month)), ...names.map((name) => normalize(name).slice(0, 3))]
}

// A month's first three letters begin its abbreviations too; a number must be a whole word.
const hasWordLike = (form: string, document: Source): boolean => {
  if (document.words.has(form)) return true
  return !/^\d+$/.test(form) && [...document.words].some((word) => word.startsWith(form))
}

// "DE", "GBR" and "USA" begin with the code; "UK" does not, and is what the platform calls the country's short name.
const countryOccurs = (code: string, document: Source): boolean =>
  document.capitals.some((word) => word.startsWith(code) || shortCountry(code) === word) ||
  someOccurs(names("region", code, document.locales), document)

const shortCountry = (code: string): string | undefined =>
  new Intl.DisplayNames(["en"], { type: "region", style: "short", fallback: "none" }).of(code)

const languageNames = (english: string, document: Source): ReadonlyArray<string> => {
  const code = languageCodes.get(normalize(english))
  return code === undefined ? [] : names("language", code, [...document.locales, code])
}

const names = (type: "region" | "language", code: string, locales: ReadonlyArray<string>): ReadonlyArray<string> =>
  locales.flatMap((locale) => new Intl.DisplayNames([locale], { type, fallback: "none" }).of(code) ?? [])

/** ISO 639-1 codes by the language's English name, from the platform's own data. */
const languageCodes: ReadonlyMap<string, string> = (() => {
  const english = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" })
  const letters = [..."abcdefghijklmnopqrstuvwxyz"]
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map(codes.flatMap((code) => {
    const name = english.of(code)
    return name === undefined ? [] : [[normalize(name), code] as const]
  }))
})()
