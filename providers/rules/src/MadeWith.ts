/** What a project was made with, where a label or its description says so: "Mit: Revit, Plaxis", "built with Python and Telegram.", "Auswertung in R." */
import { Dates, Skills } from "@excv/lexicon"
import type { Resume } from "@excv/schema"
import * as SkillNames from "./SkillNames.js"

const technologies = /^(?:technolog\p{L}*|software(?: used| eingesetzt)?|languages? used|tools?(?: used)?|tech(?: |-)?stack|stack(?: technique)?|(?:built|made|written|done) (?:with|in)|used|using|with|tecnolog\p{L}*|teknik(?:er)?|outils|herramientas|strumenti|ferramentas|werkzeuge|verktyg|hulpmiddelen|technieken|narzędzia i technologie|instrumenten|recursos|eingesetzt(?:e \p{L}+)?|mit|mittel|avec|réalisé avec|logiciels|con|hecho con|medios|realizzato con|com|feito com|meios|met|gemaakt met|gebruikt|med|gjort med|użyte|z użyciem|gebruikte technologieën|narzędzia|environnement(?: technique)?|skills|kompetenzen|kenntnisse|keywords)(?:\s*:\s*|\s+[–-]\s+)/iu

/** "Hardware: Arduino, Raspberry Pi": a label no list has, before known tools. */
const labelled = /^\p{Lu}[\p{L} ]{1,22}:\s+/u

const maxWords = 3
/** share of its items that are known: the others are tools no list has */
const knownShare = 0.5

const isTool = (name: string): boolean => {
  const category = Skills.knownCategory(name)
  return category !== null && !untold.has(category)
}

/** Categories of what people can do, not of what they work with. */
const untold: ReadonlySet<Resume.SkillCategory> = new Set(["soft", "management", "marketing", "finance", "healthcare", "domain"])

const areTools = (names: ReadonlyArray<string>): boolean =>
  names.length > 0 && names.every((name) => name.split(" ").length <= maxWords) && names.filter(isTool).length >= names.length * knownShare

/** The list behind a label, or null where the text has none. */
export const listIn = (text: string): string | null => {
  const label = technologies.exec(text) ?? labelled.exec(text)
  if (label === null) return null
  const list = text.slice(label[0].length)
  return technologies.test(text) || areTools(SkillNames.namesIn(list).map(({ name }) => name)) ? list : null
}

export interface Parted {
  readonly text: string
  readonly names: ReadonlyArray<string>
}

const address = /(?<=^|\s)\(?(?:https?:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/)\S+$/iu

/** Without the address, and the date before it, that a text ends with. */
const withoutFacts = (text: string): string => {
  const bare = text.replace(address, "").trimEnd()
  const date = Dates.find(bare).at(-1)
  return date !== undefined && /^\W*$/u.test(bare.slice(date.end)) && /[.;]\s*$/.test(bare.slice(0, date.start)) ? bare.slice(0, date.start).trimEnd() : bare
}

/** "A job queue in 300 lines. Go, Redis.": the tools at the end of a text, and the text without them. */
export const parted = (written: string): Parted => {
  const text = withoutFacts(written)
  const [, before = "", last = ""] = /^(|.*?[.!?)])\s*(?<=^|\s)([^.!?()]+)\.?$/su.exec(text) ?? []
  const names = SkillNames.namesIn(last).map(({ name }) => name)
  return last !== "" && names.length > 1 && areTools(names) ? { text: before.trim(), names } : { text, names: [] }
}

const name = "[\\p{Lu}\\d][\\p{L}\\d.+#/-]*(?: [\\p{Lu}\\d][\\p{L}\\d.+#/-]*){0,2}"
const and = "(?:and|und|et|y|e|ed|en|och|oraz|i|&)"
const leads = "with|using|in|on|via|mit|mithilfe von|unter|avec|sous|en|con|usando|mediante|com|em|met|w|na|za pomocą|przy użyciu|z|i|med|med hjälp av"
/** Names behind a preposition, up to the end of their sentence. */
const behind = new RegExp(`(?<verb>\\p{L}+)\\s+(?:${leads})\\s+(?<list>${name}(?:,\\s+${name})*(?:,?\\s+${and}\\s+${name})?)(?=\\s*(?:[.;)]\\s*$|[.;)]\\s|$))`, "gu")
const parts = new RegExp(`,\\s+|,?\\s+${and}\\s+`, "u")

/** Words for making something, by how they begin. */
const making = /^(?:built|build|made|written|wrote|developed|created|coded|programmed|implemented|gebaut|umgesetzt|geschrieben|entwickelt|programmiert|erstellt|réalisé|développé|créé|codé|écrit|hech[oa]|desarrollad|cread|programad|realizzat|sviluppat|creat|scritt|feit|desenvolvid|criad|gebouwd|gemaakt|ontwikkeld|geschreven|zbudowan|napisan|stworzon|wykonan|bygg|gjor|skriv|utveckla)/iu

/** The tools that sentences name. */
export const namesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(behind)].flatMap(({ groups }) => {
    const names = (groups?.list ?? "").split(parts).map((one) => one.replace(/\.$/u, "").trim()).filter((one) => /^[\p{Lu}\d]/u.test(one))
    return areTools(names) || making.test(groups?.verb ?? "") && names.some(isTool) ? names : []
  })
