/** Certifications: name, issuer, date, expiry, credential and address of each item of the section. */
import { Companies, Dates, Places } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import * as Items from "./Items.js"
import type { Row } from "./Row.js"
import { isWrapped } from "./Wrap.js"

const expiry = /(?:valid (?:until|through|to|thru)|expir\w*(?: on| date)?|exp\.?|expiry(?: date)?|gültig bis|gueltig bis|ablauf\w*|valable jusqu['’](?:en|au|à)|valide jusqu['’](?:en|au|à)|expire(?: le)?|válido hasta|valido hasta|vence|caduca|caducidad|scadenza|valido fino al?|valida fino al?|válido até|validade|geldig tot|vervalt|ważn[yea] do|giltig(?:t)? till|giltig t\.?o\.?m\.?|renews?|until|bis)\s*:?\s*$/iu

const credential = /(?<![\p{L}\p{N}])(?:credential(?: id| no\.?| number)?|certificate (?:id|no\.?|number)|cert\.? (?:id|no\.?)|licen[cs]e (?:no\.?|number|id)|registration (?:no\.?|number)|zertifikats?-?(?:nummer|nr\.?|id)|reg(?:istrierungs)?\.?-?(?:nummer|nr\.?)|numéro(?: de certificat)?|n° (?:de )?(?:certificat|licence)?|identifiant|certificat n°|número(?: de (?:certificado|credencial|licencia))?|n\.º|credencial|codice(?: certificato)?|certificato n\.?|id(?:entificativo)? credenziale|certificaatnummer|nr\.? certyfikatu|numer(?: certyfikatu)?|certifikatnummer|certifikats-?id|id|nr\.?|no\.?|#)\s*[:.#]?\s*((?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{3,})/iu

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+/iu

interface Found {
  readonly dates: ReadonlyArray<Dates.Match>
  readonly text: string
}

const endOf = (match: Dates.Match, text: string): string | null => {
  const span = match.toSpan ?? match.fromSpan
  return span === null ? null : text.slice(span.start, span.end)
}

/** Of two single dates the later is the expiry. */
const laterOf = (dates: ReadonlyArray<Dates.Match>): Dates.Match | null => {
  const [one, other] = dates
  if (dates.length !== 2 || one === undefined || other === undefined || one.isOpen || other.isOpen) return null
  return (other.from ?? other.to ?? "") > (one.from ?? one.to ?? "") ? other : null
}

/** The date of issue and that of expiry, as written. */
const datesOf = ({ dates, text }: Found): { readonly date: string | null; readonly expiry: string | null } => {
  let [date, until]: [string | null, string | null] = [null, null]
  const later = laterOf(dates)
  for (const match of dates) {
    if (match === later && !match.isRange) {
      until ??= endOf(match, text)
    } else if (match.isRange && match.from !== null && match.to !== null) {
      date ??= match.fromSpan === null ? null : text.slice(match.fromSpan.start, match.fromSpan.end)
      until ??= match.toSpan === null ? null : text.slice(match.toSpan.start, match.toSpan.end)
    } else if (expiry.test(text.slice(0, match.start)) || match.isRange && match.from === null) until ??= endOf(match, text)
    else date ??= match.fromSpan === null ? null : text.slice(match.fromSpan.start, match.fromSpan.end)
  }
  return { date, expiry: until }
}

const blank = (text: string, start: number, end: number): string => text.slice(0, start) + " ".repeat(end - start) + text.slice(end)

/** A piece that is a label and a code: "Código da credencial: OCP-7781204". */
const coded = /^[\p{L} .º°#/-]{0,40}[:#]?\s*((?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{4,})$/u

const codeIn = (text: string): { readonly code: string; readonly start: number; readonly end: number } | null => {
  for (const piece of Items.cutAt(text, Items.signLength(true))) {
    const inner = piece.text.trim().replace(/^[(\s]+|[)\s.]+$/g, "")
    const code = coded.exec(inner)?.[1]
    if (code !== undefined && (/[:#]/.test(inner) || inner === code && /[A-Z].*\d|\d.*[A-Z]/.test(code)) && Dates.find(inner).length === 0) return { code, start: piece.start, end: piece.start + piece.text.length }
  }
  return null
}

/** What is left when dates, numbers and addresses are taken out. */
const bareText = (text: string, dates: ReadonlyArray<Dates.Match>): string => {
  let bare = text
  const until = laterOf(dates)
  for (const match of dates) {
    const before = bare.slice(0, match.start)
    const lead = /[^,;|–—(•·]*$/u.exec(before)?.[0] ?? ""
    const isLed = expiry.test(before) || match === until && lead.trim().split(" ").length <= 3 || /^\s*(?:issued(?: on)?|awarded|obtained|erworben|ausgestellt|obtenu(?:e)?(?: en| le)?|obtenido|rilasciato|emitido|behaald|uzyskany|utfärdat|erhalten|earned|since|seit|date|datum)\s*:?\s*$/iu.test(lead)
    bare = blank(bare, isLed ? match.start - lead.length : match.start, match.end)
  }
  const link = address.exec(bare)
  if (link !== null) bare = blank(bare, link.index, link.index + link[0].length)
  const code = codeIn(bare)
  if (code !== null) return blank(bare, code.start, code.end)
  const labelled = credential.exec(bare)
  if (labelled !== null) bare = blank(bare, labelled.index, labelled.index + labelled[0].length)
  return bare.replace(/[([]\s*[,;:–-]?\s*[)\]]/gu, (empty) => " ".repeat(empty.length))
}

const tidy = (text: string): string => {
  const bare = text.replace(/\(\s*\)|\[\s*\]/gu, " ").replace(/^[\s,;:|–—\-•·/]+|[\s,;:|–—\-•·/.([]+$/gu, "").replace(/\s{2,}/g, " ")
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1).trim() : bare.startsWith("(") && !bare.includes(")") ? bare.slice(1) : bare
}

const isPlace = (text: string): boolean => Companies.score(text) < 0.5 && (Places.parse(text)?.certainty ?? 0) > 0.7

const byLabel = /\b(?:issued by|awarded by|by|issuer|von|durch|ausgestellt von|délivré par|par|por|expedido por|emitido por|rilasciato da|uitgegeven door|door|wydan[ey] przez|utfärdat av|av)\s*:?\s+(?=\p{Lu})/u

/** Offset into the joined text where the style of its beginning ends, or undefined. */
const changeOf = (rows: ReadonlyArray<Row>): number | undefined => {
  const first = rows[0]?.segments[0]?.style
  for (const [index, row] of rows.entries()) {
    const change = row.segments.find((segment) => segment.style !== first && segment.date === null)
    if (change !== undefined) return index === 0 ? change.start : Claims.join(rows.slice(0, index).map((one) => one.text)).length + change.start
  }
  return undefined
}

const partsOf = (rows: ReadonlyArray<Row>, text: string, bare: string): { readonly name: string; readonly issuer: string | null } => {
  const boundary = changeOf(rows)
  const led = byLabel.exec(bare)
  if (led !== null && led.index > 2) return { name: tidy(bare.slice(0, led.index)), issuer: tidy(Items.cutAt(bare.slice(led.index + led[0].length), Items.signLength(true))[0]?.text ?? "") || null }
  if (boundary !== undefined && boundary < text.length) {
    const rest = Items.cutAt(bare.slice(boundary), Items.signLength(true)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "" && !isPlace(piece))
    const name = tidy(bare.slice(0, boundary))
    if (name !== "") return { name, issuer: rest[0] ?? null }
  }
  const byComma = Items.cutAt(bare, Items.signLength(false)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  const byDash = Items.cutAt(bare, Items.signLength(true)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  // "AWS Developer – Associate – Amazon": the last dash parts the issuer.
  const pieces = byComma.length > 1 ? byComma : byDash.length > 2 ? [tidy(bare.slice(0, bare.lastIndexOf(byDash.at(-1) ?? ""))), byDash.at(-1) ?? ""] : byDash
  const bracketed = /^(.+?)\s*\(([^()]{3,60})\)$/u.exec(pieces[0] ?? "")
  if (pieces.length === 1 && bracketed?.[1] !== undefined && bracketed[2] !== undefined && Companies.score(bracketed[2]) > 0.5) return { name: bracketed[1], issuer: bracketed[2] }
  // Names hold commas more often than issuers: the last piece that is no place is the issuer.
  const rest = pieces.slice(1).filter((piece) => !isPlace(piece))
  const issuer = rest.at(-1)
  return issuer === undefined ? { name: pieces[0] ?? "", issuer: null } : { name: tidy(bare.slice(0, bare.lastIndexOf(issuer))), issuer }
}

const one = (rows: ReadonlyArray<Row>, text: string): Draft.DraftCertification | null => {
  const dates = Dates.find(text)
  const { date, expiry: until } = datesOf({ dates, text })
  const bare = bareText(text, dates)
  const { issuer, name } = partsOf(rows, text, bare)
  if (!/\p{L}{2}/u.test(name) || name.split(" ").length > 16) return null
  const claim = (value: string | null | undefined): Draft.Claim | null => (value === null || value === undefined || value === "" ? null : Claims.of(value, rows))
  const link = rows.flatMap((row) => row.words).find((word) => word.url !== null)?.url
  return {
    name: Claims.of(name, rows), issuer: claim(issuer), date: claim(date), expiry_date: claim(until),
    credential_id: claim(credential.exec(text.replace(address, " "))?.[1]?.replace(/[.,;)]+$/, "") ?? codeIn(text)?.code), url: claim(address.exec(text)?.[0] ?? link)
  }
}

/** "A, X, 2019; B, Y, 2020" in one line are two. */
const several = (text: string): ReadonlyArray<string> => {
  const pieces = Items.cutAt(text, (all, at) => (all.charAt(at) === ";" ? 1 : /^ [•·|] /u.test(all.slice(at, at + 3)) && Dates.find(all).filter((match) => !match.isWeak).length > 1 ? 3 : 0))
  return pieces.map((piece) => piece.text.trim())
}

const hasDate = (rows: ReadonlyArray<Row>): boolean => rows.some((row) => row.dates.length > 0)

/** Where nearly all items have a date, one without it is the first line of the next. */
const completed = (groups: ReadonlyArray<ReadonlyArray<Row>>): ReadonlyArray<ReadonlyArray<Row>> => {
  const dated = groups.filter(hasDate).length
  if (dated < 2 || dated / groups.length < 0.4) return groups
  return groups.reduce<ReadonlyArray<ReadonlyArray<Row>>>((done, group) => {
    const last = done.at(-1)
    const [before, next] = [last?.at(-1), group[0]]
    const isOpen = last !== undefined && before !== undefined && next !== undefined && !hasDate(last) && isWrapped(next, before) && next.gapAbove < 0.7 && before.segments.at(-1)?.style === next.segments[0]?.style
    return isOpen ? [...done.slice(0, -1), [...last, ...group]] : [...done, group]
  }, [])
}

/** A row with nothing but a number or a date of expiry belongs to the item above it. */
const isAddition = (rows: ReadonlyArray<Row>): boolean => {
  const text = Claims.join(rows.map((row) => row.text))
  return !/\p{L}{3}/u.test(bareText(text, Dates.find(text)).replace(expiry, ""))
}

const withAdditions = (groups: ReadonlyArray<ReadonlyArray<Row>>): ReadonlyArray<ReadonlyArray<Row>> =>
  groups.reduce<ReadonlyArray<ReadonlyArray<Row>>>((done, group) => {
    const last = done.at(-1)
    return last !== undefined && isAddition(group) ? [...done.slice(0, -1), [...last, ...group]] : [...done, group]
  }, [])

/** Certifications of a section, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftCertification> =>
  completed(withAdditions(Items.group(rows))).flatMap((group) => {
    const text = Claims.join(group.map((row) => row.text))
    const texts = several(text)
    return texts.flatMap((piece) => {
      const found = one(texts.length > 1 ? group.slice(0, 1).map((row) => ({ ...row, segments: [] })) : group, piece)
      return found === null ? [] : [texts.length > 1 ? { ...found, ...relined(found, group) } : found]
    })
  })

/** Claims cut out of a text of several rows cite all of them. */
const relined = (draft: Draft.DraftCertification, rows: ReadonlyArray<Row>): Draft.DraftCertification => {
  const cite = (claim: Draft.Claim | null): Draft.Claim | null => (claim === null ? null : Claims.of(claim.value, rows))
  return {
    name: Claims.of(draft.name.value, rows), issuer: cite(draft.issuer), date: cite(draft.date), expiry_date: cite(draft.expiry_date),
    credential_id: cite(draft.credential_id), url: cite(draft.url)
  }
}
