/** A degree as written, taken apart into the degree itself and its subject. */
import { Companies, Degrees, Fold, Titles } from "@excv/lexicon"

export interface Parts {
  readonly degree: string
  readonly field: string | null
}

const joiner = /^(?:in|of|im|en|de la|de l['’]|de|di|do|da|em|inom|w|we|ze|z|für|zum|zur|als|tot|till|i)[:\s]\s*|^(?:d['’]|der\s)/iu

/** A word that leads to the subject belongs to neither. */
const leading = /\s+(?:in|en|em|im|zum|zur|als|de|di|i)$/iu

export const leadsToSubject = (text: string): boolean => joiner.test(text) && /^\p{Ll}/u.test(text)

const openers = /^[\s,;:–—\-|/•·(]+/u

interface Token {
  readonly start: number
  readonly end: number
}

const tokensOf = (text: string): ReadonlyArray<Token> =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

/** "grado en", "laurea in": what follows is the subject, though it may be the name of a degree, as "Ingeniería" is. "Diploma di Tecnico" leads to a profession. */
const leadsOn: ReadonlySet<string> = new Set(["en", "in", "em"])

/** The end of the degree that a text starts with: degree words, "(Hons)", numbers and honours that follow. */
const degreeEnd = (text: string): number => {
  const tokens = tokensOf(text)
  const row = tokens.map(({ end, start }) => Fold.fold(text.slice(start, end)))
  const found = Degrees.find(row)
  let next = 0
  for (const { from, next: after } of found) {
    const between = text.slice(tokens[next - 1]?.end ?? 0, tokens[from]?.start ?? 0)
    if (from > next + 1 || from > next && next > 0 || leadsOn.has(row[next - 1] ?? "") || row[next - 1] === "di" && row[from]?.startsWith("tecnic") === true || next > 0 && /[,;:–—|(]/u.test(between)) break
    next = after
  }
  if (next === 0) return 0
  let end = tokens[next - 1]?.end ?? 0
  // "Master en": what leads to the subject is found by itself.
  end -= /\s(?:en|in|em)$/iu.exec(text.slice(0, end))?.[0].length ?? 0
  if (text.charAt(end) === ")" && text.slice(0, end).includes("(")) end++
  // "Vmbo-tl"
  end += /^-\p{L}{1,3}(?!\p{L})/u.exec(text.slice(end))?.[0].length ?? 0
  for (;;) {
    const rest = text.slice(end)
    const extra = /^\.|^\s*\((?:hons?\.?|honours|honors|fh|univ\.?|uni|ba|bsc|msc|tu|eng)\)|^\s+(?:hons?\.?|honours|honors)\b\.?|^\s+[12](?=\s|,|$)|^-?\s?(?:S|ES|L|STI2D|STMG|STI|STT|STL|ST2S|SMS|STG|STAV)(?=\s|,|$)|^\s*(?:level|niveau|nivel|nível|poziom|nivå|stufe)?\s\d(?=\s|,|$)/iu.exec(rest)
    // "BTEC Level 3 Diploma"
    const further = extra === null && /\d$/.test(text.slice(0, end)) ? /^\s+(?:(?:extended|national|higher|subsidiary) )*(?:diploma|certificate|award)(?!\p{L})/iu.exec(rest) : null
    if (extra === null && further === null) break
    end += (extra ?? further)?.[0].length ?? 0
  }
  const ofFaculty = /^\s+of\s+/iu.exec(text.slice(end))
  const named = ofFaculty === null ? 0 : Degrees.facultyEnd(text.slice(end + ofFaculty[0].length))
  if (ofFaculty !== null && named > 0) end += ofFaculty[0].length + named
  else if (/\bof$/iu.test(text.slice(0, end))) {
    const rest = text.slice(end)
    const after = Degrees.facultyEnd(rest.trimStart())
    if (after > 0) end += rest.length - rest.trimStart().length + after
  }
  // "Bachelor of Laws (LL.B.)", "Bachelor of Laws - LLB, Tax Law"
  const short = /^\s*\(([\p{L}. -]{2,20})\)|^\s+[–—-]\s+([\p{L}.]{2,8})(?=,|$)/u.exec(text.slice(end))
  if (short !== null && Degrees.score(short[1] ?? short[2] ?? "") >= 0.7) end += short[0].length
  const honours = /^\s*\((?:hons?\.?|honours|honors)\)|^,?\s+(?:(?:with )?honou?rs|hons?\.?)\b/iu.exec(text.slice(end))
  return honours === null ? end : end + honours[0].length
}

/** "9.º ano de escolaridade", "DIPLOMA DI MATURITÀ CLASSICA": what follows is no subject, but more of the name. */
const hasNoSubject = (degree: string, rest: string): boolean =>
  Degrees.isLeaving(degree) || /^\s+de escolaridade$/iu.test(rest) || degree === degree.toUpperCase() && /^\s+\p{Lu}+(?:ICA|ICO|IQUE|ALE|ALES|ISTA)$/u.test(rest)

/** A subject without the word that leads to it: "zum Elektroniker". */
export const subject = (text: string): string => text.slice(Degrees.subjectLeadEnd(text)).replace(joiner, "")

/** "Staatlich anerkannte Erzieherin" is named after its profession. */
const recognised = /^staatlich \p{L}+ \p{L}+$/iu

/** The first word of "Bachelorstudium Soziale Arbeit", "Kandidatprogrammet i psykologi", "Lärarexamen, matematik". */
const compoundEnd = (text: string): number => {
  const word = /^\p{L}+(?=,?\s+(?:(?:der|des|in|im|i|inom|tot|till|zum|zur|als)\s+)?\p{L}{3})/iu.exec(text)?.[0] ?? ""
  return Degrees.isCompound(word) ? word.length : 0
}

/** Without brackets that say how one studied, not what. */
const withoutMode = (text: string): string => text.replace(/\s*\(([^()]+)\)/gu, (all, inner: string) => (Degrees.isMode(inner) ? "" : all))

/** "(Level 6)", "(120 ECTS)" behind a subject: how high or how long, and no part of its name. */
const isAside = (text: string): boolean => /\d/.test(text)

/** "Marketing, BA", "Informatik (B.Sc.)": the degree closes its subject. */
const closing = (text: string): Parts | null => {
  const parts = /^([^,(]{3,}?)(?:,\s+|\s+[–—-]\s+|\s*\()(\p{Lu}[^,]*)$/u.exec(text)
  const [field = "", degree = ""] = parts?.slice(1) ?? []
  const bare = degree.replace(/^([^(]*)\)$/u, "$1").trim()
  if (Degrees.score(bare) < 0.7 || Degrees.score(field) > 0 || Companies.institutionScore(field) > 0 || degreeEnd(bare) < bare.length) return null
  return { degree: bare, field }
}

/** "Certificado de profesionalidad: Atención sociosanitaria": what stands before the colon is the degree, whatever words follow its first. */
const beforeColon = (text: string): Parts | null => {
  const [, degree = "", field = ""] = /^(\p{L}+\s(?:d[aeio]|del?|of)\s\p{Ll}+):\s+(\p{Lu}[^:]+)$/u.exec(text) ?? []
  return Degrees.score(degree) >= 0.9 && Companies.institutionScore(field) === 0 ? { degree, field } : null
}

/** "BSc (Hons) Computer Science" → BSc (Hons) + Computer Science; "Abitur" has no subject. */
export const split = (text: string): Parts => {
  if (recognised.test(text)) return { degree: text, field: null }
  const closed = closing(text) ?? beforeColon(text)
  if (closed !== null) return closed
  let end = degreeEnd(text)
  if (end === 0) end = compoundEnd(text)
  if (end === 0) {
    // "BTM Pâtissier": letters that stand for a degree no list has
    const short = /^(\p{Lu}{2,5})\s+(\p{Lu}\p{Ll}.+)$/u.exec(text)
    if (short?.[1] !== undefined && short[2] !== undefined) return { degree: short[1], field: short[2] }
    // "Weiterbildung UX-Design"
    const furthering = /^((?:weiter|fort)bildung)(?::|\s(?:zum|zur|als|in|im))?\s+(\p{L}.+)$/iu.exec(text)
    if (furthering?.[1] !== undefined && furthering[2] !== undefined) return { degree: furthering[1], field: furthering[2] }
    // "Evening course: Bookkeeping", "Corso serale di Pasticceria"
    const course = /^(\p{L}+(?: \p{L}+){1,2}?)(?::|\s(?:di|de|d['’]|en|in|em|of))\s+(\p{L}.+)$/u.exec(text)
    if (course?.[1] !== undefined && course[2] !== undefined && Degrees.isMode(course[1])) return { degree: course[1], field: course[2] }
    const parted = /^(.+?)\s+(?:in|en|em|inom|w zakresie)\s+(\p{L}.+)$/u.exec(text)
    return parted?.[1] === undefined || parted[2] === undefined ? { degree: text, field: null } : { degree: parted[1], field: parted[2] }
  }
  // "Baccalauréat technologique, Hôtellerie": what stands before the comma belongs to the degree.
  const cased = text === text.toUpperCase() ? text.toLowerCase() : text
  const adjectives = /^(?:\s+\p{Ll}[\p{L}-]*){1,3}(?=,|\s\()/u.exec(cased.slice(end))
  if (adjectives !== null && !joiner.test(adjectives[0].trimStart())) end += adjectives[0].length
  // "Ingeniería Superior en Caminos", "Baccalauréat professionnel Commerce"
  const gap = /^\s+/u.exec(text.slice(end))?.[0].length ?? 0
  const rank = gap === 0 ? 0 : Degrees.rankEnd(text.slice(end + gap))
  if (rank > 0 && /^\s+(?:(?:[EeIi][NnMm]|[Dd][EeIi])\s|\p{Lu}|[–—-]\s)|^,\s/u.test(text.slice(end + gap + rank))) end += gap + rank
  // "Bachelor of Design in Visual Communication"
  const before = (/\bof$/iu.test(text.slice(0, end)) ? /^\s+(?:\p{Lu}[\p{L}]+\s){1,3}(?=in\s)/u : /^\s+of\s+(?:\p{Lu}[\p{L}]+\s){1,3}(?=in\s)/u).exec(text.slice(end))
  if (before !== null) end += before[0].length
  // "Diplôme de formation approfondie en sciences médicales", "Diplôme d’État de docteur en pharmacie"
  const kind = /^\s+(?:(?:de|di|da|of)\s+)?(?!(?:en|in|em|with|major\p{L}*|speciali[sz]\p{L}*)\s)(?:\p{Ll}[\p{L}-]*\s){1,2}(?=(?:en|in|em)\s)/u.exec(cased.slice(end))
  if (kind !== null) end += kind[0].trimEnd().length
  const rest = text.slice(end)
  if (hasNoSubject(text.slice(0, end), rest)) return { degree: Degrees.isLeaving(text) ? text.slice(0, end).trim() : text, field: null }
  // "Technik mechanik" names the trade behind the degree.
  const trade = /^(technik)\s+(\p{Ll}[\p{L} -]+)$/iu.exec(text)
  if (trade?.[1] !== undefined && trade[2] !== undefined) return { degree: trade[1], field: trade[2] }
  // "Maturità artistica": an adjective without "in" or a comma is part of the degree.
  if (/^\s+\p{Ll}[\p{L}-]*(?:\s+\p{Ll}[\p{L}-]*)?$/u.test(rest) && !joiner.test(rest.trimStart())) return { degree: text, field: null }
  const degree = text.slice(0, end).trim().replace(leading, "")
  // "Baccalauréat général (spé maths)"
  if (adjectives !== null && /^\s*\([^()]*\)$/u.test(rest)) return { degree, field: null }
  const named = /^(\p{Lu}\p{L}+) (?:zum|zur|als) (\p{Lu}.+)$/u.exec(degree)
  if (named?.[1] !== undefined && named[2] !== undefined && rest.trim() === "") return { degree: named[1], field: named[2] }
  // "DCG (Diplôme de comptabilité)": the letters, and what they stand for
  const meant = /^\s*\((.+)\)$/u.exec(rest)?.[1] ?? ""
  if (/^\p{Lu}{2,6}$/u.test(degree) && Degrees.score(meant) >= 0.9) return { degree, field: null }
  let field = subject(withoutMode(text.slice(end)).replace(openers, "")).replace(openers, "").trim()
  field = field.replace(/(?<=\p{Ll}{4})\.$/u, "")
  if (field.endsWith(")") && !field.includes("(")) field = field.slice(0, -1)
  const bracketed = /^(.+?)\s*\(([^()]+)\)$/u.exec(field)
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && Degrees.score(bracketed[2]) > 0.6) field = bracketed[1]
  else if (bracketed?.[1] !== undefined && isAside(bracketed[2] ?? "")) field = bracketed[1]
  // "Diplôme d’État de masseur-kinésithérapeute" is named after its profession, "Graduado en ESO" after another degree.
  const isName = /^\p{Ll}/u.test(field) && (/^\s+d[ei’']/u.test(rest) || /\sdi$/u.test(text.slice(0, end))) && Titles.score(field) >= 0.8 || field.split(" ").length === 1 && /^\p{Lu}{2,}$/u.test(field) && Degrees.score(field) >= 0.9
  if (isName) return { degree: text, field: null }
  return { degree, field: field === "" || !/\p{L}{2}/u.test(field) ? null : field }
}
