/** A first look at a small part of a page: which side is up, and which language it is. */
import { Text } from "@excv/lexicon"
import { type OcrEngine, Picture, type ProviderError } from "@excv/provider"
import type { Document } from "@excv/schema"
import { type Duration, Effect } from "effect"

export interface Glance {
  /** with its right side up */
  readonly prepared: Picture.Prepared
  readonly text: string
}

/** Reads fast, knows most letters of the others, and is told apart from them by its words. */
const firstLanguage = "fr"
const fallbackLanguage = "en"

/** Mean confidence of the words from which a text surely stands upright. */
const upright = 0.75

const textOf = (words: ReadonlyArray<Document.Word>): string => words.map(({ text }) => text).join(" ")

/** Mean confidence of the words, by their letters; 0 for none. Letters upside down are read as something, but without belief in it. */
export const belief = (words: ReadonlyArray<Document.Word>): number => {
  const letters = words.map(({ confidence, text }) => ({ weight: text.length, confidence: confidence ?? 0 }))
  const weight = letters.reduce((sum, word) => sum + word.weight, 0)
  return weight === 0 ? 0 : letters.reduce((sum, word) => sum + word.weight * word.confidence, 0) / weight
}

export const read = (
  engine: OcrEngine,
  prepared: Picture.Prepared,
  timeout: Duration.Duration
): Effect.Effect<Glance, ProviderError.ProviderError> =>
  Effect.gen(function*() {
    const words = yield* engine.read(prepared.sample, firstLanguage, timeout)
    const straight = { prepared, text: textOf(words) }
    if (belief(words) >= upright) return straight
    const turned = Picture.preparedUpsideDown(prepared)
    const turnedWords = yield* engine.read(turned.sample, firstLanguage, timeout)
    return belief(turnedWords) > belief(words) ? { prepared: turned, text: textOf(turnedWords) } : straight
  })

/** One language for the document: what its text layers and the glances say together. */
export const languageOf = (
  engine: OcrEngine,
  glances: ReadonlyArray<Glance>,
  pages: ReadonlyArray<Document.RawPage>
): string => {
  const layers = pages.filter((page) => page.hasUsableText).map((page) => textOf(page.words))
  const language = Text.detectLanguage([...layers, ...glances.map(({ text }) => text)].join("\n"))
  return language !== null && engine.languages.includes(language) ? language : fallbackLanguage
}
