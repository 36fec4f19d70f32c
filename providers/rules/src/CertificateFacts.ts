/** The facts of a certificate that stand in its text: dates with the words that lead to them, its number and its address. */
import { Certificates, Dates } from "@excv/lexicon"
import * as Items from "./Items.js"

const label = "lic\\.? (?:no\\.?|nr\\.?)|(?:zert(?:ifikats?)?\\.?-?)?(?:№|nr\\.?)|ref\\.?|referen(?:ce|cia|za|z)|pin|c[oó]d\\.?(?: de)?(?: verifica\\p{L}+| credencial)?|(?:nr\\.?|numer) (?:uprawnień|upr\\.|licencji|zaświadczenia|legitymacji|dyplomu|świadectwa|rejestru|rej\\.)|certifica(?:te|do|to|t|at)(?: (?:n\\.?[ºo°]?|no\\.?|number|nr\\.?))?|n\\.|reg\\.? no\\.?|c[eé]dula(?: prof\\w+)?(?: n\\.?º)?|colegiad[oa](?: n\\.?º)?|matr[ií]cula(?: n\\.?º)?|tessera(?: n\\.?)?|cred(?:ential|\\.)(?: id| no\\.?| number)?|(?:card|ticket|badge|permit) (?:no\\.?|nr\\.?|number)|lic\\.?(?= ?#| ?n)|certificate (?:id|no\\.?|number)|cert\\.? (?:id|no\\.?)|licen[cs]e(?: no\\.?| number| id)?|registration (?:no\\.?|number)|zertifikats?-?(?:nummer|nr\\.?|id)|reg(?:istrierungs)?\\.?-?(?:nummer|nr\\.?)|numéro(?: de certificat)?|n° (?:de )?(?:certificat|licence)?|identifiant|certificat n°|número(?: de (?:certificado|credencial|licencia))?|n\\.?º|credencial|codice(?: certificato)?|certificato n\\.?|id(?:entificativo)? credenziale|certificaatnummer|nr\\.? certyfikatu|numer(?: certyfikatu)?|certifikatnummer|certifikats-?id|numer|folio|registr[oe]|attestato|expediente|\\p{L}{0,16}nummer|number|id|nr\\.?|no\\.?|n°|#"
/** "Código da credencial", "Numéro de la licence" */
const numberOf = "(?:(?:c[oó]d(?:igo|ice)|n[uú]m[eé]ro|nummer|number|identifiant|id|n[.º°]*)\\s+(?:da|do|de la|de l['’]|del|della|dell['’]|de|di|du|of|van|für)\\s*)?"
const labelled = new RegExp(`(?<![\\p{L}\\p{N}])${numberOf}(?:${label})\\s*[:.#]?\\s*((?:[A-Z]{1,2} )?\\d{2,4}(?: \\d{2,4})+(?:\\/\\d{2,4})?(?!\\d)|(?!(?:19|20)\\d\\d\\b)(?=[A-Z./-]*\\d)[A-Z0-9][A-Z0-9./-]{3,}|[A-Z]{1,4} \\d{4,}(?:\\/\\d{2,4})?|\\d{1,3}(?: \\d{3})+)`, "iu")
/** A piece that is a label and a code: "Código da credencial: OCP-7781204". */
const coded = /^(?:[\p{L}.º°#/-]+[ :#]+){0,4}[:#]?\s*((?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{4,})$/u

/** "PL-300", "LPIC-1": an exam, and belongs to the name. */
const exam = /^[A-Z]{2,4}-\d{2,3}$|^[A-Z]{3,6}-\d$/

const bareCode = /^(?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]{4,}$/u

/** The number of a qualification behind who awards it. */
const closingCode = /^\p{Lu}[\p{L}& ]+\s(\d{3,5}-\d{2,4})$/u

const address = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+/iu

export const tidy = (text: string): string => {
  const bare = text.replace(/(?<=[\s,;])\.+\s*$/u, "").replace(/\([\s,]*\)|\[[\s,]*\]/gu, " ").replace(/[\s,;]+\)/gu, ")").replace(/\s+\.(?=\s)/gu, ".").replace(/^(?:[\s,;:|–—\-•·/)]|\.(?=\s|$))+|[\s,;:|–—\-•·/([]+$/gu, "").replace(/\s{2,}/g, " ").replace(/(?<=\p{Ll}{3}|\))\.$/u, "")
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1).trim() : bare.startsWith("(") && !bare.includes(")") ? bare.slice(1) : bare
}

/** "40 h", "score 870", "valid for 3 years", "with distinction": neither name nor issuer. */
const remarks = /(?<=^|[,;(–—|·-]\s*)(?:\d{1,4}\s?(?:h|hrs?|hours?|std|stunden|ue|heures?|horas?|ore|uur|uren|godz(?:in|\.)?|timmar|ects|days?|tage|jours|días|dias|giorni|dagen|dni|dagar)\.?|(?:score|punteggio|puntaje|pontuação|puntuación|punkte|points|wynik|resultat|result)\s*:?\s*\d[\d.,/ %]*|(?:valid|valable|valide|gültig|válid[oa]|valid[oa]|geldig|ważn[yea]|giltigt?)(?: for| pendant| für| por| per| voor| przez| i)? \d+ (?:years?|months?|ans|mois|jahre|monate|años|meses|anni|mesi|anos|jaar|maanden|lat|lata|miesięcy|år|månader)|(?:uprawnienia|bezterminowo|unbefristet|unbegrenzt gültig|no expiry|does not expire|sin caducidad|senza scadenza|sem validade|illimité|tills vidare|passed|bestanden|distinction|merit|zdany|réussi|geslaagd|godkänd))(?=\s*(?:$|[,;)–—|·-]))/giu

/** "in 2021 with the Red Cross": what stands behind the year says who issued it. */
const taught = /^\s+(?:with|by|at|mit|bei|durch|avec|chez|par|con|por|en el|presso|da|com|met|bij|door|med|av|przez)\s+(?:\p{Ll}{1,4}\s+)?\p{Lu}/u

interface Dated {
  readonly text: string
  readonly value: string
  readonly isExpiry: boolean
}

/** What has been found, and the text that is left of the pieces. */
export interface Read {
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
  const found = Dates.find(text)
  for (const match of found) {
    const lead = text.slice(0, match.start)
    const own = lead.split(/[,;|–—()•·]|\s-\s|(?<=\p{L}{4}|\))\.\s+(?=\p{Lu})/u).at(-1) ?? ""
    const label = lead.trim() === "" ? before : own
    const isExpiry = Certificates.expiryLead(label) >= 0 || match.isRange && match.from === null
    const isLed = isExpiry ? own.trim().split(" ").length <= 3 : Certificates.issueLead(own) >= 0 && own.trim().split(" ").length <= 2
    // A year within a name ("ISO 9001:2015", "Office 2019 Expert") is none of its dates.
    const isInside = match.isWeak && /\p{L}\s*$|:$/u.test(lead) && /^\s*\p{L}/u.test(text.slice(match.end)) && !taught.test(text.slice(match.end)) || match.isWeak && /^\s*[»”"]/.test(text.slice(match.end)) || /\d:$/.test(lead) || match.isWeak && /(?:\p{L}|\d{3})\/$/u.test(lead)
    // "IVA update 2025, Chamber of Crafts, February 2025": the year of the name is told again by the date.
    const isTwice = match.isWeak && match.from !== null && /\p{L}\s+$/u.test(lead) && /^\s*[,;–-]/u.test(text.slice(match.end)) && found.some((other) => !other.isWeak && other.from?.startsWith(`${match.from}-`) === true)
    if (isInside || isTwice) continue
    if (Certificates.isUpdate(own)) {
      rest = rest.slice(0, match.start - own.length) + " ".repeat(own.length + match.end - match.start) + rest.slice(match.end)
      continue
    }
    dates.push(...datesOf(match, text, isExpiry))
    // "Lic. 2231 exp. 03/2027", "Skills Institute Obtained: 03/2024": the word that leads to the date goes with it, whatever stands before.
    const leads = isExpiry ? Certificates.expiryLead(lead) : /:\s*$/.test(own) ? Certificates.issueLead(lead) : -1
    const small = /(?<=\s)(?:en|le|am|im|in|on|il|nel|el|em|w|den|the)\s+$/iu.exec(own)
    const start = isLed ? match.start - own.length : leads >= 0 ? leads : small === null ? match.start : match.start - small[0].length
    // "(valid until 2025, renewal booked)": what a bracket says of the end of a validity is of it all.
    // "2025 (repeated every year)"
    const noted = (isExpiry && /\(\s*$/.test(text.slice(0, start)) ? /^\s*[,;][^()]*(?=\))/u : /^\s*\(\p{Ll}[^()\d]*\)\s*$/u).exec(text.slice(match.end))?.[0].length ?? 0
    rest = rest.slice(0, start) + " ".repeat(match.end + noted - start) + rest.slice(match.end + noted)
  }
  return { rest, dates }
}

const codeIn = (text: string, isBehind: boolean): { readonly code: string; readonly start: number; readonly end: number } | null => {
  const said = labelled.exec(text)
  if (said?.[1] !== undefined) return { code: said[1].replace(/[.,;)]+$/, ""), start: said.index, end: said.index + said[0].length }
  for (const [at, piece] of Items.cutAt(text.replace(/[()[\]]/g, ","), Items.signLength(true, false)).entries()) {
    const inner = piece.text.trim().replace(/[.,;]+$/, "")
    // "City Guild 2382-22"
    const behind = at === 0 && !isBehind || Dates.find(inner).length > 0 ? undefined : closingCode.exec(inner)?.[1]
    if (behind !== undefined) return { code: behind, start: piece.start + piece.text.indexOf(behind), end: piece.start + piece.text.indexOf(behind) + behind.length }
    if (exam.test(inner)) continue
    const code = bareCode.test(inner) ? inner : coded.exec(inner)?.[1]
    if (code !== undefined && (/[:#]/.test(inner) || inner === code && /[A-Z].*\d|\d.*[A-Z]/.test(code) && /\d{3}|[-./]/.test(code)) && Dates.find(inner).length === 0) {
      return { code, start: piece.start, end: piece.start + piece.text.length }
    }
  }
  return null
}

/** "score 875/1000": no name, though it stands alone */
const score = /^\s*(?:score|punteggio|puntaje|pontuação|puntuación|wynik|resultat)\s*:?\s*\d[\d.,/ %]*$/iu

/** What stood before a date in its bracket, or between the signs before it, is who issued it: "CCNA (Cisco, 2022)", "IRVE P2 / Qualifelec / 2023". */
const issuerApart = (text: string): ReadonlyArray<string> => {
  const [, name, issuer] = /^(.{2,}?)\s*\((\p{Lu}[^(),;\d]{1,60}),\s*\)\s*$/u.exec(text) ?? /^([^/|·•]+?)\s[/|·•]\s(\p{Lu}[^/|·•,]+?)\s[/|·•]\s*$/u.exec(text) ?? []
  return name === undefined || issuer === undefined || Certificates.isRank(issuer) ? [text] : [name, issuer]
}

/** A piece without what is neither a name nor an issuer. */
const bared = (written: string): string => {
  const text = written.replace(score, "")
  // Alone it may be the name, and in brackets behind it, it is a part of it: "Driver CPC (35 hours) – Roads Academy".
  const own = /^[^,;(–—|·]{4,}\([^()]+\)/u.exec(text)?.[0] ?? ""
  const bare = tidy(/[,;(–—|·]/u.test(text) ? `${own}${text.slice(own.length).replace(remarks, "")}` : text)
  return Certificates.expiryLead(bare) >= 0 && bare.split(" ").length <= 3 || Certificates.issueLead(bare) >= 0 && bare.split(" ").length <= 2 ? "" : bare
}

/** Words, or the classes of a licence: "C+E". */
export const isNamed = (text: string): boolean => /\p{L}{2}|^[A-E]1?(?:\s?[+,/]\s?[A-E]1?)+$/u.test(text)

export const read = (pieces: ReadonlyArray<string>): Read => {
  const dates: Array<Dated> = []
  let code: string | null = null
  let url: string | null = null
  const rest = pieces.flatMap((piece, index) => {
    let text = piece
    const link = address.exec(text)
    if (link !== null) {
      url ??= link[0].replace(/[.,;)]+$/, "")
      text = text.replace(link[0], " ")
    }
    const found = withoutDates(text, pieces[index - 1] ?? "")
    dates.push(...found.dates)
    text = found.rest
    const number = codeIn(text, index > 0)
    if (number !== null) {
      code ??= number.code
      // What stands before a number and what stands behind it are two things.
      return [text.slice(0, number.start), text.slice(number.end)].map(bared)
    }
    // "8 horas)" behind a name in another style
    const isRemark = index > 0 && text.replace(/[()]/gu, "").trim().replace(remarks, "") === ""
    const parts = found.dates.length > 0 ? issuerApart(text) : [text]
    return isRemark ? [] : parts.map(parts.length > 1 ? tidy : bared)
  })
  return { dates, code, url, pieces: rest.filter((text) => isNamed(text)) }
}
