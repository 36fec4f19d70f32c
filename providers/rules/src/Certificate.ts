/** One certificate: what its pieces (parts of lines, cells, runs of one style) say of it. */
import { Certificates, Companies, Languages, Skills } from "@excv/lexicon"
import * as Facts from "./CertificateFacts.js"
import * as Name from "./CertificateName.js"

export interface Certificate {
  readonly name: string
  readonly issuer: string | null
  readonly date: string | null
  readonly expiry: string | null
  readonly code: string | null
  readonly url: string | null
}

/** How sure it is that the issuers of a list stand before the names: above 0 when they do. */
export const issuerFirst = (all: ReadonlyArray<ReadonlyArray<string>>): number => {
  const both = all.map((pieces) => Facts.read(pieces).pieces).filter((pieces) => pieces.length > 1)
  if (both.length === 0) return -1
  const mean = (at: number) => both.reduce((sum, pieces) => sum + Companies.score(pieces[at] ?? "") - Certificates.score(pieces[at] ?? ""), 0) / both.length
  // A single one says less.
  return mean(0) - mean(1) - (both.length === 1 ? 1 : 0.5)
}

/** "Habilitation B2V (Apave), valable jusqu'au 06/2028" */
const closing = /^(.{4,}?)\s*\(\s*(\p{Lu}[\p{L}&'. -]{2,40})\)$/u

/** Every item of the list ends with a name in brackets: its issuer. */
export const isBracketed = (all: ReadonlyArray<ReadonlyArray<string>>): boolean => {
  const brackets = all.map((pieces) => closing.exec(Facts.read(pieces).pieces.join(", "))?.[2] ?? "")
  return all.length > 1 && new Set(brackets).size > 1 && brackets.every((text) => text !== "" && Certificates.score(text) === 0 && !Certificates.isRank(text))
}

/** "Food Safety (Highfield), May 2022": before its date, what ranks nothing and is no other name of it. */
const isBeforeDate = (name: string, issuer: string): boolean =>
  Certificates.score(issuer) === 0 && !Certificates.isRank(issuer) && Skills.levelOf(issuer) === null && Languages.nameOf(issuer) === null && !Name.isAcronymOf(issuer, name) && !Name.isPlace(issuer)

/** What may stand between the name and the issuer of every item, and within names of one alone. */
const signs: ReadonlyArray<RegExp> = [/(?<=[\p{L}\d)”"»])(?<!\.\p{Lu})\.\s+(?=\p{Lu})/u, /\s?:\s+(?=\p{Lu})/u]

const wordCount = (texts: ReadonlyArray<string>): number => texts.join(" ").split(" ").length

/** "VHS: Excel for beginners", "SAP: Procurement and stock": letters that stand for a body, before longer names. */
const areLetters = (all: ReadonlyArray<ReadonlyArray<string>>): boolean => {
  const [firsts, seconds] = [all.map(([one = ""]) => one), all.map(([, other = ""]) => other)]
  const begins = (text: string) => /^\p{Lu}{2,6}(?!\p{L})/u.test(text)
  return firsts.every((text) => begins(text) && Certificates.score(text) === 0) && !seconds.some(begins) && wordCount(firsts) < wordCount(seconds)
}

/** The pieces of a list, cut at the sign that parts name and issuer once in each of its items: "Drone pilot. Air Agency, 10/2023". */
export const partedAlike = (all: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<ReadonlyArray<string>> => {
  const sides = (pieces: ReadonlyArray<string>, sign: RegExp) => {
    if (!pieces.some((piece) => sign.test(piece))) return null
    const texts = Facts.read(pieces).pieces
    const parts = texts[0]?.split(sign) ?? []
    // A dot ends the name, whatever commas it holds; behind a colon a name may hold them, but no issuer.
    const hasCommas = (part: string, at: number) => /[,;]/.test(part) && !(sign === signs[0] ? at === 0 : at === 1)
    return texts.length === 1 && parts.length === 2 && parts.every((part, at) => /\p{L}{2}/u.test(part) && !hasCommas(part, at)) ? parts : null
  }
  const sign = all.length < 2 ? undefined : signs.find((one) => {
    const names = new Set<string>()
    // "Certificate: …" above "Certificate: …" is a label.
    return all.every((pieces) => {
      const name = sides(pieces, one)?.[0]
      return name !== undefined && names.size < names.add(name).size
    })
  })
  if (sign === undefined) return all
  // "Northern Academy: Signs of Safety, basic course"
  const isNameLast = sign === signs[1] && (all.some((pieces) => /,/.test(sides(pieces, sign)?.[1] ?? "")) || areLetters(all.map((pieces) => sides(pieces, sign) ?? [])))
  return all.map((pieces) => pieces.flatMap((piece) => (isNameLast ? piece.split(sign).reverse() : piece.split(sign))))
}

/** Null where there is no name. */
export const of = (pieces: ReadonlyArray<string>, isIssuerFirst: boolean, areBracketed = false): Certificate | null => {
  const { code, dates, pieces: texts, url } = Facts.read(pieces)
  const [first, ...others] = isIssuerFirst && texts.length > 1 ? [texts[1] ?? "", texts[0] ?? "", ...texts.slice(2)] : texts
  if (first === undefined) return null
  const beside = others.map(Name.issuerIn).find((issuer) => issuer !== null && issuer.split(" ").length <= 9) ?? null
  const inBrackets = beside === null && (areBracketed || dates.length > 0 && texts.length === 1) ? closing.exec(first) : null
  const closed = inBrackets !== null && (areBracketed || isBeforeDate(inBrackets[1] ?? "", inBrackets[2] ?? "")) ? inBrackets : null
  const { issuer, name } = closed?.[1] !== undefined && closed[2] !== undefined ? { name: closed[1], issuer: closed[2] } : beside === null ? Name.parted(first) : { name: first, issuer: beside }
  if (!Facts.isNamed(name) || name.split(" ").length > 16) return null
  const said = dates.find((one) => one.isExpiry)
  const plain = dates.filter((one) => !one.isExpiry)
  // Of two single dates the later is the expiry.
  const later = said === undefined && plain.length === 2 ? [...plain].sort((one, other) => one.value.localeCompare(other.value))[1] : undefined
  const until = said ?? (later !== undefined && later.value !== plain.find((one) => one !== later)?.value ? later : undefined)
  return { name, issuer, date: plain.find((one) => one !== until)?.text ?? null, expiry: until?.text ?? null, code, url }
}
