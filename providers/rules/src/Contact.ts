/** Contact: e-mail, telephone, place and links, from the text around the name and from link annotations. */
import { Companies, Countries, Dates, Links, Places, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import { isWrapped } from "./Wrap.js"

export interface Contact {
  readonly email: Draft.Claim | null
  readonly phone: Draft.Claim | null
  readonly location: Draft.DraftLocation
  readonly linkedin_url: Draft.Claim | null
  readonly links: ReadonlyArray<Draft.Claim>
}

const emailPattern = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u

const first = <A>(rows: ReadonlyArray<Row>, find: (row: Row) => A | null): A | null => {
  for (const row of rows) {
    const found = find(row)
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

const emailIn = (row: Row): Draft.Claim | null => {
  const written = emailPattern.exec(row.text)?.[0]
  if (written !== undefined) return Claims.of(written.replace(/\.$/, ""), [row])
  const linked = row.words.find((word) => word.url?.startsWith("mailto:") === true)?.url
  return linked === undefined || linked === null ? null : Claims.of(linked.slice(7).split("?")[0] ?? "", [row])
}

/** "0221 / 4710 233": the area code may stand before a slash; two numbers stand so too. */
const phonePattern = /(?:\(?0\d{1,5}\)? \/ (?=[1-9]))?(?:\+|00)?\(?\d(?:(?! [·/] )[\d\s().\-/–‐‑−'’·\u00a0]){6,22}\d/gu
const phoneLabel = /(?:tel|phone|mobile?|mobil|cell|handy|telefon\w*|téléphone|portable|móvil|cellulare|telemóvel|celular|gsm|komórka|fon|t|m|p|☎|📞|✆)\s*[.:]*\s*$/iu
const notPhone = /(?<!\p{L})(?:fax|telefax|geb|born|birth|date of birth|d\.?o\.?b|naiss|nato|nascit|nacim|urod|född|geboren|steuer|iban|bsn|pesel|nif|dni|cpf|id(?!\p{L})|vat|ust|postcode|p\.?iva)/iu

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

const domains = "com|org|net|io|dev|me|co|app|ai|tech|design|studio|blog|info|xyz|page|site|online|art|photo|photography|law|consulting|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|se|dk|no|fi|uk|ie|us|ca|au|nz|in|example|test|cat|gov|edu|ac"
const urlPattern = new RegExp(`(?:https?://|www\\.)[^\\s|•,;<>()]+|(?<![\\p{L}\\p{N}@.])(?:[\\p{L}\\p{N}-]+\\.)+(?:${domains})(?:/[^\\s|•,;<>()]*)?(?![\\p{L}\\p{N}@.-]*@|[\\p{L}\\p{N}])`, "giu")
const linkedin = /linkedin\.com\/(?:in|pub)\/|linkedin\.com\/profile/iu
/** "Node.js", "ASP.NET" */
const file = /^[^./]+\.(?:js|net|py|md|io\.js)$/iu

const written = (row: Row): ReadonlyArray<Draft.Claim> =>
  [...row.text.replace(new RegExp(emailPattern, "gu"), (email) => " ".repeat(email.length)).matchAll(urlPattern)]
    .map((match) => match[0].replace(/[.,;:)]+$/, "")).filter((url) => !file.test(url))
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

interface Candidate {
  readonly raw: string
  readonly rows: ReadonlyArray<Row>
  readonly place: Places.Place
  readonly score: number
}

const notHome = /birth|born|geb(?:oren|urt)|naissance|né(?:e)? |nacimiento|nato|nata|nascita|nascimento|geboorte|urodz|född|nationalit|staatsang|citizen|obywatel|nacionalidad|cittadinanza|führerschein|permis|licen[cs]e/iu
const homeLabel = /^(?:address|adresse|anschrift|wohnort|location|based in|lives in|dirección|direccion|domicilio|residencia|ubicación|indirizzo|residenza|morada|endereço|localização|localidade|adres|woonplaats|miejsce zamieszkania|zamieszkał[ay]|adress|bostadsort|ort|lieu|ville|localisation|standort|wohnhaft in|home|lokalizacja|localidad)\s*[:.]?\s+/iu

const street = /\d/

/** "Majorna, Göteborg": a part of the town that no list knows. */
const isDistrict = (raw: string, { certainty, city }: Places.Place): boolean =>
  city !== null && certainty < 0.8 && /^\p{Lu}[\p{L}'’. -]{2,24}, \p{Lu}[^,]{2,30}$/u.test(raw) && Companies.score(raw) < 0.3 && Titles.score(raw) < 0.3

const candidateOf = (raw: string, rows: ReadonlyArray<Row>, bonus: number): Candidate | null => {
  if (raw.split(" ").length > 14 || raw.length > 110) return null
  const place = Places.parse(raw)
  if (place === null || place.city === null && place.certainty < 0.8) return null
  const isCompany = place.certainty < 0.95 && (Companies.score(raw) > 0.9 || Companies.institutionScore(raw) > 0.9)
  return { raw, rows, place, score: place.certainty + bonus + (isDistrict(raw, place) ? 0.15 : 0) + (place.city === null ? -0.3 : 0) - (isCompany ? 0.8 : 0) }
}

/** What people write before a number or an address of the net. */
const contactLabel = /(?<![\p{L}\p{N}])(?:in|linkedin|github|gitlab|xing|twitter|web(?:site|seite)?|site|blog|portfolio|e-?mail|mail|tel(?:[eé]fon[oe]?|éphone)?|phone|mob(?:ile|il)?|cell|m|t|e|w)\s*[.:]*\s*(?=\|)/giu

/** A run of text without a telephone, an address of the net or a bar in it. */
const runsOf = (row: Row): ReadonlyArray<string> => {
  const blanked = row.text.replace(new RegExp(emailPattern, "gu"), " | ").replace(urlPattern, " | ")
    .replace(phonePattern, (text) => (text.replace(/\D/g, "").length >= 8 ? " | " : text))
  return blanked.replace(contactLabel, " | ").split(/\s*[|•·\p{Extended_Pictographic}\p{So}\ue000-\uf8ff]\s*|\s{3,}|\s+\/\s+|\s+[–—]\s+(?=\+|\d{3})/u).map((run) => run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "")).filter((run) => run.length > 1)
}

/** words: what is longer tells of a town in sentences */
const shortRow = 6

/** "Architect. Santander, Spain": the town behind a dot. "Vila Aurora – Campinas/SP": what dashes part may also be one. */
const partsOf = (run: string): ReadonlyArray<string> => {
  const dotted = run.split(" ").length <= shortRow ? run.split(/(?<=\p{Ll}{5})\.\s+(?=\p{Lu})/u) : [run]
  const dashed = run.split(/\s+[–—]\s*/u)
  return [...dotted, ...(dashed.length > 1 ? dashed : [])].filter((part) => part !== "")
}

/** Behind the name of an institution, the town with its postal code is all of the address that counts. */
const townOf = (text: string): ReadonlyArray<string> => {
  const town = /,\s*([^,]*\p{L}[^,]*\d[^,]*|[^,]*\d[^,]*\p{L}[^,]*)$/u.exec(text)?.[1]
  return town === undefined || Companies.institutionScore(text) < 0.9 || Dates.find(town).length > 0 ? [] : [town]
}

const candidatesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Candidate> =>
  rows.flatMap((row, index) => {
    if (notHome.test(row.text) || row.segments.some((segment) => segment.date?.isRange === true)) return []
    const next = rows[index + 1]
    const own = runsOf(row).flatMap((run) => {
      const isLabelled = homeLabel.test(run)
      const bare = run.replace(homeLabel, "")
      const parts = row.segments.filter((segment) => segment.joint === "gap" || segment.joint === "style").map((segment) => segment.text)
      return [...partsOf(bare), ...townOf(bare), ...parts].flatMap((piece) => candidateOf(piece, [row], isLabelled ? 0.5 : 0) ?? [])
    })
    const isStreet = street.test(row.text) && next !== undefined && row.text.split(" ").length < 9 && !emailPattern.test(row.text + next.text) && next.y > row.y
    if (!isStreet) return own
    const bare = row.text.replace(homeLabel, "")
    const joined = candidateOf(Claims.join([/,$|\d{4,6}$/.test(bare) ? bare : `${bare},`, next.text]), [row, next], 0.1)
    return joined === null || Places.parse(next.text) === null && !/\d{4}$/.test(bare) && !/^\d{4,6}$/.test(next.text) ? own : [joined, ...own]
  })

const locationOf = (rows: ReadonlyArray<Row>): Draft.DraftLocation => {
  const best = candidatesOf(rows).reduce<Candidate | null>((one, other) => (one === null || other.score > one.score + 0.05 ? other : one), null)
  if (best === null || best.score < 0.5) return { raw: null, city: null, country: null }
  const { place, raw } = best
  const written = raw.split(/[,(]/).at(-1)?.replace(/\).*$/, "").trim() ?? ""
  const country = place.country !== null && Countries.codeOf(written) === place.country ? Claims.of(written, best.rows) : null
  return { raw: Claims.of(raw, best.rows), city: place.city === null ? null : Claims.of(place.city, best.rows), country }
}

/** `near` are the rows around the name and of contact sections; e-mail and telephone are also looked for in `all`. */
export const read = (near: ReadonlyArray<Row>, all: ReadonlyArray<Row>): Contact => {
  const links = linksOf(near)
  const profile = links.find((claim) => linkedin.test(claim.value)) ?? first(all, (row) => [...written(row), ...annotated(row)].find((claim) => linkedin.test(claim.value)) ?? null)
  return {
    email: first(near, emailIn) ?? emailOver(near) ?? first(all, emailIn),
    phone: phone(near) ?? phone(all.filter((row) => (phoneIn(row)?.score ?? 0) >= 3)),
    location: locationOf(near),
    linkedin_url: profile,
    links: links.filter((claim) => !linkedin.test(claim.value) && !/linkedin\.com\/?$/i.test(claim.value)).map((claim) => labelled(claim, near))
  }
}
