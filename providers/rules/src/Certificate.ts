/** One certificate: what its pieces (parts of lines, cells, runs of one style) say of its name, issuer, dates, number and address. */
import { Companies, Dates, Places } from "@excv/lexicon"
import * as Items from "./Items.js"

export interface Certificate {
  readonly name: string
  readonly issuer: string | null
  readonly date: string | null
  readonly expiry: string | null
  readonly code: string | null
  readonly url: string | null
}

const expiryWords = "valid (?:until|through|to|thru)|expir\\w*(?: on| date)?|exp\\.?|expiry(?: date)?|gültig bis|gueltig bis|ablauf\\w*|valable jusqu['’](?:en|au|à)|valide jusqu['’](?:en|au|à)|valable|valide|valid|gültig|expire(?: le)?|válido hasta|valido hasta|vence|caduca|caducidad|scadenza|valido fino al?|valida fino al?|válido até|válida até|validade|geldig (?:tot|t\\/m|t\\.?m\\.?)(?: en met)?|vervalt|ważn[yea] do|data ważności|giltigt? (?:till|t\\.?o\\.?m\\.?)(?: och med)?|giltig(?:t)? till|giltig t\\.?o\\.?m\\.?|renews?|until|bis"
/** What leads to the date of expiry. */
const expiry = new RegExp(`(?<!\\p{L})(?:${expiryWords})\\s*:?\\s*$`, "iu")
/** What leads to the date of issue. */
const issued = /(?<!\p{L})(?:issued(?: on)?|awarded|obtained|completed|erworben|ausgestellt|abgeschlossen|obtenu(?:e)?(?: en| le)?|délivrée?(?: en| le)?|obtenid[oa]|expedido|rilasciato|conseguit[oa]|emitido|obtid[oa]|concluíd[oa]|behaald|uzyskan[yoa]|wydan[yoa]|utfärdat|erhalten|earned|since|seit|depuis|date|datum|data|fecha|year|jahr|in|en|am|le|el|il|em)\s*:?\s*$/iu

const label = "credential(?: id| no\\.?| number)?|certificate (?:id|no\\.?|number)|cert\\.? (?:id|no\\.?)|licen[cs]e (?:no\\.?|number|id)|registration (?:no\\.?|number)|zertifikats?-?(?:nummer|nr\\.?|id)|reg(?:istrierungs)?\\.?-?(?:nummer|nr\\.?)|numéro(?: de certificat)?|n° (?:de )?(?:certificat|licence)?|identifiant|certificat n°|número(?: de (?:certificado|credencial|licencia))?|n\\.º|credencial|codice(?: certificato)?|certificato n\\.?|id(?:entificativo)? credenziale|certificaatnummer|nr\\.? certyfikatu|numer(?: certyfikatu)?|certifikatnummer|certifikats-?id|id|nr\\.?|no\\.?|n°|#"
const labelled = new RegExp(`(?<![\\p{L}\\p{N}])(?:${label})\\s*[:.#]?\\s*((?=[A-Z./-]*\\d)[A-Z0-9][A-Z0-9./-]{3,})`, "iu")
/** A piece that is a label and a code: "Código da credencial: OCP-7781204". */
const coded = /^(?:[\p{L}.º°#/-]+[ :#]+){0,4}[:#]?\s*((?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{4,})$/u

/** "PL-300" is an exam, and belongs to the name. */
const exam = /^[A-Z]{2,4}-\d{2,3}$/

const bareCode = /^(?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{4,}$/u

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+/iu

const issuerLabel = /^(?:issued by|issuer|issuing (?:body|organi[sz]ation|authority)|awarded by|ausgestellt von|délivrée? par|expedido por|emitido por|rilasciato da|uitgegeven door|wydan[ey] przez|utfärdat av)\s*:?\s+|^\p{L}{3,12}:\s+/iu
const byLabel = /\b(?:issued by|awarded by|by|issuer|von|durch|ausgestellt von|délivré par|délivrée par|par|por|expedido por|emitido por|rilasciato da|uitgegeven door|door|wydan[ey] przez|utfärdat av|av)\s*:?\s+(?=\p{Lu})/u

const tidy = (text: string): string => {
  const bare = text.replace(/\([\s,]*\)|\[[\s,]*\]/gu, " ").replace(/^[\s,;:|–—\-•·/]+|[\s,;:|–—\-•·/([]+$/gu, "").replace(/\s{2,}/g, " ").replace(/(?<=\p{Ll}{3}|\))\.$/u, "")
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1).trim() : bare.startsWith("(") && !bare.includes(")") ? bare.slice(1) : bare
}

const isPlace = (text: string): boolean => Companies.score(text) < 0.5 && (Places.parse(text)?.certainty ?? 0) > 0.7

interface Dated {
  readonly text: string
  readonly value: string
  readonly isExpiry: boolean
}

/** What has been found, and the text that is left of the pieces. */
interface Read {
  readonly dates: ReadonlyArray<Dated>
  readonly code: string | null
  readonly url: string | null
  readonly pieces: ReadonlyArray<string>
}

const datesOf = (match: Dates.Match, text: string, isLed: boolean): ReadonlyArray<Dated> => {
  const from = match.fromSpan === null || match.from === null ? [] : [{ text: text.slice(match.fromSpan.start, match.fromSpan.end), value: match.from, isExpiry: isLed }]
  const to = match.toSpan === null || match.to === null ? [] : [{ text: text.slice(match.toSpan.start, match.toSpan.end), value: match.to, isExpiry: true }]
  return match.isRange ? [...from.map((one) => ({ ...one, isExpiry: false })), ...to] : from.length > 0 ? from : to
}

/** Takes dates, with the words that lead to them, out of a piece; `before` is the piece before it. */
const withoutDates = (text: string, before: string): { readonly rest: string; readonly dates: ReadonlyArray<Dated> } => {
  let rest = text
  const dates: Array<Dated> = []
  for (const match of Dates.find(text)) {
    const lead = text.slice(0, match.start)
    const own = /[^,;|–—(•·]*$/u.exec(lead)?.[0] ?? ""
    const label = lead.trim() === "" ? before : own
    const isExpiry = expiry.test(label) || match.isRange && match.from === null
    const isLed = isExpiry ? own.trim().split(" ").length <= 3 : issued.test(own) && own.trim().split(" ").length <= 2
    // A year within a name ("ISO 9001:2015", "Office 2019 Expert") is none of its dates.
    const isInside = match.isWeak && /\p{L}\s*$|:$/u.test(lead) && /^\s*\p{L}/u.test(text.slice(match.end)) || match.isWeak && /^\s*[»”"]/.test(text.slice(match.end)) || /[:/]$/.test(lead) && /\d:$/.test(lead)
    if (isInside) continue
    dates.push(...datesOf(match, text, isExpiry))
    const start = isLed ? match.start - own.length : match.start
    rest = rest.slice(0, start) + " ".repeat(match.end - start) + rest.slice(match.end)
  }
  return { rest, dates }
}

const codeIn = (text: string): { readonly code: string; readonly start: number; readonly end: number } | null => {
  const said = labelled.exec(text)
  if (said?.[1] !== undefined) return { code: said[1].replace(/[.,;)]+$/, ""), start: said.index, end: said.index + said[0].length }
  for (const piece of Items.cutAt(text.replace(/[()[\]]/g, ","), Items.signLength(true, false))) {
    const inner = piece.text.trim().replace(/[.,;]+$/, "")
    if (exam.test(inner)) continue
    const code = bareCode.test(inner) ? inner : coded.exec(inner)?.[1]
    if (code !== undefined && (/[:#]/.test(inner) || inner === code && /[A-Z].*\d|\d.*[A-Z]/.test(code) && /\d{3}|[-./]/.test(code)) && Dates.find(inner).length === 0) {
      return { code, start: piece.start, end: piece.start + piece.text.length }
    }
  }
  return null
}

const read = (pieces: ReadonlyArray<string>): Read => {
  const dates: Array<Dated> = []
  let code: string | null = null
  let url: string | null = null
  const rest = pieces.map((piece, index) => {
    let text = piece
    const link = address.exec(text)
    if (link !== null) {
      url ??= link[0].replace(/[.,;)]+$/, "")
      text = text.replace(link[0], " ")
    }
    const found = withoutDates(text, pieces[index - 1] ?? "")
    dates.push(...found.dates)
    text = found.rest
    const number = codeIn(text)
    if (number !== null) {
      code ??= number.code
      text = `${text.slice(0, number.start)} , ${text.slice(number.end)}`
    }
    const bare = tidy(text)
    return expiry.test(bare) && bare.split(" ").length <= 3 || issued.test(bare) && bare.split(" ").length <= 2 ? "" : bare
  })
  return { dates, code, url, pieces: rest.filter((text) => /\p{L}{2}/u.test(text)) }
}

/** "CSM" of "Certified ScrumMaster": its letters are initials and capitals of the name, in this order. */
const isAcronymOf = (short: string, name: string): boolean => {
  if (!/^[\p{Lu}\d./+-]{2,10}$/u.test(short)) return false
  const initials = [...name.matchAll(/\p{Lu}|(?<=^|[\s-])\p{Ll}/gu)].map(([letter]) => letter.toUpperCase())
  let at = 0
  if (new RegExp(`(?<!\\p{L})${short.replace(/[^\p{L}]/gu, ".")}(?!\\p{L})`, "u").test(name)) return false
  for (const letter of short.replace(/[^\p{Lu}]/gu, "")) {
    at = initials.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Several words with capitals, as bodies are called, and none that ranks a certificate. */
const isBody = (text: string): boolean =>
  /^\p{Lu}\p{L}+(?: \p{L}+)+$/u.test(text) && (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) > 1 && !/(?<!\p{L})(?:level|category|class|stage|part|module|grade|advanced|basic|stufe|niveau|nivel|livello|categor\p{L}*)(?!\p{L})/iu.test(text)

/** Name and issuer where both stand in one text. */
const parted = (text: string): { readonly name: string; readonly issuer: string | null } => {
  const led = byLabel.exec(text)
  if (led !== null && led.index > 2) return { name: tidy(text.slice(0, led.index)), issuer: tidy(Items.cutAt(text.slice(led.index + led[0].length), Items.signLength(true, false))[0]?.text ?? "") || null }
  const bracketed = /^(.+?)\s*\(\s*([^()]{2,60}?)[\s,;–-]*\)$/u.exec(text)
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && !isAcronymOf(bracketed[2], bracketed[1]) &&
    (Companies.score(bracketed[2]) > 0.3 || /[,;–-]\s*\)$/u.test(text) || /^\p{Lu}{3,8}$/u.test(bracketed[2]) || isBody(bracketed[2]))) {
    return { name: bracketed[1], issuer: bracketed[2] }
  }
  const sentence = /^(.{6,}?(?:\p{Ll}{2}|[)”"»]))\.\s+(\p{Lu}[^.]+)\.?$/u.exec(text)
  if (sentence?.[1] !== undefined && sentence[2] !== undefined) return { name: sentence[1], issuer: tidy(sentence[2]) }
  const byComma = Items.cutAt(text, Items.signLength(false)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  const byDash = Items.cutAt(text, Items.signLength(true, false)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  const [head, ...tail] = byDash
  if (byComma.length === 1 && head !== undefined && tail.length === 1 && tail[0] !== undefined && (isAcronymOf(head, tail[0]) || isAcronymOf(tail[0], head))) return { name: text, issuer: null }
  const byColon = /^(\p{Lu}[^:]{1,30}):\s+(.+)$/u.exec(text)
  if (byComma.length === 1 && byDash.length === 1 && byColon?.[1] !== undefined && byColon[2] !== undefined && Companies.score(byColon[1]) > 0.8) return { name: byColon[2], issuer: byColon[1] }
  // A dash parts an issuer from a name that holds commas, unless the issuer stands behind a comma itself.
  const dashed = /^(.+)\s[–—-]\s([^,;]+)$/u.exec(text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && Companies.score(dashed[1]) > 0.5 && Companies.score(dashed[2]) < 0.5 && dashed[1].split(" ").length < dashed[2].split(" ").length) {
    return { name: tidy(dashed[2]), issuer: tidy(dashed[1]) }
  }
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && !isPlace(dashed[2])) return { name: tidy(dashed[1]), issuer: tidy(dashed[2]) }
  // Names hold commas more often than issuers: the last piece that is no place is the issuer; of dashes the last parts it.
  const pieces = byComma.length > 1 ? byComma : byDash
  const issuer = pieces.slice(1).filter((piece) => !isPlace(piece)).at(-1)
  return issuer === undefined ? { name: pieces[0] ?? "", issuer: null } : { name: tidy(text.slice(0, text.lastIndexOf(issuer))), issuer }
}

/** An issuer without the town beside it. */
const issuerIn = (piece: string): string | null => {
  const bare = piece.replace(issuerLabel, "")
  const parts = Items.cutAt(bare, Items.signLength(true, false)).map((part) => tidy(part.text)).filter((part) => part !== "")
  const kept = parts.filter((part) => !isPlace(part))
  return kept.length === 0 ? null : kept.length === parts.length && parts.length < 3 && !/[–—|]/.test(bare) ? tidy(bare) : kept[0] ?? null
}

/** How sure it is that the issuers of a list stand before the names: above 0 when they do. */
export const issuerFirst = (all: ReadonlyArray<ReadonlyArray<string>>): number => {
  const both = all.map((pieces) => read(pieces).pieces).filter((pieces) => pieces.length > 1)
  if (both.length === 0) return -1
  const mean = (at: number) => both.reduce((sum, pieces) => sum + Companies.score(pieces[at] ?? ""), 0) / both.length
  return mean(0) - mean(1) - 0.5
}

/** Null where there is no name. */
export const of = (pieces: ReadonlyArray<string>, isIssuerFirst: boolean): Certificate | null => {
  const { code, dates, pieces: texts, url } = read(pieces)
  const [first, ...others] = isIssuerFirst && texts.length > 1 ? [texts[1] ?? "", texts[0] ?? "", ...texts.slice(2)] : texts
  if (first === undefined) return null
  const beside = others.map(issuerIn).find((issuer) => issuer !== null && issuer.split(" ").length <= 9) ?? null
  const { issuer, name } = beside === null ? parted(first) : { name: first, issuer: beside }
  if (!/\p{L}{2}/u.test(name) || name.split(" ").length > 16) return null
  const said = dates.find((one) => one.isExpiry)
  const plain = dates.filter((one) => !one.isExpiry)
  // Of two single dates the later is the expiry.
  const later = said === undefined && plain.length === 2 ? [...plain].sort((one, other) => one.value.localeCompare(other.value))[1] : undefined
  const until = said ?? (later !== undefined && later.value !== plain.find((one) => one !== later)?.value ? later : undefined)
  return { name, issuer, date: plain.find((one) => one !== until)?.text ?? null, expiry: until?.text ?? null, code, url }
}
