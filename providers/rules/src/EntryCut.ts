/** The cut of a section into entries: the states of all its rows with the highest score (Viterbi), made again with what the last one taught. */
import { type Prior, firstPrior, learn, startBonus } from "./EntryPrior.js"
import type { Model, Seen } from "./EntryRows.js"

const enum State { Start, Head, StartDated, HeadDated, HeadAfter, Body, BodyUndated }

const states = [State.Start, State.Head, State.StartDated, State.HeadDated, State.HeadAfter, State.Body, State.BodyUndated] as const

const forbidden = -1e6

const emission = (one: Seen, state: State, prior: Prior): number => {
  const head = one.headness + 1.2 * (prior.head.get(one.lookKey) ?? 0)
  const isDated = one.dated >= 0.3
  const pull = one.dated * (one.isRange ? 3 : 1.6)
  switch (state) {
    case State.Start: return isDated && one.dated > 0.55 ? forbidden : head + startBonus(one, prior)
    case State.Head: return isDated && one.dated > 0.55 ? forbidden : head - 0.4
    case State.StartDated: return isDated ? head + startBonus(one, prior) + pull - one.loneDate : forbidden
    case State.HeadDated: return isDated ? head + pull : forbidden
    case State.HeadAfter: return head - 0.5 - (isDated ? pull : 0)
    case State.Body: return -head - (isDated ? pull * 0.9 : 0)
    case State.BodyUndated: return -head - (isDated ? pull * 0.9 : 0)
  }
}

const next: Readonly<Record<State, ReadonlyArray<State>>> = {
  [State.Start]: [State.Head, State.HeadDated, State.BodyUndated, State.Start, State.StartDated],
  [State.Head]: [State.Head, State.HeadDated, State.BodyUndated, State.Start, State.StartDated],
  [State.StartDated]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.HeadDated]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.HeadAfter]: [State.HeadAfter, State.Body, State.Start, State.StartDated],
  [State.Body]: [State.Body, State.Start, State.StartDated],
  [State.BodyUndated]: [State.BodyUndated, State.Start, State.StartDated]
}

const transition = (from: State, to: State, model: Model): number => {
  const isNew = to === State.Start || to === State.StartDated
  if (isNew && (from === State.Start || from === State.Head)) return -model.undated * 1.5
  if (isNew && from === State.BodyUndated) return -model.undated
  // The date seldom comes as late as the third row.
  if (to === State.HeadDated && from === State.Head) return -0.8
  if (to === State.Head && from === State.Head || to === State.HeadAfter && from === State.HeadAfter) return -0.6 / model.headRows
  return 0
}

const finalCost = (state: State, model: Model): number =>
  state === State.Start || state === State.Head || state === State.BodyUndated ? -model.undated : 0

const viterbi = (seen: ReadonlyArray<Seen>, model: Model, prior: Prior): ReadonlyArray<State> => {
  const scores: Array<Array<number>> = []
  const origins: Array<Array<State>> = []
  seen.forEach((one, index) => {
    const row: Array<number> = []
    const origin: Array<State> = []
    for (const state of states) {
      let best = index === 0 ? (state === State.Start || state === State.StartDated ? 0 : state >= State.Body ? -1.5 : forbidden) : -Infinity
      let from: State = State.Start
      if (index > 0) {
        for (const before of states) {
          if (!next[before].includes(state)) continue
          const score = (scores[index - 1]?.[before] ?? forbidden) + transition(before, state, model)
          if (score > best) [best, from] = [score, before]
        }
      }
      row[state] = best + emission(one, state, prior)
      origin[state] = from
    }
    scores.push(row)
    origins.push(origin)
  })
  const last = scores.at(-1) ?? []
  let state = states.reduce<State>((best, one) =>
    (last[one] ?? forbidden) + finalCost(one, model) > (last[best] ?? forbidden) + finalCost(best, model) ? one : best, State.Start)
  const path: Array<State> = []
  for (let index = seen.length - 1; index >= 0; index--) {
    path.unshift(state)
    state = origins[index]?.[state] ?? State.Start
  }
  return path
}

/** Times that the cut is made again with what the last one taught. */
const rounds = 3

export type Part = "start" | "head" | "body"

const partOf = (state: State): Part => (state === State.Start || state === State.StartDated ? "start" : state < State.Body ? "head" : "body")

/** For each row what it is of its entry. */
export const parts = (seen: ReadonlyArray<Seen>, model: Model): ReadonlyArray<Part> => {
  let found = viterbi(seen, model, firstPrior(seen)).map(partOf)
  for (let round = 1; round < rounds; round++) {
    found = viterbi(seen, model, learn(seen, found.map((part) => part === "start"), found.map((part) => part !== "body"))).map(partOf)
  }
  return found
}
