/**
 * An extractor made of a chat model: one call for a CV of usual length; more for a long one, for an answer that was cut off or is no
 * answer, and once for entries that it left out.
 */
import type { Answer, Extractor } from "@excv/provider"
import { ProviderError, View } from "@excv/provider"
import type { Draft, Issue } from "@excv/schema"
import { Attempt, Document } from "@excv/schema"
import type { ConfigError } from "effect"
import { Effect, Either, Ref } from "effect"
import { createHash } from "node:crypto"
import { answerFormat, version } from "./Answer.js"
import type { ChatModel } from "./ChatModel.js"
import * as Conversation from "./Conversation.js"
import * as Hints from "./Hints.js"
import { instructions } from "./Instructions.js"
import * as Merge from "./Merge.js"
import * as Parts from "./Parts.js"
import * as Prices from "./Prices.js"
import type { Reading } from "./Reading.js"
import * as Readings from "./Reading.js"
import * as Shortfall from "./Shortfall.js"
import * as Sight from "./Sight.js"
import * as Vision from "./Vision.js"
import { isWorthACall } from "./Worth.js"

export interface Settings {
  /** default: the list of the package */
  readonly prices?: Prices.Prices
  /** whether pages that OCR could hardly read are shown as pictures; default: `off` */
  readonly pictures?: Vision.Choice
  /** parts of one CV that are asked for at once */
  readonly concurrency?: number
}

export const extractor = (chat: ChatModel, { concurrency = 3, pictures = "off", prices = Prices.standard }: Settings = {}): Extractor => {
  const vision = Vision.of(chat.provider, chat.model, pictures)
  const listener = (views: View.Views = View.none) => ({ chat, price: Prices.of(chat.model, prices), vision, views })
  return {
    provider: chat.provider,
    model: chat.model,
    revision,
    ...(vision === null ? {} : { wish: vision.wish }),
    extract: (document, views) =>
      Effect.flatMap(Ref.make<Conversation.Spent>([]), (spent) => extract({ ...listener(views), spent, concurrency }, document)),
    mostUsd: (document, views) => Conversation.mostUsd(listener(views), Document.lines(document))
  }
}

/** What configuration says of every model: `EXCV_PRICES`, `EXCV_MODEL_PICTURES` and `EXCV_PICTURE_MODELS`. */
export const config: Effect.Effect<Settings, ConfigError.ConfigError> = Effect.all({ prices: Prices.config, pictures: Vision.config })

/** Whoever changes the prompt or the schema and forgets the version changes this all the same. */
const revision = `${version}-${createHash("sha256").update(instructions).update(JSON.stringify(answerFormat)).update(Sight.template).digest("hex").slice(0, 12)}`

interface Work extends Conversation.Partner {
  readonly concurrency: number
}

type Lines = ReadonlyArray<Document.Line>

const notAsked: Answer = { draft: Merge.merge([]), usage: Attempt.noUsage }

const extract = Effect.fn("Model.extract")(function*(work: Work, document: Document.Document) {
  const lines = Document.lines(document)
  const hints = Hints.find(lines)
  if (!isWorthACall(lines, hints)) return notAsked
  const reading = Readings.of(lines)
  const parts = Parts.split(lines, work.chat.maxOutputTokens, hints.periods)
  const answered = yield* Effect.forEach(parts, (part) => complete(work, reading, part, hints.periods), { concurrency: work.concurrency }).pipe(
    Effect.catchAll((error) => Effect.flatMap(Ref.get(work.spent), (spent) => withUsage(error, Attempt.total([...spent, error.usage]))))
  )
  const seenPages = Sight.of(work.vision, work.views, lines, true).pages
  const draft = Hints.check(Merge.merge(answered), Hints.onPages(hints, lines, seenPages))
  const missing = Shortfall.find(draft, lines, hints.periods)
  const usage = Attempt.total(yield* Ref.get(work.spent))
  return { draft, usage, issues: missing.length === 0 ? [] : [shortfall], seenPages } satisfies Answer
})

const withUsage = ({ disposition, provider, reason, retryAfter }: ProviderError.ProviderError, usage: Attempt.Usage) =>
  new ProviderError.ProviderError({ provider, reason, disposition, retryAfter, usage })

const shortfall: Issue.Issue = {
  code: "entries_missing", message: "The document shows periods that belong to no entry of the answer.", page: null, path: null
}

/** What code sees and the answer has not is asked for once; the fuller answer counts. */
const complete = (
  work: Work,
  all: Reading,
  part: Lines,
  periods: ReadonlyArray<number>
): Effect.Effect<Draft.Draft, ProviderError.ProviderError> =>
  Effect.gen(function*() {
    const first = yield* Effect.either(Conversation.ask(work, all, part))
    if (Either.isLeft(first)) return yield* first.left.reason === "cut_off" ? inHalves(work, all, part, periods) : first.left
    const missing = Shortfall.find(first.right.draft, part, periods)
    if (missing.length === 0) return first.right.draft
    const again = yield* Effect.option(Conversation.askForMore(work, all, part, first.right.text, missing))
    if (again._tag === "None") return first.right.draft
    return Shortfall.find(again.value.draft, part, periods).length < missing.length ? again.value.draft : first.right.draft
  })

/** An answer that did not fit is asked for in two. */
const inHalves = (work: Work, all: Reading, part: Lines, periods: ReadonlyArray<number>): Effect.Effect<Draft.Draft, ProviderError.ProviderError> => {
  const halves = Parts.halves(part, periods)
  return halves.length < 2
    ? Effect.fail(ProviderError.make(work.chat.provider, "cut_off", null, Attempt.noUsage))
    : Effect.map(Effect.forEach(halves, (half) => complete(work, all, half, periods), { concurrency: 2 }), Merge.merge)
}
