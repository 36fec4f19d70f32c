/** What every extractor must fulfil, as cases that a test runner runs one by one. */
import type { Document } from "@excv/schema"
import { Attempt, Document as Documents, Draft } from "@excv/schema"
import { Duration, Effect, Either, Schema } from "effect"
import type { Answer, Extractor } from "../Extractor.js"
import { ProviderError } from "../ProviderError.js"
import type { Fault } from "./Faults.js"
import { sample } from "./Sample.js"

/** What is wrong with the extractor. */
export class Broken extends Schema.TaggedError<Broken>("@excv/provider/testing/Broken")("Broken", { what: Schema.String }) {
  override get message() {
    return this.what
  }
}

export interface Case {
  readonly name: string
  readonly check: Effect.Effect<void, Broken | ProviderError>
}

const must = (holds: boolean, what: string): Effect.Effect<void, Broken> => (holds ? Effect.void : new Broken({ what }))

const isDraft = Schema.is(Draft.Draft)
const isUsage = Schema.is(Attempt.Usage)

/** Every claim of a draft, wherever it stands. */
const claimsIn = (value: unknown): ReadonlyArray<Draft.Claim> =>
  Schema.is(Draft.Claim)(value) ? [value]
    : typeof value === "object" && value !== null ? Object.values(value).flatMap(claimsIn)
    : []

const document = (...texts: ReadonlyArray<string>): Document.Document => ({ ...sample, pages: sample.pages.map((page) => ({ ...page, lines: page.lines.filter(({ text }) => texts.includes(text)) })) })

const readable = (answer: Answer, of: Document.Document): Effect.Effect<void, Broken> => {
  const count = Documents.lines(of).length
  return Effect.all([
    must(isDraft(answer.draft), "the draft is not of its schema"),
    must(isUsage(answer.usage), "the usage is not of its schema"),
    must(claimsIn(answer.draft).every(({ lines }) => lines.every((line) => line >= 1 && line <= count)), "a claim cites a line that does not exist")
  ], { discard: true })
}

/** For any extractor, rules too; one with a model is asked about `Sample.sample` only, whose name it must find. */
export const cases = (extractor: Extractor): ReadonlyArray<Case> => [
  { name: "has a name and a model", check: must(extractor.provider !== "" && extractor.model !== "", "nameless") },
  {
    name: "answers with a draft that cites lines of the document",
    check: Effect.flatMap(extractor.extract(sample), (answer) =>
      Effect.zipRight(readable(answer, sample), must(answer.draft.full_name?.value === "Mira Lindqvist", "the name was not found")))
  },
  {
    name: "answers the same each time, also at once",
    check: Effect.flatMap(
      Effect.all([extractor.extract(sample), extractor.extract(sample)], { concurrency: 2 }),
      ([a, b]) => must(JSON.stringify(a.draft) === JSON.stringify(b.draft), "two answers differ")
    )
  },
  {
    name: "claims nothing of a document without text",
    check: Effect.flatMap(extractor.extract(document()), ({ draft, usage }) =>
      must(claimsIn(draft).length === 0 && (usage.cost_usd ?? 0) === 0, "a blank document has claims, or a price"))
  },
  { name: "says what a call costs at most, or that it is free", check: must((extractor.mostUsd?.(sample) ?? 0) >= 0, "a negative price") }
]

export const refuses = (extractor: Extractor, { disposition, reason, retryAfterMs }: Fault): Effect.Effect<void, Broken> =>
  Effect.flatMap(Effect.either(extractor.extract(sample)), (outcome) => {
    if (Either.isRight(outcome)) return new Broken({ what: "it was answered" })
    const error = outcome.left
    const said = error.retryAfter === null ? null : Duration.toMillis(error.retryAfter)
    return Effect.all([
      must(error instanceof ProviderError, "no ProviderError"),
      must(error.reason === reason, `the reason was ${error.reason} and should be ${reason}`),
      must(error.disposition === disposition, `the disposition was ${error.disposition} and should be ${disposition}`),
      must(said === retryAfterMs, `the pause was ${said} and should be ${retryAfterMs}`),
      must(!leaks(error), "the error holds text of the document or a key")
    ], { discard: true })
  })

const leaks = (error: ProviderError): boolean => {
  const all = `${error.message} ${JSON.stringify(error)} ${String(error.cause ?? "")}`
  return /Lindqvist|(sk|sk-ant|gemini)-test|mira@/i.test(all)
}
