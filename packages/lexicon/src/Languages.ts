/** Human languages: their names in the languages read, and how well somebody speaks them. */
import type { Resume } from "@excv/schema"
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { fold, words } from "./Fold.js"
import type { Phrases } from "./Phrases.js"
import { compile, findAll } from "./Phrases.js"

const locales = ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ro", "hu", "tr"]

const codes = (
  "af am ar as az be bg bn bo br bs ca cs cy da de dv el en eo es et eu fa ff fi fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka " +
  "kk km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny om or pa pl ps pt qu rm rn ro ru rw sa sc sd se si sk sl sm sn so " +
  "sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz vi vo wa wo xh yi yo za zh zu fil yue gsw ast ber kab ceb hil haw nds lij scn vec"
).split(" ")

const LanguageData = Schema.Struct({
  /** English name, and what it is called elsewhere beyond the names that ICU knows */
  names: Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) })
})

const byName = lazy((): ReadonlyMap<string, string> => {
  const english = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" })
  const names = new Map<string, string>()
  for (const code of codes) {
    const name = english.of(code)
    if (name === undefined) continue
    for (const locale of [...locales, code]) {
      const local = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(code)
      if (local !== undefined) names.set(fold(local), name)
    }
  }
  for (const [name, aliases] of Object.entries(json("languages", LanguageData).names)) {
    for (const alias of [name, ...aliases]) names.set(fold(alias), name)
  }
  return names
})

/** English name of a language as written ("Deutsch", "język niemiecki", "FRANÇAIS"), or null. */
export const nameOf = (text: string): string | null => {
  const folded = fold(text).replace(/^[\s•·\-–*]+|[\s:.,;–-]+$/g, "")
  const known = byName()
  const exact = known.get(folded)
  if (exact !== undefined) return exact
  // "po polsku", "angielskiego": Polish names as they stand in a sentence
  const inflected = known.get(folded.replace(/^po /, "").replace(/(?<=[sc]k)(?:u|im|iego)$/, "i"))
  if (inflected !== undefined) return inflected
  const stripped = folded.replace(/^(jezyk|idioma|langue|lingua|lengua|the|l'|el|o|il) ?/, "").replace(/ (language|sprache|jezyk)$/, "")
  return known.get(stripped) ?? known.get(stripped.replace(/ ?\([^)]*\)$/, "")) ?? null
}

const Levels = Schema.Record({
  key: Schema.Literal("native", "fluent", "advanced", "intermediate", "basic"),
  value: Schema.Array(Schema.String)
})

const levels = lazy((): { readonly phrases: Phrases; readonly levelOf: ReadonlyMap<string, Resume.Proficiency> } => {
  const levelOf = new Map<string, Resume.Proficiency>()
  for (const [level, list] of Object.entries(json("proficiency", Levels))) {
    for (const phrase of list) {
      const key = words(phrase).join(" ")
      if (!levelOf.has(key)) levelOf.set(key, level as Resume.Proficiency)
    }
  }
  return { phrases: compile(levelOf.keys(), (phrase) => phrase.split(" ")), levelOf }
})

const cefr: Readonly<Record<string, Resume.Proficiency>> = {
  c2: "fluent", c1: "advanced", b2: "intermediate", b1: "intermediate", a2: "basic", a1: "basic"
}

const rank: ReadonlyArray<Resume.Proficiency> = ["basic", "intermediate", "advanced", "fluent", "native"]

/** How well, from words or a CEFR level; native wins over a level, a level over other words. Null when nothing says it. */
export const proficiencyOf = (text: string): Resume.Proficiency | null => {
  const row = words(text)
  const { phrases, levelOf } = levels()
  const said = findAll(phrases, row).map(({ from, next }) => ({
    level: levelOf.get(row.slice(from, next).join(" ")) ?? null, length: next - from
  }))
  if (said.some(({ level }) => level === "native")) return "native"
  const grade = row.map((word) => cefr[word] ?? null).find((level) => level !== null)
  if (grade !== undefined && grade !== null) return grade
  const longest = said.reduce<typeof said[number] | null>((best, one) => (best === null || one.length > best.length ? one : best), null)
  return longest?.level ?? shareLevel(text)
}

/** 4 of 5 dots, "80 %" or "4/5" as a level. */
const shareLevel = (text: string): Resume.Proficiency | null => {
  const share = shareOf(text)
  if (share === null) return null
  return rank[Math.min(3, Math.max(0, Math.ceil(share * 5) - 2))] ?? null
}

/** The share that dots, stars, bars, a percentage or "n/5" show, 0..1, or null. */
export const shareOf = (text: string): number | null => {
  const full = text.match(/[●★⬤■▰█⚫◉◼]/gu)?.length ?? 0
  const empty = text.match(/[○☆◯□▱░⚪◎◻▒]/gu)?.length ?? 0
  if (full + empty >= 3) return full / (full + empty)
  const percent = /(\d{1,3})\s?%/.exec(text)
  if (percent?.[1] !== undefined) return Math.min(1, Number(percent[1]) / 100)
  const ratio = /(?<![\d/])(\d{1,2})\s?\/\s?(5|6|10)(?![\d/])/.exec(text)
  return ratio?.[1] === undefined || ratio[2] === undefined ? null : Math.min(1, Number(ratio[1]) / Number(ratio[2]))
}
