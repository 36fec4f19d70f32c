/** Postal codes: what stands behind one is a town. */

/** Digits of a postal code by country, where they tell countries apart. */
export const digits: Readonly<Record<string, number>> = {
  AT: 4, CH: 4, BE: 4, NL: 4, LU: 4, DK: 4, NO: 4, AU: 4, HU: 4, VE: 4, AR: 4, ZA: 4, PH: 4, NZ: 4, BG: 4, SI: 4,
  DE: 5, FR: 5, ES: 5, IT: 5, FI: 5, US: 5, MX: 5, TR: 5, UA: 5, HR: 5, GR: 5, SE: 5, CZ: 5, SK: 5, EE: 5, MA: 5, DZ: 5, PE: 5,
  IN: 6, CN: 6, RU: 6, BY: 6, KZ: 6, RO: 6, CO: 6, EC: 6, SG: 6, PT: 7, BR: 8
}

export const before = /^(?:[A-Z]{1,2}[- ])?(?:\d{4} ?[A-Z]{2}|\d{4,6}|\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}|\d{5}-\d{3})\s+(?=\p{L})/u
export const after = /\s+(?:\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{1,2}\d{1,2}[A-Z]?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/
export const only = /^(?:[A-Z]{1,2}[- ])?(?:\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|\d{3} \d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{1,3})$/

const british = /(?:^|\s)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/
const canadian = /(?:^|\s)[A-Z]\d[A-Z] ?\d[A-Z]\d$/

/** The country whose postal codes alone look like the one behind a town: "Halifax HX3 0QP", "Halifax B3H 1A1". */
export const countryBehind = (text: string): string | null => (british.test(text) ? "GB" : canadian.test(text) ? "CA" : null)

/** "61150 Écouché": behind a code that is no year stands a town, also one that no list knows. */
const coded = /(?:^|[\s,·|])(?!(?:19|20)\d\d\s)((?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} [A-Z]{2}|\d{4}-\d{3}|\d{5}-\d{3}))\s+(\p{Lu}[\p{L}'’-]+(?:[ -][\p{L}'’]+){0,4})$/u

export const townBehind = (text: string): string | null => coded.exec(text.trim())?.[2] ?? null

/** Whether the postal code in an address is one of that country, by its digits. */
export const isOf = (text: string, country: string): boolean =>
  coded.exec(text.trim())?.[1]?.replace(/\D/g, "").length === digits[country]
