/** The turns with a model: the question, one corrective turn when the reply is no answer, and what all of them cost. */
import { ProviderError, type View } from "@excv/provider"
import type { Document, Draft } from "@excv/schema"
import { Attempt } from "@excv/schema"
import { Effect, Either, Ref } from "effect"
import { answerFormat } from "./Answer.js"
import type { ChatModel, Question } from "./ChatModel.js"
import * as Drafting from "./Drafting.js"
import * as Hints from "./Hints.js"
import { instructions } from "./Instructions.js"
import * as Parse from "./Parse.js"
import * as Parts from "./Parts.js"
import * as Prices from "./Prices.js"
import type { Reading } from "./Reading.js"
import * as Readings from "./Reading.js"
import * as Rendering from "./Rendering.js"
import * as Sight from "./Sight.js"
import type { Vision } from "./Vision.js"

/** What each call of an extraction has cost so far. */
export type Spent = ReadonlyArray<Attempt.Usage>

/** Whom we ask, and what can be shown. */
export interface Listener {
  readonly chat: ChatModel
  readonly price: Prices.Price | null
  /** null: it is shown no pictures */
  readonly vision: Vision | null
  readonly views: View.Views
}

export interface Partner extends Listener {
  readonly spent: Ref.Ref<Spent>
}

export interface Turn {
  readonly draft: Draft.Draft
  /** as the model wrote it */
  readonly text: string
}

type Lines = ReadonlyArray<Document.Line>
type Failure = ProviderError.ProviderError

/** Room for a model that thinks before it answers. */
const roomToThink = 4000

const maxOutputTokens = (chat: ChatModel, lines: Lines): number => Math.min(chat.maxOutputTokens, roomToThink + Parts.lettersIn(lines))

const sightOf = ({ views, vision }: Listener, all: Reading, part: Lines): Sight.Sight =>
  Sight.of(vision, views, part, part.length === all.lines.length)

const questionOf = (listener: Listener, all: Reading, part: Lines): Question => {
  const sight = sightOf(listener, all, part)
  return {
    instructions,
    text: `${Sight.introduction(sight)}${textOf(all, part)}`,
    pictures: sight.pictures,
    answer: answerFormat,
    maxOutputTokens: maxOutputTokens(listener.chat, part),
    correction: null
  }
}

const textOf = (all: Reading, part: Lines): string => {
  const whole = [Rendering.numbered(part, all), Hints.render(Hints.find(part))].filter((text) => text !== "").join("\n\n")
  const place = part.length === all.lines.length ? "" : `These are lines ${part[0]?.number} to ${part.at(-1)?.number} of a longer CV. Answer for these lines only.\n\n`
  return `${place}${Rendering.fenced(whole)}`
}

/** Fails with `cut_off` when the answer did not fit. */
export const ask = (partner: Partner, all: Reading, part: Lines): Effect.Effect<Turn, Failure> =>
  turn(partner, questionOf(partner, all, part), all, true)

/** The same question, with the lines that the answer has nothing of. */
export const askForMore = (partner: Partner, all: Reading, part: Lines, answer: string, missing: ReadonlyArray<number>): Effect.Effect<Turn, Failure> =>
  turn(partner, {
    ...questionOf(partner, all, part),
    correction: {
      answer,
      problem: `The periods on the lines ${missing.join(", ")} belong to no entry of your answer. Answer again with all entries; ` +
        "leave out again what belongs to none of the lists."
    }
  }, all, false)

const turn = (partner: Partner, question: Question, all: Reading, mayCorrect: boolean): Effect.Effect<Turn, Failure> =>
  Effect.gen(function*() {
    const { cacheWriteTokens, isCutOff, text, usage } = yield* partner.chat.ask(question)
    const charged = { ...usage, cost_usd: Prices.cost(partner.price, usage, cacheWriteTokens) }
    yield* Ref.update(partner.spent, (spent) => [...spent, charged])
    if (isCutOff) return yield* failed(partner, "cut_off")
    if (text.trim() === "") return yield* failed(partner, "empty_answer")
    const parsed = Parse.parse(text)
    if (Either.isRight(parsed)) return { draft: Drafting.draft(parsed.right, all), text }
    if (!mayCorrect) return yield* failed(partner, "malformed_answer")
    return yield* turn(partner, { ...question, correction: { answer: text, problem: `${parsed.left} Answer again, with the JSON object only.` } }, all, false)
  })

/** What the call cost is counted already. */
const failed = ({ chat }: Partner, reason: ProviderError.Reason) => ProviderError.make(chat.provider, reason, null, Attempt.noUsage)

/** Two calls a part: the question and one more turn. Tokens are never more than one for two letters of any language. */
export const mostUsd = (listener: Listener, lines: Lines): number | null => {
  const { chat, price } = listener
  const reading = Readings.of(lines)
  const parts = Parts.split(lines, chat.maxOutputTokens, Hints.find(lines).periods)
  const costs = parts.map((part) => {
    const { text } = questionOf(listener, reading, part)
    const output = maxOutputTokens(chat, part)
    const letters = instructions.length + JSON.stringify(answerFormat).length + text.length
    const input = Math.ceil(letters / 2) + sightOf(listener, reading, part).tokens
    return Prices.cost(price, { ...Attempt.noUsage, input_tokens: 2 * input + output, output_tokens: 2 * output })
  })
  return costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0)
}
