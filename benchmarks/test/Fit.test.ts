import { describe, expect, it } from "@effect/vitest"
import { Utils } from "effect"
import * as Fit from "../src/Fit.js"

/** Answers that are right as often as their one telling signal says; the other signal says nothing. */
const draw = (count: number, seed: number): ReadonlyArray<Fit.Answer> => {
  const random = new Utils.PCGRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const telling = random.number()
    const isRight = () => random.number() < telling
    const emails = Array.from({ length: 4 }, () => ({ field: "email", correct: true }))
    const titles = Array.from({ length: 4 }, () => ({ field: "experience.title", correct: isRight() && isRight() }))
    return { person: `person ${index % 10}`, signals: { telling, idle: random.number() }, target: telling, values: [...emails, ...titles] }
  })
}

describe("fit", () => {
  const answers = draw(300, 1)
  const parameters = Fit.fit(answers, Fit.choosePenalty(answers))

  it("predicts the share of right values of answers that it has not seen", () => {
    const errors = draw(100, 2).map((answer) => Math.abs(Fit.probability(parameters, answer) - answer.target))
    expect(Math.max(...errors)).toBeLessThan(0.15)
    expect(Math.abs(parameters.weights["idle"] ?? NaN)).toBeLessThan(0.2)
  })

  it("knows which fields are surer than their document", () => {
    expect(parameters.fields["email"]).toBeGreaterThan(0)
    expect(parameters.fields["experience.title"]).toBeLessThan(0)
    const [answer] = answers
    if (answer === undefined) throw new Error("no answer was drawn")
    expect(Fit.valueProbability(parameters, answer, "email")).toBeGreaterThan(Fit.probability(parameters, answer))
    expect(Fit.valueProbability(parameters, answer, "unheard of")).toBe(Fit.probability(parameters, answer))
  })
})

describe("fit on few answers", () => {
  it("takes no signal for a sign of the contrary", () => {
    const answers = [0, 0.2, 0.8, 1].map((signal, index) => ({
      person: `person ${index}`,
      signals: { contrary: signal, telling: index % 2 },
      target: index % 2 === 0 ? 1 - signal : Math.min(1, 1.6 - signal),
      values: []
    }))
    const { weights } = Fit.fit(answers, 0.1)
    expect(weights["contrary"]).toBe(0)
    expect(weights["telling"]).toBeGreaterThan(0)
  })
})

describe("choosePenalty", () => {
  it("prefers a strong penalty where the signals say nothing", () => {
    const random = new Utils.PCGRandom(3)
    const noise = Array.from({ length: 40 }, (_, index) => ({
      person: `person ${index % 8}`,
      signals: Object.fromEntries(Array.from({ length: 10 }, (_, signal) => [`signal ${signal}`, random.number()])),
      target: Math.round(random.number()),
      values: []
    }))
    expect(Fit.choosePenalty(noise)).toBeGreaterThan(Fit.choosePenalty(draw(300, 1)))
  })

  it("cannot choose by one person", () => {
    expect(Fit.choosePenalty(draw(1, 1))).toBe(1)
  })
})
