/** What code finds in a document for sure: offered to the model as hints, and held against its answer. */
import { Dates } from "@excv/lexicon"
import type { Document, Draft } from "@excv/schema"
import { isProfile } from "./Address.js"

export interface Hints {
  readonly emails: ReadonlyArray<Draft.Claim>
  readonly phones: ReadonlyArray<Draft.Claim>
  /** targets of link annotations that no reader sees as text */
  readonly links: ReadonlyArray<Draft.Claim>
  /** lines with a period: where an entry is likely to begin */
  readonly periods: ReadonlyArray<number>
}

// Bounded, so that no line takes more than its length in time.
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
const phone = /(?:\+|\(|00)?\d[\d\s()./-]{6,24}\d/gu

const digits = (text: string): number => text.replace(/\D/g, "").length

const found = (pattern: RegExp, lines: ReadonlyArray<Document.Line>): ReadonlyArray<Draft.Claim> =>
  lines.flatMap(({ number, text }) => (text.match(pattern) ?? []).map((value) => ({ value: value.trim(), lines: [number] })))

const isPeriod = ({ text }: Document.Line): boolean => Dates.find(text).some(({ isRange, isWeak }) => isRange && !isWeak)

const linksOf = (lines: ReadonlyArray<Document.Line>): ReadonlyArray<Draft.Claim> => {
  const all = lines.flatMap(({ number, words }) =>
    words.flatMap(({ url }) => (url === null || /^(mailto|tel):/i.test(url) ? [] : [{ value: url, lines: [number] }])))
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index)
}

export const find = (lines: ReadonlyArray<Document.Line>): Hints => {
  const periods = lines.filter(isPeriod).map(({ number }) => number)
  const dated = new Set(periods)
  return {
    emails: found(email, lines),
    phones: found(phone, lines.filter(({ number }) => !dated.has(number))).filter(({ value }) => digits(value) >= 8 && digits(value) <= 15),
    links: linksOf(lines),
    periods
  }
}

const quoted = (claims: ReadonlyArray<Draft.Claim>): string =>
  claims.slice(0, 20).map(({ lines, value }) => `${lines[0]}|${value}`).join("  ")

/** Kept inside the fence: addresses are text of the document too. */
export const render = ({ emails, links, periods, phones }: Hints): string =>
  [
    ["e-mail", quoted(emails)], ["phone", quoted(phones)], ["addresses behind words", quoted(links)],
    ["periods on lines", periods.slice(0, 80).join(", ")]
  ].filter(([, values]) => values !== "").map(([name, values]) => `(found by code) ${name}: ${values}`).join("\n")

/**
 * Corrects what the model miscopied from a line where code found exactly one address or number. What the model left out stays out,
 * but for a profile that a link leads to: any line may show a number, or the address of somebody else.
 */
export const check = (draft: Draft.Draft, { emails, links, phones }: Hints): Draft.Draft => ({
  ...draft,
  email: corrected(draft.email, emails),
  phone: corrected(draft.phone, phones),
  linkedin_url: draft.linkedin_url ?? alone(links.filter(({ value }) => isProfile(value)))
})

/** What can correct an answer: of a page whose picture the model saw, the model may know better than the line. */
export const onPages = (hints: Hints, lines: ReadonlyArray<Document.Line>, seenPages: ReadonlyArray<number>): Hints => {
  const isUnseen = ({ lines: [number] }: Draft.Claim) => !seenPages.includes(lines[(number ?? 0) - 1]?.page ?? 0)
  return { ...hints, emails: hints.emails.filter(isUnseen), phones: hints.phones.filter(isUnseen) }
}

const alone = (claims: ReadonlyArray<Draft.Claim>): Draft.Claim | null => (claims.length === 1 ? claims[0] ?? null : null)

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

const corrected = (said: Draft.Claim | null, found: ReadonlyArray<Draft.Claim>): Draft.Claim | null => {
  if (said === null || found.some(({ value }) => letters(said.value).includes(letters(value)) || letters(value).includes(letters(said.value)))) return said
  return alone(found.filter(({ lines: [line] }) => line !== undefined && said.lines.includes(line))) ?? said
}
