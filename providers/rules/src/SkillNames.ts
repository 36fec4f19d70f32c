/** Names of skills in a text that lists them, with the level that is said of each. */
import { Dates, Skills } from "@excv/lexicon"
import * as Items from "./Items.js"
import { withoutNoSkills } from "./NoSkills.js"
import { thingsIn, withoutLead } from "./SkillSayings.js"

/** Signs that rate. */
export const dots = /[●○★☆⬤◯■□▰▱█░▪▫◉◎⚫⚪]{3,}|(?:[●○★☆■□]\s?){3,}/u

/** "Office a nivel de usuario": that somebody uses it says no level. */
const used = /\s+(?:(?:a )?nivel (?:de )?usuari[oa]|a livello (?:di )?utente|a nível de utilizador|nível usuário|auf anwenderniveau|at user level)$/iu

const clean = (text: string): string => text.trim().replace(/^[\s•·\-–*]+|[\s.,;:]+$/gu, "").replace(used, "")

/** Before the dots of the next thing, where each thing has its own before it: "★★★★★ Triage ★★★☆☆ Excel". */
const beforeDots = /\s*[,;|•·]?\s+(?=[●○★☆⬤◯■□▰▱⚫⚪]{3})/u
const leadingDots = /^[●○★☆⬤◯■□▰▱⚫⚪]{3,}\s+\p{L}/u

/** Between what dots rate and the next thing. */
const behindDots = /(?<=[●○★☆⬤◯■□▰▱█░▪▫◉◎⚫⚪]{3})\s*[,;|•·]?\s*(?=\p{L})|[,;|]/u

/** Parts a skill from its level where only a gap does. */
export const levelSign = "\t"

export interface Named {
  readonly name: string
  readonly level: string | null
}

/** "Revit ottimo ●●●●●": the level as a word before its dots. */
const saidTwice = (text: string): Named | null => {
  const row = text.split(" ")
  const from = [row.length - 2, row.length - 1].find((at) => at > 0 && Skills.levelOf(row.slice(at).join(" ")) !== null)
  return from === undefined || Skills.knownCategory(text) !== null ? null : { name: row.slice(0, from).join(" "), level: row.slice(from).join(" ") }
}

const maxLevelWords = 3
/** "Advanced life support" is a thing of its own, as much else is in other trades. */
const ofPrograms: ReadonlySet<string | null> = new Set(["frontend", "backend", "database", "cloud", "devops", "data", "design", "office"])

/** "basic Excel", "basic knowledge of Clio": a program may have its level before it. */
const saidBefore = (text: string): Named | null => {
  const row = text.split(" ")
  for (let count = Math.min(maxLevelWords, row.length - 1); count > 0; count--) {
    const [level, name] = [row.slice(0, count).join(" "), row.slice(count).join(" ")]
    const named = /^(?:of|in|with|de|en|con|di|em|in|van|met|av|i|im|mit|z)\s(\p{Lu}.*)$/u.exec(name)?.[1]
    if (named !== undefined && Skills.levelOf(level) !== null) return { name: named, level }
    if (/^\p{Lu}/u.test(name) && Skills.levelOf(level) !== null && ofPrograms.has(Skills.knownCategory(name))) return { name, level }
  }
  return null
}

const isTool = (text: string): boolean => /^[\p{Lu}\d]/u.test(text) || Skills.knownCategory(text) !== null

/** "Maths mastery", "Ecografía básica", "Contabilità avanzata": a noun, or an adjective of the thing, is a part of its name. */
const ofName = /^(?:mastery|expertise|b[aá]sic[oa]s?|(?:di )?base|elementare|avan[zcç]ad[oa]s?|avanzat[oaie]|interm[eé]di[oa])$/iu

/** "SAP WM fortgeschritten", "Excel Grundkenntnisse": behind what is no tool, only a word that says a level and nothing else. */
const saidBare = (text: string): Named | null => {
  if (Skills.knownCategory(text) !== null) return null
  const found = saidTwice(text)
  if (found?.level == null) return saidBefore(text)
  const category = Skills.knownCategory(found.name)
  const isProgram = category !== null && ofPrograms.has(category)
  const isSure = isProgram || !ofName.test(found.level) && (category !== null || isTool(found.name) && /^\p{Ll}{7}/u.test(found.level))
  return isSure ? found : saidBefore(text)
}

/** "4 years", "less than 1 year", "5+ Jahre" */
const isTime = (text: string): boolean => Dates.isDuration(text.replace(/^\D{0,14}(?=\d)/u, "").replace("+", ""))

/** "Python (Expert)", "Python – 80 %", "Python ●●●○○". */
const withLevel = (text: string): Named => {
  const [name = "", ...said] = text.split(levelSign)
  if (said.length > 0) return { name: name.replace(/[\s:–—-]+$/u, "").trim(), level: said.join(" ").trim() }
  const shown = dots.exec(text)
  // Signs alone are nothing that a reader could search for: they are claimed with the name before them.
  if (shown?.index === 0) return { name: text.slice(shown[0].length).trim(), level: text.trim() }
  if (shown !== null) {
    const name = text.slice(0, shown.index).replace(/[\s:–—-]+$/u, "").trim()
    return saidTwice(name) ?? { name, level: text.trim() }
  }
  const bracketed = /^(.+?)\s*\(([^()]+)\)$/u.exec(text)
  // "Dementia care (4 years)": for how long is no part of the name.
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && isTime(bracketed[2])) return { name: bracketed[1], level: null }
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined && Skills.levelOf(bracketed[2]) !== null) return { name: bracketed[1], level: bracketed[2] }
  const parted = /^(.+?)\s*(?:[:–—]|\s-)\s*([^:–—]+)$/u.exec(text)
  if (parted?.[1] !== undefined && parted[2] !== undefined && isTime(parted[2])) return { name: parted[1], level: null }
  if (parted?.[1] !== undefined && parted[2] !== undefined && Skills.levelOf(parted[2]) !== null) return { name: parted[1], level: parted[2] }
  const percent = /^(.+?)\s+(\d{1,3}\s?%|\d{1,2}\/(?:5|10))$/u.exec(text)
  return percent?.[1] !== undefined && percent[2] !== undefined ? { name: percent[1], level: percent[2] } : saidBare(text) ?? { name: text, level: null }
}

const conjunctions = /^(.+?)\s+(?:and|und|et|y|e|i|en|och|oraz)\s+(.+)$/u

/** "Record keeping, Medication rounds and Fire safety": where things begin with capitals, a capital behind the word begins another; in German each noun has one. */
const isCapital = (items: ReadonlyArray<string>, behind: string): boolean =>
  items.length > 2 && !/\sund\s/u.test(items.at(-1) ?? "") && [...items, behind].every((item) => /^\p{Lu}\p{Ll}/u.test(item))

const lastParted = (items: ReadonlyArray<string>): ReadonlyArray<string> => {
  const last = items.at(-1)
  if (items.length < 2 || last === undefined || Skills.knownCategory(last) !== null) return items
  const leading = /^(?:and|und|et|y|e|i|en|och|oraz)\s+(.+)$/u.exec(last)
  if (leading?.[1] !== undefined) return [...items.slice(0, -1), leading[1]]
  const parted = conjunctions.exec(last)
  if (parted?.[1] === undefined || parted[2] === undefined) return items
  if (isCapital(items, parted[2])) return [...items.slice(0, -1), parted[1], parted[2]]
  // "Research and development" may be the second of two; "Farmatic, Nixfarma and Excel" are three.
  // "Formwork and rebar, …, level and total station": other things are two in one as well.
  if (items.slice(0, -1).some((item) => conjunctions.test(item)) && [parted[1], parted[2]].every((name) => Skills.knownCategory(name) === null)) return items
  // "Discreet, thorough and calm"
  const areWords = !parted[1].includes(" ") && !parted[2].includes(" ")
  const areThree = items.length > 2 ? last.split(" ").length <= 5 : areWords || isTool(parted[1]) && isTool(parted[2])
  return areThree ? [...items.slice(0, -1), parted[1], parted[2]] : items
}

/** The end of a sentence within a list: "…, sewing. Also driving"; shorter words before the dot are abbreviated unless words in small letters follow. */
const sentenceEnd = /(?<=\p{Ll}{5}|\))\.\s+(?=\p{Lu})|(?<=\p{Ll})\.\s+(?=\p{Lu}\p{Ll}+\s\p{Ll}{2,}\s)/u

/** "I work well with Excel": what the words that begin a sentence lead to. */
const objectOf = (text: string): string => {
  const row = text.split(" ")
  const from = row.findLastIndex((word, at) => at > 0 && /^\p{Ll}/u.test(word)) + 1
  return from > 1 && from < row.length && !row[from]?.startsWith("(") ? row.slice(from).join(" ") : text
}

const maxToolWords = 3

/** "Excel every day", "et je me sers d'Excel": the known names amid small words. */
const toolsAmid = (text: string): ReadonlyArray<string> => {
  const row = text.replace(/(?<=\s)[dl]['’](?=\p{Lu})/gu, "").split(" ")
  if (Skills.knownCategory(text) !== null || row.every((word) => !/^\p{Ll}/u.test(word))) return []
  const found: Array<string> = []
  for (let at = 0; at < row.length;) {
    const windows = Array.from({ length: maxToolWords }, (_, count) => row.slice(at, at + maxToolWords - count).join(" "))
    const name = windows.find((one) => /^\p{Lu}/u.test(one) && !/\s\p{Ll}/u.test(one) && Skills.knownCategory(one) !== null)
    if (name !== undefined) found.push(name)
    at += name?.split(" ").length ?? 1
  }
  return found
}

/** "Lavoro bene con Excel": how somebody works with it is no level. */
const manner = /^(?:well|good|gut|bien|bene|bem|bra|goed|dobrze)$/iu

/** Words of a clause that say a level, as from and to: the last ones. */
const levelIn = (row: ReadonlyArray<string>): readonly [number, number] | null => {
  for (let at = row.length - 1; at >= 0; at--) {
    if (at > 0 && Skills.levelOf(row.slice(at - 1, at + 1).join(" ")) !== null) return [at - 1, at + 1]
    // "Notion" is a program, and a little knowledge in French.
    if (!manner.test(row[at] ?? "") && Skills.levelOf(row[at] ?? "") !== null && Skills.knownCategory(row[at] ?? "") === null) return [at, at + 1]
  }
  return null
}

/** Names are written with capitals, word by word; what a sentence begins with may be one. */
const nameRuns = (row: ReadonlyArray<string>, isFree: (at: number) => boolean): ReadonlyArray<string> => {
  const runs = row.reduce<ReadonlyArray<ReadonlyArray<string>>>((done, word, at) =>
    isFree(at) && /^\p{Lu}./u.test(word) ? [...done.slice(0, -1), [...done.at(-1) ?? [], word]] : [...done, []], [[]])
  return runs.filter((run) => run.length > 0).map((run) => run.join(" "))
}

/** "in LibreOffice Base noch Anfängerin": known names amid small words, with what is said of how well they are known; none where other names stand among them. */
const saidAmid = (text: string): ReadonlyArray<Named> => {
  const row = text.split(" ").filter((word) => word !== ""), level = levelIn(row)
  if (level === null || row.every((word) => !/^\p{Ll}/u.test(word))) return []
  const [from, to] = level
  const isKnown = (name: string) => toolsAmid(`in ${name}`).length > 0
  const names = nameRuns(row, (at) => (at < from || at >= to) && (at > 0 || isKnown(row[0] ?? "")))
  return names.every(isKnown) ? names.map((name) => ({ name, level: row.slice(from, to).join(" ") })) : []
}

/** "and I am at home with mail merge": the words before what a further clause names. */
const clause = /^(?:and|et|und|y|e|i|en|och|oraz)\s(?:I|je|ich|io|eu|yo|ik|jag)\s.*\s(?:with|in|using|avec|mit|con|com|met|med)\s/u

/** The things that a sentence names: "I use WordPress, InDesign and Premiere Pro." */
const fromSentence = (pieces: ReadonlyArray<string>): ReadonlyArray<string> =>
  pieces.flatMap((piece, at) => {
    const [, one = "", other = ""] = conjunctions.exec(piece) ?? []
    const first = at === 0 ? objectOf(one) : one
    const things = isTool(first) && isTool(other) ? [first, other] : [at === 0 ? objectOf(piece) : piece.replace(clause, "")]
    return things.map((thing) => toolsAmid(thing)[0] ?? thing)
  })

const maxClauseWords = 10

/** A sentence, not a list that ends with a dot: it begins with words in small letters that lead to a name. */
const isSentence = (sentence: string, first: string): boolean =>
  /[.!]$/.test(sentence.trim()) && (saidAmid(first).length > 0 || [first, conjunctions.exec(first)?.[1] ?? first].some((text) => objectOf(text) !== text)) && first.split(" ").length <= maxClauseWords

/** "Sehr gute Kenntnisse in Word und Excel": what is said first holds for the things up to the last one that a word joins. */
const leadingLevel = /^(\p{Lu}\p{L}+(?:\s\p{Ll}+){0,3}(?:\s\p{L}+)?)\s(?:in|im|mit|of|with|de|en|con|di|em|de|in|van|met|av|i)\s(?=\p{Lu})/u

const led = (line: string): ReadonlyArray<Named> | null => {
  const level = leadingLevel.exec(line)?.[1] ?? ""
  if (Skills.levelOf(level) === null) return null
  const pieces = Items.cutAt(line.slice(leadingLevel.exec(line)?.[0].length ?? 0), Items.signLength(false)).map((piece) => clean(piece.text))
  const joint = pieces.findIndex((piece) => conjunctions.test(piece))
  return pieces.flatMap((piece, at) => {
    const [, one, other] = at === joint ? conjunctions.exec(piece) ?? [] : []
    const names = one === undefined || other === undefined ? [piece] : [one, other]
    return names.map(withLevel).map((named) => (named.level === null && (joint < 0 || at <= joint) ? { ...named, level } : named))
  })
}

/** "Excel avançado | Power BI básico | Zarbing avançado": where most have their level behind them, what ends with one is no name. */
const levelledAlike = (pieces: ReadonlyArray<string>): ReadonlyArray<Named> => {
  const found = pieces.map(withLevel), levelled = found.filter(({ level }) => level !== null).length
  return levelled > 1 && levelled * 2 >= found.length ? found.map((named) => (named.level === null ? saidTwice(named.name) ?? named : named)) : found
}

/** "Java – 8 years", "Java – expert": how well or for how long, not another thing. */
const saysHow = (text: string): boolean => Skills.levelOf(text) !== null || isTime(text)

const unbracketed = (line: string): string => line.replace(/\([^()]*\)/g, "")

const listed = (line: string): ReadonlyArray<Named> => {
  const before = led(line) ?? thingsIn(line)?.map(withLevel) ?? null
  if (before !== null) return before
  const bare = unbracketed(line)
  const isDashed = !/[,;|•·]/.test(bare) && !line.includes(levelSign) && (bare.match(/\s[–—/-]\s/g) ?? []).length > 0 && !saysHow(line.split(/\s[–—/-]\s/).at(-1) ?? "")
  const pieces = Items.cutAt(withoutLead(line), Items.signLength(isDashed)).map((piece) => clean(piece.text)).filter((piece) => piece !== "")
  if (isSentence(line, pieces[0] ?? "")) {
    const said = pieces.map(saidAmid)
    if (said.some((names) => names.length > 0)) return pieces.flatMap((piece, at) => (said[at]?.length ? said[at] : fromSentence([piece]).map(withLevel)))
    return fromSentence(pieces).map(withLevel)
  }
  return levelledAlike(bare.includes(",") ? lastParted(pieces) : pieces)
}

/** The things that a text lists. */
export const namesIn = (text: string): ReadonlyArray<Named> =>
  text.split("\n").flatMap((line) => {
    // Dots that show a level are no separators, but what follows them is another thing.
    if (dots.test(line)) return line.split(leadingDots.test(line) ? beforeDots : behindDots).map(clean).filter((piece) => piece !== "").map(withLevel)
    return withoutNoSkills(line).split(sentenceEnd).flatMap((sentence, at, { length }) => listed(at < length - 1 ? `${sentence}.` : sentence))
  }).filter(({ name }) => /[\p{L}]/u.test(name))
