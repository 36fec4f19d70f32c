/** The language that a text is written in. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"

const StopWords = Schema.Record({ key: Schema.String, value: Schema.String })

/** Every word with its weight in each language: a word of few languages says more than one of many. */
const weights = lazy((): ReadonlyMap<string, ReadonlyArray<readonly [string, number]>> => {
  const languagesOf = new Map<string, Set<string>>()
  for (const [language, list] of Object.entries(json("stopwords", StopWords))) {
    for (const word of list.split(" ")) languagesOf.set(word, (languagesOf.get(word) ?? new Set()).add(language))
  }
  return new Map([...languagesOf].map(([word, languages]) => [
    word,
    [...languages].map((language) => [language, (word.length > 3 ? 2 : 1) / languages.size] as const)
  ]))
})

/** Letters that only some languages use. */
const letters: ReadonlyArray<readonly [RegExp, string]> = [
  [/[äöü]/gu, "de"], [/ß/gu, "de"], [/[éèêàçù]/gu, "fr"], [/[ñ¿¡]/gu, "es"], [/[ãõ]/gu, "pt"], [/[łśżźćńąę]/gu, "pl"], [/å/gu, "sv"],
  [/[řůě]/gu, "cs"], [/[őű]/gu, "hu"], [/[ğış]/gu, "tr"], [/[țșă]/gu, "ro"], [/[øæ]/gu, "da"]
]

export interface LanguageScore {
  /** ISO 639-1 */
  readonly language: string
  /** about one for each word or letter that few other languages use */
  readonly score: number
}

/** Less may be a name. */
const minScore = 1.5

/** The languages that a text may be written in, the likeliest first. */
export const languageScores = (text: string): ReadonlyArray<LanguageScore> => {
  const scores = new Map<string, number>()
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score)
  const counted = new Map<string, number>()
  const lower = text.toLowerCase().normalize("NFC")
  for (const word of lower.match(/\p{L}+'?/gu) ?? []) {
    const languages = weights().get(word)
    if (languages === undefined) continue
    const times = counted.get(word) ?? 0
    counted.set(word, times + 1)
    // The tenth "de" says less than the first: names of places repeat.
    for (const [language, weight] of languages) add(language, weight / (1 + times * 0.15))
  }
  for (const [pattern, language] of letters) {
    const count = lower.match(pattern)?.length ?? 0
    if (count > 0) add(language, Math.min(3, Math.sqrt(count) * 0.4))
  }
  return [...scores].map(([language, score]) => ({ language, score })).sort((one, other) => other.score - one.score)
}

/** ISO 639-1 of the language of a text, or null when nothing says it. */
export const detectLanguage = (text: string): string | null => {
  const [best] = languageScores(text)
  return best === undefined || best.score < minScore ? null : best.language
}

/** How many words of the text only join others, in any language. */
export const functionWords = (text: string): number =>
  (text.toLowerCase().normalize("NFC").match(/\p{L}+'?/gu) ?? []).filter((word) => weights().has(word)).length
