/** Logistic regression with an L2 penalty: a probability from a few features. Small enough to be fitted exactly, by Newton's method. */
import { Schema } from "effect"

/** The probability of features x is 1 / (1 + exp(-(intercept + weights · x))); the features are in their own units. */
export const Model = Schema.Struct({ intercept: Schema.Number, weights: Schema.Array(Schema.Number) })
export type Model = typeof Model.Type

/** `features` of finite numbers, as many in each example; `target` in 0..1, also a share. */
export interface Example {
  readonly features: ReadonlyArray<number>
  readonly target: number
}

export interface Options {
  /** strength of the penalty on the weights of the standardised features, > 0; default 1. The intercept is free. */
  readonly penalty?: number
  /** default 50; it usually takes six or seven */
  readonly iterations?: number
}

export const predict = (model: Model, features: ReadonlyArray<number>): number =>
  sigmoid(model.weights.reduce((total, weight, index) => total + weight * (features[index] ?? 0), model.intercept))

/**
 * The model of largest penalised likelihood. Features are standardised inside and the weights given back in the features' own units;
 * a constant feature gets the weight 0. No examples give an even chance.
 */
export const fit = (examples: ReadonlyArray<Example>, { iterations = 50, penalty = 1 }: Options = {}): Model => {
  const width = examples[0]?.features.length ?? 0
  const scales = Array.from({ length: width }, (_, index) => scaleOf(examples.map((example) => example.features[index] ?? 0)))
  const rows = examples.map(({ features, target }) => ({
    target,
    x: [1, ...scales.map(({ deviation, mean }, index) => deviation === 0 ? 0 : ((features[index] ?? 0) - mean) / deviation)]
  }))
  const beta = newton(rows, width + 1, penalty, iterations)
  const weights = scales.map(({ deviation }, index) => deviation === 0 ? 0 : (beta[index + 1] ?? 0) / deviation)
  const shift = weights.reduce((total, weight, index) => total + weight * (scales[index]?.mean ?? 0), 0)
  return { intercept: (beta[0] ?? 0) - shift, weights }
}

/** A known log-odds and what happened. */
export interface Tendency {
  readonly logit: number
  readonly target: number
}

/**
 * The constant that, added to the log-odds of all examples, makes them most likely, between -20 and 20; 0 for no example. The penalty pulls
 * it to 0, so that few examples move it little.
 */
export const shift = (examples: ReadonlyArray<Tendency>, { penalty = 1 }: Pick<Options, "penalty"> = {}): number => {
  const slope = (constant: number) =>
    examples.reduce((total, { logit, target }) => total + sigmoid(logit + constant) - target, penalty * constant)
  // The slope rises steadily, so halving finds where it is 0.
  let low = -20
  let high = 20
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) high = middle
    else low = middle
  }
  return (low + high) / 2
}

interface Row {
  readonly x: ReadonlyArray<number>
  readonly target: number
}

const newton = (rows: ReadonlyArray<Row>, size: number, penalty: number, iterations: number): ReadonlyArray<number> => {
  let beta = new Array<number>(size).fill(0)
  let loss = lossOf(rows, beta, penalty)
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { gradient, hessian } = derivatives(rows, beta, penalty)
    const step = solve(hessian, gradient)
    // Far from the optimum a whole Newton step can overshoot: halve it until the loss falls.
    let length = 1
    let next = move(beta, step, length)
    while (length > 1e-6 && lossOf(rows, next, penalty) > loss) {
      length /= 2
      next = move(beta, step, length)
    }
    const reached = lossOf(rows, next, penalty)
    if (!(loss - reached > 1e-12)) return beta
    beta = next
    loss = reached
  }
  return beta
}

const move = (beta: ReadonlyArray<number>, step: ReadonlyArray<number>, length: number): Array<number> =>
  beta.map((value, index) => value - length * (step[index] ?? 0))

const lossOf = (rows: ReadonlyArray<Row>, beta: ReadonlyArray<number>, penalty: number): number => {
  const fitting = rows.reduce((total, { target, x }) => {
    const z = dot(beta, x)
    // log(1 + e^z) without overflow
    return total + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z
  }, 0)
  return fitting + (penalty / 2) * beta.slice(1).reduce((total, value) => total + value * value, 0)
}

const derivatives = (rows: ReadonlyArray<Row>, beta: ReadonlyArray<number>, penalty: number) => {
  const gradient = beta.map((value, index) => index === 0 ? 0 : penalty * value)
  // The tiny ridge on the intercept keeps the system solvable when every probability has reached 0 or 1.
  const hessian = beta.map((_, i) => beta.map((_, j) => i !== j ? 0 : i === 0 ? 1e-9 : penalty))
  for (const { target, x } of rows) {
    const probability = sigmoid(dot(beta, x))
    const weight = probability * (1 - probability)
    for (const [i, xi] of x.entries()) {
      gradient[i] = (gradient[i] ?? 0) + (probability - target) * xi
      const line = hessian[i] ?? []
      for (const [j, xj] of x.entries()) line[j] = (line[j] ?? 0) + weight * xi * xj
    }
  }
  return { gradient, hessian }
}

/** The solution of a symmetric positive definite system, by elimination. */
const solve = (matrix: ReadonlyArray<ReadonlyArray<number>>, right: ReadonlyArray<number>): ReadonlyArray<number> => {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0])
  for (const [i, pivot] of rows.entries()) {
    for (const line of rows.slice(i + 1)) {
      const factor = (line[i] ?? 0) / (pivot[i] ?? 1)
      for (const [j, value] of pivot.entries()) line[j] = (line[j] ?? 0) - factor * value
    }
  }
  const solution = new Array<number>(rows.length).fill(0)
  for (const [i, line] of [...rows.entries()].reverse()) {
    const known = line.slice(i + 1, rows.length).reduce((total, value, k) => total + value * (solution[i + 1 + k] ?? 0), 0)
    solution[i] = ((line[rows.length] ?? 0) - known) / (line[i] ?? 1)
  }
  return solution
}

const scaleOf = (values: ReadonlyArray<number>) => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length
  // A constant column of decimals has a variance of rounding errors.
  return { mean, deviation: variance < 1e-18 ? 0 : Math.sqrt(variance) }
}

const dot = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number =>
  a.reduce((total, value, index) => total + value * (b[index] ?? 0), 0)

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
