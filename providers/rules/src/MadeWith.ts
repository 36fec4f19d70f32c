/** What a project was made with, where a label or its description says so: "Mit: Revit, Plaxis", "Made with Svelte", "built with Python and Telegram.", "Auswertung in R." */
import { Dates, Labels, Skills, ToolLabels } from "@excv/lexicon"
import type { Resume } from "@excv/schema"
import * as SkillNames from "./SkillNames.js"

const maxWords = 3
/** share of names that are known: the others are tools no list has */
const knownShare = 0.5

/** Categories of what people can do, not of what they work with. */
const untold: ReadonlySet<Resume.SkillCategory> = new Set(["soft", "management", "marketing", "finance", "healthcare", "domain"])

export const isTool = (name: string): boolean => {
  const category = Skills.knownCategory(name)
  return category !== null && !untold.has(category)
}

const areShort = (names: ReadonlyArray<string>): boolean => names.length > 0 && names.every((name) => name.split(" ").length <= maxWords)

/** Short names, half of them of known tools. */
export const areTools = (names: ReadonlyArray<string>): boolean => areShort(names) && names.filter(isTool).length >= names.length * knownShare

/** At the end of a text; "Node.js" is none. */
const address = /(?:\s+[–—|·-]\s+)?(?<=^|\s)\(?(?:https?:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/|[a-z0-9-]+(?:\.[a-z0-9-]+)+\.[a-z]{2,}$)\S*$/iu

export const withoutAddress = (text: string): string => text.replace(address, "").trimEnd()

const and = "(?:and|und|et|y|e|ed|en|och|oraz|i|&)"
const two = new RegExp(`^([\\p{Lu}\\d]\\S*(?: \\S+)?) ${and} ([\\p{Lu}\\d]\\S*(?: \\S+)?)$`, "u")

const namesOf = (list: string): ReadonlyArray<string> => {
  const names = SkillNames.namesIn(withoutAddress(list).replace(/\.$/, "")).map(({ name }) => name)
  return names.flatMap((name) => (names.length > 1 || Skills.knownCategory(name) !== null ? [name] : two.exec(name)?.slice(1) ?? [name]))
}

/** Words for making something, by how they begin. */
const making = "built|build|made|written|wrote|developed|created|coded|programmed|implemented|gebaut|umgesetzt|geschrieben|entwickelt|programmiert|erstellt|realisiert|réalisé|développé|créé|codé|écrit|conçu|fait|hech[oa]|desarrollad|cread|construid|programad|realizzat|sviluppat|creat|scritt|fatt[oa]|feit|desenvolvid|criad|gebouwd|gemaakt|ontwikkeld|geschreven|zbudowan|napisan|stworzon|wykonan|zrobion|bygg|gjor|skriv|utveckla"
const leads = "with|using|in|on|via|mit|mithilfe von|unter|avec|sous|en|con|usando|mediante|com|em|met|w|na|za pomocą|przy użyciu|z|i|med|med hjälp av"

/** "Built with", "Hecho con": at the beginning of a text, of what it was made with. */
const led = new RegExp(`^(?:${making})\\p{L}*\\s+(?:${leads})\\s+`, "iu")
/** A list alone may follow no more than a word. */
const leadWord = /^(?:with|using|mit|avec|con|usando|com|met|med)\s+/iu
const labelled = /^(\p{L}[\p{L} /&-]{1,30}?)(?:\s*:\s+|\s+[–-]\s+)/u

/** Labels, in small letters, that stand before known tools elsewhere. */
export type Taught = ReadonlySet<string>
const untaught: Taught = new Set()

interface Lead {
  readonly label: string
  readonly list: string
}

/** "Hardware: Arduino", "Mit – Revit": a label and what it names, or "Made with Svelte"; null for a text without. */
const leadIn = (text: string): Lead | null => {
  const [whole = "", label = ""] = labelled.exec(text) ?? []
  if (ToolLabels.is(label) || /^\p{Lu}.*:/u.test(whole) && Labels.slotOf(label) !== "title") return { label: label.toLowerCase(), list: text.slice(whole.length) }
  const lead = (led.exec(text) ?? leadWord.exec(text))?.[0]
  return lead === undefined ? null : { label: lead.trim().toLowerCase(), list: text.slice(lead.length) }
}

/** "[Python, XML]" */
const boxed = /^\[([^[\]]+)\]$/u

/** Written with a capital or a digit somewhere, as tools are: "TEI XML, eXist-db". */
const areNamed = (names: ReadonlyArray<string>): boolean => names.length > 1 && names.every((name) => /[\p{Lu}\d]/u.test(name))

/** The names behind a label or a lead at the beginning of a text, or in a box of their own, or null where it has none. */
export const listIn = (text: string, taught: Taught = untaught): ReadonlyArray<string> | null => {
  const box = boxed.exec(text)?.[1]
  if (box !== undefined) return areShort(namesOf(box)) ? namesOf(box) : null
  const lead = leadIn(text)
  if (lead === null) return null
  const names = namesOf(lead.list)
  const isLed = ToolLabels.is(lead.label) && labelled.test(text) || taught.has(lead.label) && areShort(names) || led.test(text) && areShort(names) && (areNamed(names) || names.some(isTool))
  return names.length > 0 && (isLed || areTools(names)) ? names : null
}

/** Sentences, and addresses of the net between them. */
const sentencesOf = (text: string): ReadonlyArray<string> => text.split(/(?<=[.!?)])\s+(?=\p{Lu}|https?:|www\.|[a-z0-9-]+\.[a-z])/u)

/** The labels of a section: before known tools in one project, they stand before tools in the others. */
export const teach = (texts: ReadonlyArray<string>): Taught =>
  new Set(texts.flatMap(sentencesOf).flatMap((sentence) => {
    const lead = leadIn(sentence)
    return lead !== null && areTools(namesOf(lead.list)) ? [lead.label] : []
  }))

export interface Parted {
  readonly text: string
  readonly names: ReadonlyArray<string>
}

/** Without the address, and the date before it, that a text ends with. */
const withoutFacts = (text: string): string => {
  const bare = withoutAddress(text)
  const date = Dates.find(bare).at(-1)
  return date !== undefined && /^\W*$/u.test(bare.slice(date.end)) && /[.;]\s*$/.test(bare.slice(0, date.start)) ? bare.slice(0, date.start).trimEnd() : bare
}

/** "Site: tool.example.org." */
const isAddress = (sentence: string): boolean => {
  const [, said = ""] = /^(?:\p{L}[\p{L} ]{1,16}:\s*)?\(?((?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?)$/iu.exec(sentence.replace(/\)?\.?$/, "")) ?? []
  return said !== "" && !isTool(said) && /\.[a-z]{2,}(?:\/|$)/iu.test(said)
}

/** "A job queue in 300 lines. Go, Redis. github.com/me/queue": the tools at the end of a text, and the text without them. */
export const parted = (written: string, taught: Taught = untaught): Parted => {
  const sentences = sentencesOf(written)
  const last = sentences.at(-1) ?? ""
  const rest = written.slice(0, written.length - last.length).trimEnd()
  if (rest !== "" && isAddress(last)) return parted(rest, taught)
  const listed = listIn(last, taught)
  if (listed !== null) {
    const before = parted(rest, taught)
    return { text: before.text, names: [...before.names, ...listed] }
  }
  const text = withoutFacts(written)
  const [, told = "", inner = ""] = /^(.*\S)\s*\(([^()]+)\)\.?$/su.exec(text) ?? []
  if (inner !== "" && namesOf(inner).length > 1 && areTools(namesOf(inner))) return { text: told, names: namesOf(inner) }
  const [, before = "", end = ""] = /^(|.*?[.!?)])\s*(?<=^|\s)([^.!?()]+)\.?$/su.exec(text) ?? []
  const names = namesOf(end)
  return end !== "" && names.length > 1 && areTools(names) ? { text: before.trim(), names } : { text, names: [] }
}

const name = "[\\p{Lu}\\d][\\p{L}\\d.+#/-]*(?: [\\p{Lu}\\d][\\p{L}\\d.+#/-]*){0,2}"
/** Names behind a preposition, up to the end of their sentence. */
const behind = new RegExp(`(?<verb>\\p{L}+)\\s+(?:${leads})\\s+(?<list>${name}(?:,\\s+${name})*(?:,?\\s+${and}\\s+${name})?)(?=\\s*(?:[.;)]\\s*$|[.;)]\\s|$))`, "gu")
const parts = new RegExp(`,\\s+|,?\\s+${and}\\s+`, "u")
const isMaking = new RegExp(`^(?:${making})`, "iu")

/** The tools that sentences name. */
export const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(behind)].flatMap(({ groups }) => {
    const names = (groups?.list ?? "").split(parts).map((one) => one.replace(/\.$/u, "").trim()).filter((one) => /^[\p{Lu}\d]/u.test(one))
    return areTools(names) || isMaking.test(groups?.verb ?? "") && names.some(isTool) ? names : []
  })
