/** Certifications: the items of a section, and what each says. */
import { Certificates, Dates } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Certificate from "./Certificate.js"
import * as Forms from "./CertificateForms.js"
import * as Groups from "./CertificateGroups.js"
import * as Pieces from "./CertificatePieces.js"
import * as Claims from "./Claims.js"
import * as Items from "./Items.js"
import * as Pointers from "./Pointers.js"

const nameOf = (text: string): string => Certificate.of([text], false)?.name ?? ""

const areNamed = (pieces: ReadonlyArray<string>): boolean => {
  const names = pieces.map(nameOf)
  return pieces.length > 1 && names.every((name) => /\p{L}{3}/u.test(name)) && new Set(names).size === names.length
}

/** Where its one date stands, which is none of expiry. */
const dateAt = (piece: string): "start" | "end" | null => {
  const [date, another] = Dates.find(piece)
  if (date === undefined || another !== undefined || date.isRange || Certificates.expiryLead(piece.slice(0, date.start)) >= 0) return null
  return date.start === 0 ? "start" : /^(?:, \d{1,3} ?h\p{L}*)?[)\].]*$/u.test(piece.slice(date.end)) ? "end" : null
}

/** "Diver (2024) • Coxswain, 2025 • …": each with its name and date. */
const areDated = (pieces: ReadonlyArray<string>): boolean =>
  pieces.every((piece) => Dates.find(piece).some(({ start }) => Certificates.expiryLead(piece.slice(0, start)) !== 0)) && areNamed(pieces)

/** "First Aid 2023, Fire Marshal 2024": each with its date in one place, whatever else the sign may part. */
const areAlike = (pieces: ReadonlyArray<string>): boolean => {
  const [first, ...others] = pieces.map(dateAt)
  return first != null && others.every((at) => at === first) && pieces.every((piece) => /^[\p{Lu}\d]/u.test(piece)) && areNamed(pieces)
}

const cutAt = (text: string, sign: RegExp): ReadonlyArray<string> =>
  Items.cutAt(text, (all, at) => sign.exec(all.slice(at, at + 3))?.[0].length ?? 0).map((piece) => piece.text.trim())

/** "A, X, 2019; B, Y, 2020" in one line are two; "Name · Issuer · June 2021 · valid until 2024" is one. */
const several = (text: string): ReadonlyArray<string> => {
  const byDots = cutAt(text, /^ [•·|] /u)
  return areDated(byDots) ? byDots : [/^ [–—-] /u, /^, /u].map((sign) => cutAt(text, sign)).find(areAlike) ?? cutAt(text, /^;/u)
}

/** "04/2025" above "until 04/2028" was read as one date. */
const brokenEnd = (rows: Groups.Group): string | null => rows.find(({ dateEnd }) => dateEnd !== null)?.dateEnd?.text ?? null

const toDraft = (found: Certificate.Certificate, rows: Groups.Group, links: ReadonlyMap<number, string>): Draft.DraftCertification => {
  const claim = (value: string | null): Draft.Claim | null => (value === null || value === "" ? null : Claims.of(value, rows))
  const link = rows.flatMap((row) => row.words).find((word) => word.url !== null)?.url ?? rows.flatMap((row) => links.get(row.number) ?? [])[0] ?? null
  return {
    name: Claims.of(found.name, rows), issuer: claim(found.issuer), date: claim(found.date), expiry_date: claim(found.expiry ?? brokenEnd(rows)),
    credential_id: claim(found.code), url: claim(found.url ?? link)
  }
}

/** As the rows of a list say them. */
const listed = (rows: Groups.Group, links: ReadonlyMap<number, string>): ReadonlyArray<Draft.DraftCertification> => {
  // Where each has as many rows, and not all of them are full, a row is one thing even where it is.
  const areRows = Groups.byLast(rows)?.some((group) => group.slice(1).every((row, at) => !Pieces.continues(row, group[at] ?? row))) === true
  const items = Groups.of(rows).flatMap((group) => {
    const texts = several(Claims.join(group.map((row) => row.text)))
    return texts.length > 1 ? texts.map((text) => ({ group, pieces: [text] })) : [{ group, pieces: Pieces.of(group, areRows) }]
  })
  const pieces = Certificate.partedAlike(items.map((item) => item.pieces))
  const isIssuerFirst = Certificate.issuerFirst(pieces) > 0
  const areBracketed = Certificate.isBracketed(pieces)
  return items.flatMap(({ group }, at) => {
    const found = Certificate.of(pieces[at] ?? [], isIssuerFirst, areBracketed)
    return found === null ? [] : [toDraft(found, group, links)]
  })
}

/** Certifications of a section, in document order. */
export const read = (written: Groups.Group): ReadonlyArray<Draft.DraftCertification> => {
  const pointers = new Map(written.flatMap((row) => { const found = Pointers.atEnd(row); return found === null ? [] : [[row, found] as const] }))
  const links = new Map([...pointers].map(([{ number }, { url }]) => [number, url]))
  const rows = written.map((row) => { const pointer = pointers.get(row); return pointer === undefined ? row : Pointers.without(row, pointer) })
  return Forms.read(rows)?.flatMap(({ group, pieces }) => {
    const found = Certificate.of(pieces, false)
    return found === null ? [] : [toDraft(found, group, links)]
  }) ?? listed(rows, links)
}
