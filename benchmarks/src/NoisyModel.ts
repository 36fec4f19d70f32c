/**
 * A model that knows the truth and gets a share of it wrong: values are invented, taken from elsewhere in the document, or left out.
 * What the confidence of models' answers is fitted on as long as no answers of real ones are at hand.
 */
import type { ChatModel } from "@excv/model"
import { Answering } from "@excv/model/testing"
import { Attempt } from "@excv/schema"
import { Effect, Utils } from "effect"

export interface Task {
  readonly truth: Answering.Truth
  /** of its values, the share that is wrong or missing; 0..1 */
  readonly noise: number
  readonly seed: number
}

export interface NoisyModel {
  readonly chat: ChatModel
  /** before each document */
  readonly set: (task: Task) => void
}

/** Of what is wrong: the rest is taken from elsewhere in the document. */
const invented = 0.3
const leftOut = 0.2

const inventions = [
  "Vice President of Quantum Widgets", "Globex Petroleum Trading", "Kubernetes Whispering", "Zanzibar City", "Doctor of Applied Numerology",
  "University of Upper Volta", "Certified Time Traveller", "Borealis Freight Union"
]

const isDate = (text: string): boolean => /^\d{4}(-\d{2})?$/.test(text)

/** What stands in the document, by kind: dates, and short texts. */
const valuesOf = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string" ? (value.length < 80 ? [value] : []) : typeof value === "object" && value !== null ? Object.values(value).flatMap(valuesOf) : []

const twisting = ({ noise, seed, truth }: Task): Answering.Twist => {
  const random = new Utils.PCGRandom(seed)
  const all = [...new Set(valuesOf([truth.full_name, truth.location, truth.experience, truth.education, truth.skills.map(({ name }) => name), truth.certifications, truth.projects]))]
  const dates = all.filter(isDate)
  const texts = all.filter((text) => !isDate(text))
  const one = (list: ReadonlyArray<string>) => list[random.integer(Math.max(0, list.length - 1))] ?? null
  return (value, field) => {
    if (random.number() >= noise) return value
    const kind = random.number()
    if (kind < leftOut) return null
    if (field === "date") return kind < leftOut + invented ? `${Number(value.slice(0, 4)) - 7}${value.slice(4)}` : one(dates)
    return kind < leftOut + invented ? one(inventions) : one(texts)
  }
}

export const make = (): NoisyModel => {
  let task: Task | null = null
  return {
    set: (next) => {
      task = next
    },
    chat: {
      provider: "noisy", model: "noisy", maxOutputTokens: 16_384,
      ask: ({ text }) => Effect.sync(() => ({
        text: task === null ? "" : Answering.text(task.truth, text, twisting(task)), isCutOff: false, usage: Attempt.noUsage
      }))
    }
  }
}
