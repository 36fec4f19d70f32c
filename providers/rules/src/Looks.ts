/** What a piece of text looks like to each slot of an entry: scores from the lexicon, above 0 speaks for it. */
import { Companies, Degrees, Fold, Places, Titles } from "@excv/lexicon"

const wordCount = (text: string): number => text.split(/\s+/).length

const startsLikeName = (text: string): boolean => /^[\p{Lu}\p{N}'’"„«(]/u.test(text) || /^(?:de|van|von|the|le|la|el|al|i|e|n)\b/iu.test(text)

/** "Talleres Hnos. Vilariño" is short for brothers, "Prof. Marta" for a rank: no end of a sentence. */
const short = /(?<!\p{L})(?:hnos|bros|gebr|hdos|fdez|hdez|inst|univ|dept|assoc|soc|cía|cia|ltda|profa?|mons|dott|capt|dipl|fund|coop|hosp|sucs|intl|corp|geom|arch|avv|rag|nachf|städt|kath|prov|munic|przeds|zakł)\./giu

const isSentence = (text: string): boolean => /\p{Ll}{3}\. \p{Lu}\p{Ll}/u.test(text.replace(short, "")) || /[.;!?]$/.test(text) && wordCount(text) > 6 || wordCount(text) > 14

/** "Berufsausbildung." ends as names and titles do not. */
const ending = (text: string): number => (/\p{Ll}{4}\.$/u.test(text) ? Companies.score(text) === 1 ? 0.2 : 0.9 : 0)

const remote = /^(?:100 ?% )?(?:remote|hybrid|home[ -]?office|télétravail|remoto|à distance|teletrabajo|da remoto|zdalnie|distans|op afstand)$/iu

/** Half a pair of brackets, as between the grades of subjects: "B), Physics (C". */
const isBroken = (text: string): boolean => /^[^(]*\)/u.test(text) || /\([^)]*$/u.test(text)

/** "Fargo, ND." ends a sentence, "St." is short for something. */
const closed = /(?<=\p{L}{2}|\))\.$/u

/** A part of an employer, no place: "Abteilung Einkauf". */
const unit = /^(?:fachgebiet|fachbereich|abteilung|lehrstuhl|institut|bereich|sektion|station|gruppe|team|department|dept|division|faculty|unit|ward|group|service|servicio|unité|unidad|reparto|unità|unidade|serviço|afdeling|dział|wydział|oddział|avdelning|enhet)(?!\p{L})/iu

const fewWords = /^\p{Lu}[\p{L}'’-]+\.?(?: \p{Ll}{1,5})?(?: [\p{L}][\p{L}'’.-]+)?$/u

/** "Lisbon", "Egmond aan Zee": written as the name of a town may be. */
export const isTown = (text: string): boolean => fewWords.test(text) && !unit.test(text)

export const place = (written: string): number => {
  const text = written.replace(closed, "")
  // "S. L., Utebo": a place does not begin with the legal form of a firm.
  // "Courier (van)": no name of a town begins so.
  if (isBroken(text) || /^\p{Lu}\. ?\p{Lu}\.(?:,|$)/u.test(text) || /^\p{Ll}[^\p{Lu}]*$/u.test(text) && !remote.test(text.trim())) return -1.5
  if (wordCount(text) > 8 || /\d/.test(text.replace(/\b\d{4,6}\b|\(\d{2,3}\)$|(?<=\p{L}) \d{1,2}(?:er|e|ème)$/gu, ""))) return -1
  if (remote.test(text.trim())) return 0.7
  const found = Places.parse(text)
  // A village that no list knows: what stands at its place in other entries decides.
  const isName = /^(?:[AO] )?\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]+){0,2}$/u.test(text) && Titles.score(text) < 0.3 && Companies.score(text) < 0.3
  return found === null ? (isName ? -0.4 : -1) : found.certainty * 2.2 - 1.2
}

/** A place without the dot of a sentence, and without how somebody worked there. */
export const bare = (text: string): string =>
  Places.endsInShortRegion(text) ? text : text.replace(/(?<=\p{L}{2}|\))\.$|\s*\(\p{Ll}[^()]*\)$/u, "")

/** "Mid-size consultancy, 60 staff" */
const staff = /\d\+? (?:staff|employees|people|beds|mitarbeiter\p{L}*|beschäftigte|salariés|collaborateurs|empleados|trabajadores|dipendenti|addetti|funcionários|colaboradores|trabalhadores|medewerkers|pracowników|osób|anställda)(?!\p{L})/iu

const size = new RegExp(`${staff.source}$`, "iu")

/** What an employer is, and how many work there. */
export const isSize = (text: string): boolean => /\d/.test(text) && size.test(text) && wordCount(text) <= 8

/** "équipe de 14 techniciens" says how many, not who. */
const isCount = (text: string): boolean => /^\p{Ll}.*\d/u.test(text) || staff.test(text)

/** "Harbour Property Lawyers", "Weiß Architekten": who is called by the plural of a profession, and by no title besides, is a firm. */
const isFirm = (text: string): boolean => {
  const rest = Companies.besideFirm(text)
  return rest !== null && Titles.score(rest) < 0.6
}

/** "Carlton — Barista": what stands before a dash is no part of the title behind it, where it says nothing of one. */
const isBehindTown = (text: string): boolean => {
  const [, before = "", behind = ""] = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s[–—]\s(.+)$/u.exec(text) ?? []
  return before !== "" && Titles.score(before) < 0.1 && Titles.score(behind) >= 0.75
}

/** "Test coordinator (freelance)": what stands in brackets says how, not where. */
const unbracketed = (text: string): string => text.replace(/(?<=\p{L}) \(\p{Ll}[^()]*\)$/u, "")

export const title = (text: string): number => {
  if (isSentence(text) || isCount(text) || isFirm(text)) return -1.5
  const score = Titles.score(text)
  const company = Companies.score(unbracketed(text))
  return -ending(text) - (isBehindTown(text) ? 0.6 : 0) + (startsLikeName(text) ? 0.2 : -0.3) + score * 1.6 - (company > 0.9 ? 1 : company > 0.6 && score < 0.8 ? 0.5 : 0) -
    (place(text) > 0.5 ? 0.7 : 0) - Math.max(0, wordCount(text) - 8) * 0.2
}

/** "Dayton, OH": the letters of a state name no employer. */
const isState = (text: string): boolean => /^\p{Lu}{2}$/u.test(text) && Places.countriesOfRegion(text).length > 0

export const company = (text: string): number => {
  if (isSentence(text) || staff.test(text) || isState(text)) return -1.5
  const isOfFirm = isFirm(text)
  const named = unbracketed(text)
  const score = isOfFirm ? 0.9 : Companies.score(named) - (/^\p{Ll}[^\p{Lu}]*$/u.test(named) ? 0.4 : 0)
  return -ending(text) + (startsLikeName(text) ? 0.3 : -0.2) + score * 1.2 - (!isOfFirm && Titles.score(text) > 0.6 ? 1.1 * (1 - score * 0.7) : 0) -
    (score < 0.6 && place(text) > 0.5 || endsInTown(text) ? 0.8 : 0) - Math.max(0, wordCount(text) - 7) * 0.15
}

/** The "school" of a "High School Diploma" is none. */
const withoutDegrees = (text: string): string => {
  const row = Fold.words(text)
  const long = Degrees.find(row).filter(({ from, next }) => next - from > 1)
  return long.length === 0 ? text : row.filter((_, index) => !long.some(({ from, next }) => from <= index && index < next)).join(" ")
}

/** "Army Apprenticeship Centre" is a place, whatever is taught there. */
/** "Museo Civico – Torino" is a body and a town. */
const endsInTown = (text: string): boolean => {
  const end = /\s[–—-]\s([^–—]+)$/u.exec(text)?.[1]
  return end !== undefined && (Places.parse(end)?.certainty ?? 0) > 0.8
}

const isCentre = (text: string): boolean => /^(?:centro|centre|zentrum|centrum|ośrodek|campus) (?:de |d['’]|di |do |da |für |voor )?\p{Lu}|(?:(?:cent(?:er|re)|zentrum|centrum|centro)\.?|(?<=\p{L}{4})(?:zentrum|centrum) \p{Lu}[\p{L}-]+)$/iu.test(text)

export const institution = (text: string): number => {
  if (isSentence(text) || !/\p{L}{2}/u.test(text)) return -1.5
  const score = Math.max(Companies.institutionScore(withoutDegrees(text)), Companies.score(text) * 0.6, isCentre(text) ? 0.8 : 0)
  // What commas part holds the subject before the school and the town behind it more often than one name.
  const pieces = text.split(",")
  const commas = pieces.length - 1
  const isLater = commas > 0 && Companies.institutionScore(pieces[0] ?? "") === 0 && !isFirm(pieces[0] ?? "") && (Companies.institutionScore(pieces[1] ?? "") >= 0.9 || isCentre(pieces[1] ?? ""))
  return -ending(text) - commas * 0.1 - (isLater ? 0.9 : 0) + (startsLikeName(text) ? 0.25 : -0.2) + score * 1.5 - (Degrees.score(text) > 0.9 && score < 0.9 && !isCentre(text) ? 1 : 0) -
    (score < 0.5 && place(text) > 0.5 || endsInTown(text) ? 0.8 : 0) - (grade(text) > 0.4 ? 0.8 : 0)
}

/** What was written for a degree is none. */
const isThesis = /^(?:(?:diplom|master|bachelor|abschluss|magister|doktor)-?arbeit|dissertation|(?:master['’]?s |bachelor['’]?s |doctoral )?thesis|tesi|tesis|tese|mémoire|scriptie|examensarbete|praca (?:magisterska|dyplomowa|licencjacka|inżynierska))(?!\p{L})/iu

/** "Faculty of Law", "Wydział Budownictwa": a part of a university, called by its subject. */
export const faculty = /^(?:faculty|school|department|dept\.?) of (?=\p{Lu})|^(?:fakultät|fachbereich|institut|fakulteten|institutionen) (?:für |för )?(?=\p{Lu}|[a-zåäö]{5})|^facult[ée] (?:de |des |d['’])|^(?:facultad|faculdade|facoltà|faculteit|dipartimento|departamento) (?:der |de |di |do |da )?(?=\p{L}{3})|^(?:wydział) (?=\p{L})/iu

/** "Eidg. Fähigkeitszeugnis", "Staatl. geprüfter Techniker" */
const officially = /(?<!\p{L})(eidg|staatl|gepr|allg|eidgen)\./giu

export const degree = (written: string): number => {
  const text = written.replace(officially, "$1")
  if (isThesis.test(text) || faculty.test(text) && Degrees.score(text) < 0.7) return -1.5
  const score = Degrees.score(text)
  const isNamed = score >= 0.9 && wordCount(text) <= 12 && !/(?<!(?<!\p{L})(?:[Ii]nż|[Mm]gr|[Ll]ic|[Uu]niv|[Dd]ipl|[Hh]ons|incl))(?<=\p{Ll}{3})\. \p{Lu}/u.test(text)
  if (!isNamed && isSentence(text) || Degrees.obtainedStart(text) >= 0 || Degrees.isRemark(text) || !/\p{L}.*\p{L}/u.test(text)) return -1.5
  const school = Companies.institutionScore(text)
  // "DMA": letters that stand for a degree no list has, where nothing else of the entry is one.
  const isShort = score === 0 && school === 0 && /^\p{Lu}{3,5}$/u.test(text)
  return (isShort ? 0.4 : 0) + (Degrees.isOfSchool(text) ? 0.05 : 0) - ending(text) + (startsLikeName(text) ? 0.2 : -0.2) + score * 1.6 - (school > 0.6 && score < 0.9 || isCentre(text) ? 1 : 0) - (place(text) > 0.5 ? 0.8 : 0) - (grade(text) > 0.4 ? 0.8 : 0) -
    Math.max(0, wordCount(text) - 10) * 0.15
}

/** What is said beside a degree. */
export const remark = (text: string): number => (Degrees.isRemark(text) && wordCount(text) <= 8 ? 1.9 : -1.5)

export const grade = (text: string): number => {
  // "B.A. (Honours)" names a degree.
  if (wordCount(text) > 8 || /^hon(?:ou?r)?s\.?$/iu.test(text)) return -1
  return Degrees.gradeScore(text) * 1.8 - 0.9 - (Degrees.score(text) > 0.6 && !/\d/.test(text) ? 0.5 : 0)
}
