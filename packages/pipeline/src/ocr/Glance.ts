/** A first look at small parts of a page: which side is up, and which language it is. One after another is read until they leave no doubt. */
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
/** Letters of words that the belief in a direction rests on. */
const minLetters = 20
/** How much more belief one side has to have, to be sure of it. */
const clear = 0.15
/** Score of the likeliest language, and how much of it the next one may have. */
const minScore = 2
const maxSecond = 0.5

const textOf = (words: ReadonlyArray<Document.Word>): string => words.map(({ text }) => text).join(" ")
const lettersOf = (words: ReadonlyArray<Document.Word>): number => words.reduce((sum, { text }) => sum + text.length, 0)

/** Mean confidence of the words, by their letters; 0 for none. Letters upside down are read as something, but without belief in it. */
export const belief = (words: ReadonlyArray<Document.Word>): number =>
  words.reduce((sum, { confidence, text }) => sum + text.length * (confidence ?? 0), 0) / Math.max(1, lettersOf(words))

const isClearLanguage = (text: string): boolean => {
  const [best, second] = Text.languageScores(text)
  return best !== undefined && best.score >= minScore && (second?.score ?? 0) <= maxSecond * best.score
}

/** In a text in another language, the first one's model sees its own accents: they prove nothing. */
const bareOf = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")

type Words = ReadonlyArray<Document.Word>
type ReadPiece = (piece: Picture.Picture) => Effect.Effect<Words, ProviderError.ProviderError>

/** What both sides say, and from which piece on nothing was read. */
interface Sides {
  readonly straight: Words
  readonly turned: Words
  readonly next: number
}

/** Only a piece that is hardly believed is read from its other side too. */
const sidesOf = Effect.fn("Glance.sidesOf")(function*(pieces: ReadonlyArray<Picture.Picture>, read: ReadPiece) {
  let sides: Sides = { straight: [], turned: [], next: 0 }
  for (const piece of pieces) {
    const straight: Words = [...sides.straight, ...yield* read(piece)]
    sides = { ...sides, straight, next: sides.next + 1 }
    if (belief(straight) >= upright && lettersOf(straight) >= minLetters) return { ...sides, turned: [] }
    const turned: Words = [...sides.turned, ...yield* read(Picture.upsideDown(piece))]
    sides = { ...sides, turned }
    if (Math.abs(belief(straight) - belief(turned)) >= clear && lettersOf([...straight, ...turned]) >= 2 * minLetters) return sides
  }
  return sides
})

/** A page whose language is known is only asked which side is up. */
export const read = (
  engine: OcrEngine,
  prepared: Picture.Prepared,
  timeout: Duration.Duration,
  isLanguageKnown: boolean
): Effect.Effect<Glance, ProviderError.ProviderError> =>
  Effect.gen(function*() {
    const readPiece: ReadPiece = (piece) => engine.read(piece, firstLanguage, timeout)
    const { next, straight, turned } = yield* sidesOf(prepared.samples, readPiece)
    const isTurned = belief(turned) > belief(straight)
    const right = isTurned ? Picture.preparedUpsideDown(prepared) : prepared
    let text = textOf(isTurned ? turned : straight)
    for (const piece of right.samples.slice(next)) {
      if (isLanguageKnown || isClearLanguage(text)) break
      text = `${text}\n${textOf(yield* readPiece(piece))}`
    }
    return { prepared: right, text }
  })

/** One language for the document: what its text layers and the glances say together. */
export const languageOf = (
  engine: OcrEngine,
  glances: ReadonlyArray<Glance>,
  pages: ReadonlyArray<Document.RawPage>
): string => {
  const layers = pages.filter((page) => page.hasUsableText).map((page) => textOf(page.words))
  const text = [...layers, ...glances.map((glance) => glance.text)].join("\n")
  const language = Text.detectLanguage(text), detected = language === firstLanguage && !isClearLanguage(text) ? Text.detectLanguage(bareOf(text)) ?? language : language
  return detected !== null && engine.languages.includes(detected) ? detected : fallbackLanguage
}
