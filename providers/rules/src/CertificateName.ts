/** The name of a certificate and the body that issued it, where both stand in one text. */
import { Certificates, Companies, Places } from "@excv/lexicon"
import { tidy } from "./CertificateFacts.js"
import * as Items from "./Items.js"

const article = "(?:the |la |le |les |l['’]|dem |der |das |die |el |il |lo |gli |o |os |as |het |de )?"
const issuerLabel = /^(?:issued by|issuer|issuing (?:body|organi[sz]ation|authority)|awarded by|ausgestellt von|délivrée? par|expedido por|emitido por|rilasciato da|uitgegeven door|wydan[ey] przez|utfärdat av)\s*:?\s+|^(?:avec|chez|auprès de|presso|beim?|bij|hos)\s+(?=\p{Lu})|^\p{L}{3,12}\s?:\s+/iu
const doneAt = /^(?:done|taken|passed|gained|held|obtained|trained|erworben|abgelegt|passée?|obtenue?|realizado|hecho|svolto|conseguito|feito|behaald) (?:at|with|by|through|bei(?:m)?|à|chez|auprès de|en|con|presso|em|bij)\s+(?=\p{Lu})/iu
const byLabel = new RegExp(`\\b(?:issued by|awarded by|by|issuer|avec|chez|presso|von|durch|ausgestellt von|délivré par|délivrée par|par|por|expedido por|emitido por|rilasciato da|uitgegeven door|door|wydan[ey] przez|utfärdat av|av)\\s*:?\\s+${article}(?=\\p{Lu})`, "u")

/** Letters stand for a body, whatever village has the same name. */
export const isPlace = (text: string): boolean => !/^\p{Lu}{2,5}$/u.test(text) && Companies.score(text) < 0.5 && (Places.parse(text)?.certainty ?? 0) > 0.7

/** "CSM" of "Certified ScrumMaster": its letters are initials and capitals of the name, in this order. */
export const isAcronymOf = (short: string, name: string): boolean => {
  if (!/^[\p{Lu}\d./+-]{2,10}$/u.test(short)) return false
  const initials = [...name.matchAll(/\p{Lu}|(?<=^|[\s-])\p{Ll}/gu)].map(([letter]) => letter.toUpperCase())
  let at = 0
  if (new RegExp(`(?<!\\p{L})${short.replace(/[^\p{L}]/gu, ".")}(?!\\p{L})`, "u").test(name)) return false
  for (const letter of short.replace(/[^\p{Lu}]/gu, "")) {
    const next = initials.indexOf(letter, at) + 1
    // "NR-32" of "SENAC Ribeirão Preto" would begin within a word.
    if (next === 0 || at === 0 && next > 1) return false
    at = next
  }
  return true
}

/** Several words with capitals, as bodies are called, and none that ranks a certificate. */
const isBody = (text: string): boolean =>
  /^\p{Lu}{2,}\p{Ll}{1,2}\p{Lu}{1,4}$/u.test(text) || /^\p{Lu}\p{L}+(?: \p{L}+)+$/u.test(text) && (text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0) > 1 && !/(?<!\p{L})(?:level|category|class|stage|part|module|grade|advanced|basic|stufe|niveau|nivel|livello|categor\p{L}*)(?!\p{L})/iu.test(text)

const wordCount = (text: string): number => text.split(" ").length

/** "Google Cloud – Professional Data Engineer": the words of a certificate stand only behind the dash. */
const isIssuerBefore = (first: string, second: string): boolean =>
  !Certificates.isRank(first.split(" ").slice(-2).join(" ")) && (
  Companies.score(first) > 0.5 && Companies.score(second) < 0.5 && wordCount(first) < wordCount(second) ||
  wordCount(first) <= 3 && Certificates.score(first) === 0 && Certificates.score(second) === 1 && !Certificates.isRank(second) && Companies.score(second) < 0.5)

/** "Driving licence B, BE": the classes of a licence, none of which issued it. */
const classes = /(?<!\p{L})(?:A[12M]?|B|C1?|D1?)E?(?:\s?[,/+]\s?(?:A[12M]?|[BLMTF]|[BCD]1?\+?E?)(?!\p{L}))+$/u

/** Name and issuer where both stand in one text. */
export const parted = (text: string): { readonly name: string; readonly issuer: string | null } => {
  if (classes.test(text)) return { name: text, issuer: null }
  const led = byLabel.exec(text)
  if (led !== null && led.index > 2) return { name: tidy(text.slice(0, led.index)), issuer: tidy(Items.cutAt(text.slice(led.index + led[0].length), Items.signLength(true, false))[0]?.text ?? "") || null }
  const bracketed = /^(.+?)\s*\(\s*([^()]{2,60}?)[\s,;–-]*\)$/u.exec(text)
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && !isAcronymOf(bracketed[2], bracketed[1]) &&
    (Companies.score(bracketed[2]) > 0.3 || /[,;–-]\s*\)$/u.test(text) || /^\p{Lu}{3,8}(?: \d\d)?$/u.test(bracketed[2]) || isBody(bracketed[2]))) {
    return { name: bracketed[1], issuer: bracketed[2] }
  }
  // "Certified in Logistics, Transportation and Distribution (CLTD)"
  if (bracketed?.[1]?.includes(",") === true && bracketed[2] !== undefined && isAcronymOf(bracketed[2], bracketed[1])) return { name: text, issuer: null }
  const sentence = /^(.{6,}?(?:\p{L}{5}|[)”"»]))\.\s+(\p{Lu}[^.]+)\.?$/u.exec(text)
  if (sentence?.[1] !== undefined && sentence[2] !== undefined) return { name: sentence[1], issuer: tidy(sentence[2]) }
  // "Suporte Básico de Vida. Escola de Socorro": a shorter word ends the name where a body follows.
  const shorter = /^(.{6,}?(?:\p{Ll}{3}|\d))\.\s+(\p{Lu}(?:[^.]|(?<=\.\p{Lu}|\s\p{Lu}(?=\.\p{Lu}))\.)+)\.?$/u.exec(text)
  if (shorter?.[1] !== undefined && shorter[2] !== undefined && Companies.bodyScore(shorter[2]) >= 0.7) return { name: shorter[1], issuer: tidy(shorter[2]) }
  const byComma = Items.cutAt(text, Items.signLength(false)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  const byDash = Items.cutAt(text, Items.signLength(true, false)).map((piece) => tidy(piece.text)).filter((piece) => piece !== "")
  const [head, ...tail] = byDash
  if (byComma.length === 1 && head !== undefined && tail.length === 1 && tail[0] !== undefined && (isAcronymOf(head, tail[0]) || isAcronymOf(tail[0], head))) return { name: text, issuer: null }
  const byColon = /^(\p{Lu}[^:]{1,30}):\s+(.+)$/u.exec(text)
  if (byComma.length === 1 && byDash.length === 1 && byColon?.[1] !== undefined && byColon[2] !== undefined && Companies.score(byColon[1]) > 0.8) return { name: byColon[2], issuer: byColon[1] }
  const closed = /^([^:]{4,}):\s+(\p{Lu}[^:]+)$/u.exec(text)
  if (byComma.length === 1 && byDash.length === 1 && closed?.[1] !== undefined && closed[2] !== undefined && Math.max(Companies.score(closed[2]), Companies.institutionScore(closed[2])) >= 0.7 && Certificates.score(closed[2]) === 0) return { name: closed[1], issuer: closed[2] }
  const slashed = /^(.+?)\s\/\s([^/]+)$/u.exec(text)
  if (byComma.length === 1 && slashed?.[1] !== undefined && slashed[2] !== undefined && (Companies.score(slashed[2]) >= 0.5 || Companies.institutionScore(slashed[2]) >= 0.5 || isBody(slashed[2]))) return { name: slashed[1], issuer: slashed[2] }
  // A dash parts an issuer from a name that holds commas, unless the issuer stands behind a comma itself.
  const dashed = /^(.+)\s[–—-]\s([^,;]+)$/u.exec(text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && isIssuerBefore(dashed[1], dashed[2])) return { name: tidy(dashed[2]), issuer: tidy(dashed[1]) }
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && !isPlace(dashed[2]) && !Certificates.isRank(dashed[2])) return { name: tidy(dashed[1]), issuer: tidy(dashed[2]) }
  // Names hold commas more often than issuers: the last piece that is no place is the issuer; of dashes the last parts it.
  const pieces = byComma.length > 1 ? byComma : byDash
  const ranked = pieces.findLastIndex((piece, index) => index > 0 && Certificates.isRank(piece))
  const issuer = pieces.slice(Math.max(1, ranked + 1)).filter((piece) => !isPlace(piece)).at(-1)
  const last = pieces[ranked]
  if (issuer === undefined) return { name: last === undefined ? pieces[0] ?? "" : text.slice(0, text.lastIndexOf(last) + last.length), issuer: null }
  return { name: tidy(text.slice(0, text.lastIndexOf(issuer))), issuer: issuer.replace(doneAt, "") }
}

/** An issuer without the town beside it. */
export const issuerIn = (piece: string): string | null => {
  const led = byLabel.exec(piece)
  // "(current), Nursing Board" behind a name in a style of its own
  const behind = piece.replace(/^\(?\p{Ll}[^()]*\)[,;]?\s+(?=\p{Lu})/u, "")
  const bare = led?.index === 0 ? piece.slice(led[0].length) : behind.replace(issuerLabel, "")
  const parts = Items.cutAt(bare, Items.signLength(true, false)).map((part) => tidy(part.text)).filter((part) => part !== "")
  // "INA – Direção-Geral da Qualificação" is one body.
  if (parts.length === 2 && /^\p{Lu}{2,6}\s[–—-]\s\p{Lu}/u.test(bare) && !isPlace(parts[1] ?? "")) return tidy(bare)
  const kept = parts.filter((part) => !isPlace(part))
  return kept.length === 0 ? null : kept.length === parts.length && parts.length < 3 && !/[–—|]/.test(bare) ? tidy(bare) : kept[0] ?? null
}
