/** Contact: e-mail, telephone and links, from the text around the name and from link annotations. */
import { Links } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import { emailPattern, phonePattern, urlPattern } from "./ContactPatterns.js"
import type { Row } from "./Row.js"
import { isWrapped } from "./Wrap.js"

export interface Contact {
  readonly email: Draft.Claim | null
  readonly phone: Draft.Claim | null
  readonly linkedin_url: Draft.Claim | null
  readonly links: ReadonlyArray<Draft.Claim>
}

const first = <A>(rows: ReadonlyArray<Row>, find: (row: Row, above?: Row) => A | null): A | null => {
  for (const [index, row] of rows.entries()) {
    const found = find(row, rows[index - 1])
    if (found !== null) return found
  }
  return null
}

/** An address that the edge of its column broke behind a hyphen or a dot: "anna@berg-" above "lindqvist.example". */
const emailStart = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}.-]*[.-])?$/u
const emailEnd = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?=\s|$)/u

const brokenEmail = (row: Row, next: Row | undefined): string | null => {
  const [start, end] = [emailStart.exec(row.text)?.[0], emailEnd.exec(next?.text ?? "")?.[0]]
  return start === undefined || end === undefined ? null : start + end
}

const emailOver = (rows: ReadonlyArray<Row>): Draft.Claim | null =>
  rows.map((row, index) => {
    const next = rows[index + 1]
    const email = brokenEmail(row, next)
    return email === null || next === undefined ? null : Claims.of(email, [row, next])
  }).find((claim) => claim !== null) ?? null

/** What stands before the hyphen that the edge broke an address at: "ayse.demirkan-" above "vogt@example.com". */
const emailHead = /(?:^|[\s:])([\p{L}\p{N}._%+]+(?:-[\p{L}\p{N}._%+]+)*-)$/u

const emailIn = (row: Row, above?: Row): Draft.Claim | null => {
  const found = emailPattern.exec(row.text)
  const written = found?.[0].replace(/\.$/, "")
  const head = found?.index === 0 && above !== undefined ? emailHead.exec(above.text)?.[1] : undefined
  if (written !== undefined) return head === undefined || above === undefined ? Claims.of(written, [row]) : Claims.of(head + written, [above, row])
  const linked = row.words.find((word) => word.url?.startsWith("mailto:") === true)?.url
  return linked === undefined || linked === null ? null : Claims.of(linked.slice(7).split("?")[0] ?? "", [row])
}

const phoneLabel = /(?:tel|phone|mobile?|mobil|cell|handy|telefon\w*|téléphone|portable|móvil|cellulare|telemóvel|celular|gsm|komórka|fon|(?<!\p{L})[tmp]|☎|📞|✆)\s*[.:]*\s*$/iu
const notPhone = /(?<!\p{L})(?:fax|telefax|geb|born|birth|date of birth|d\.?o\.?b|naiss|nato|nascit|nacim|urod|född|geboren|steuer|iban|bsn|pesel|nif|dni|cpf|id(?!\p{L})|vat|ust|postcode|cep(?!\p{L})|plz|zip|p\.?iva)/iu

/** The span covers more than half of a text: a number may hold what looks like a year. */
const isMost = (span: { readonly start: number; readonly end: number }, start: number, end: number): boolean =>
  Math.min(span.end, end) - Math.max(span.start, start) > 0.5 * (end - start)

/** "20 12 34 56", "9123 4567": without a zero or a sign before it, only its groups tell a number. */
const grouped = /^\d{2,4}(?:[\s.·'’-]\d{2,4}){1,4}$/u

/** Different ones: a row of zeros is none. */
const minDigits = 3

/** 0 for no telephone, higher for a surer one. */
const phoneScore = (row: Row, text: string, index: number): number => {
  const digits = text.replace(/\D/g, "")
  if (digits.length < 7 || digits.length > 15 || new Set(digits).size < minDigits) return 0
  const before = row.text.slice(Math.max(0, index - 24), index)
  if (notPhone.test(before) || digits.length <= 9 && row.dates.some((date) => isMost(date, index, index + text.length))) return 0
  if (/^\d{4}\s*[–-]\s*\d{4}$/.test(text) || /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(text)) return 0
  return (text.startsWith("+") || text.startsWith("00") || text.startsWith("(+") ? 3 : text.startsWith("0") || text.startsWith("(") ? 2 : digits.length >= 9 ? 1 : digits.length === 8 && grouped.test(text) ? 0.5 : 0) +
    (phoneLabel.test(before) ? 2 : 0)
}

const phoneIn = (row: Row): { readonly claim: Draft.Claim; readonly score: number } | null => {
  let best: { readonly claim: Draft.Claim; readonly score: number } | null = null
  for (const match of row.text.matchAll(phonePattern)) {
    // "OH 43207 (614) 555-0142": a postal code before the number.
    const postal = /^\d{4,6}\s+(?=[(+])/.exec(match[0])?.[0].length ?? 0
    const text = match[0].slice(postal).trim()
    const score = phoneScore(row, text, match.index + postal)
    if (score > 0 && (best === null || score > best.score)) best = { claim: Claims.of(text, [row]), score }
  }
  const linked = row.words.find((word) => word.url?.startsWith("tel:") === true)?.url
  return best ?? (linked === undefined || linked === null ? null : { claim: Claims.of(decodeURIComponent(linked.slice(4)), [row]), score: 2 })
}

const phone = (rows: ReadonlyArray<Row>): Draft.Claim | null =>
  rows.map(phoneIn).reduce<ReturnType<typeof phoneIn>>((best, one) => (one !== null && (best === null || one.score > best.score + 1) ? one : best), null)?.claim ?? null

const linkedin = /linkedin\.com\/(?:in|pub)\/|linkedin\.com\/profile/iu
/** "Node.js", "ASP.NET"; and "www.ayse-", the first half of an address that its column broke */
const noAddress = /^[^./]+\.(?:js|net|py|md|io\.js)$|^[^/]+-$/iu

const written = (row: Row): ReadonlyArray<Draft.Claim> =>
  [...row.text.replace(new RegExp(emailPattern, "gu"), (email) => " ".repeat(email.length)).matchAll(urlPattern)]
    .map((match) => match[0].replace(/[.,;:)]+$/, "")).filter((url) => !noAddress.test(url))
    .map((url) => Claims.of(url, [row]))

const annotated = (row: Row): ReadonlyArray<Draft.Claim> =>
  row.words.flatMap((word) => (word.url !== null && /^https?:/i.test(word.url) ? [Claims.of(word.url, [row])] : []))

const keyOf = (url: string): string => url.toLowerCase().replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/\/+$/, "")

/** The first part of a link that the edge of its column broke at a hyphen: "vasquez-" above "moreno.example". */
const brokenBefore = (row: Row | undefined): string => (row === undefined ? "" : /(?:^|[\s|])((?:https?:\/\/)?[\p{L}\d.]+(?:-[\p{L}\d]+)*-)$/iu.exec(row.text)?.[1] ?? "")

/** What may be the rest of a broken link, alone or before what it leads to: "berg-qa (LinkedIn)". */
const brokenEnd = /^([\p{Ll}\d_%/-][\w%/.-]*)(?: \(\p{L}+\))?$/u

/** A link that the edge of its column broke: "linkedin.com/in/" and "anna-berg". */
const rejoined = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.Claim> =>
  rows.flatMap((row, index) => written(row).filter(({ value }) => !row.text.startsWith(value) || index === 0 || brokenEmail(rows[index - 1] ?? row, row) === null).map((claim) => {
    const next = rows[index + 1]
    const above = rows[index - 1]
    const before = row.text.startsWith(claim.value) ? brokenBefore(above) : ""
    if (before !== "" && above !== undefined) return Claims.of(before + claim.value, [above, row])
    const rest = next === undefined || next.dates.length > 0 ? undefined : brokenEnd.exec(next.text)?.[1]
    const isBroken = next !== undefined && rest !== undefined && row.text.endsWith(claim.value) && claim.value.includes("/") && written(next).length === 0 &&
      (isWrapped(next, row) || claim.value.endsWith("-"))
    return isBroken ? Claims.of(claim.value + rest, [row, next]) : claim
  }))

const linksOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.Claim> => {
  const all = [...rejoined(rows), ...rows.flatMap(annotated)]
  const seen = new Set<string>()
  return all.filter((claim) => {
    const key = keyOf(claim.value)
    const isKnown = seen.has(key) || [...seen].some((other) => other.startsWith(key) && other !== key && key.includes("linkedin"))
    seen.add(key)
    return !isKnown
  })
}

/** With the word before it that says what the link leads to: "Portfolio: anna-berg.example". */
const labelled = (claim: Draft.Claim, rows: ReadonlyArray<Row>): Draft.Claim => {
  const index = rows.findIndex(({ number }) => number === claim.lines[0])
  const row = rows[index]
  if (row === undefined) return claim
  const at = row.text.indexOf(claim.value)
  const previous = at === 0 ? rows[index - 1]?.text ?? "" : ""
  const above = previous.endsWith(":") || Links.labelAtEnd(previous)?.label === previous ? previous : ""
  const label = Links.labelAtEnd(at < 0 ? above : `${above} ${row.text.slice(0, at)}`)?.label ??
    Links.labelWithin(row.words.filter((word) => word.url === claim.value).map(({ text }) => text).join(" "))?.label
  return label === undefined ? claim : { ...claim, value: `${label}: ${claim.value}` }
}

/** `near` are the rows around the name and of contact sections; e-mail and telephone are also looked for in `all`. */
export const read = (near: ReadonlyArray<Row>, all: ReadonlyArray<Row>): Contact => {
  const links = linksOf(near)
  const profile = links.find((claim) => linkedin.test(claim.value)) ?? first(all, (row) => [...written(row), ...annotated(row)].find((claim) => linkedin.test(claim.value)) ?? null)
  return {
    email: first(near, emailIn) ?? emailOver(near) ?? first(all, emailIn),
    phone: phone(near) ?? phone(all.filter((row) => (phoneIn(row)?.score ?? 0) >= 3)),
    linkedin_url: profile,
    links: links.filter((claim) => !linkedin.test(claim.value) && !/linkedin\.com\/?$/i.test(claim.value)).map((claim) => labelled(claim, near))
  }
}
