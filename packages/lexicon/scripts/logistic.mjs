/** Logistic regression over classes: one with a table of hashed features, one with a few weights that all classes share. */
import * as Model from "../dist/SkillModel.js"

const classes = Model.categories.length

/** Numbers from 0 to 1, the same in every run. */
export const generator = (seed) => () => {
  seed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  seed ^= seed + Math.imul(seed ^ (seed >>> 7), 61 | seed)
  return ((seed ^ (seed >>> 14)) >>> 0) / 4294967296
}

const shuffle = (items, random) => {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[items[index], items[other]] = [items[other], items[index]]
  }
}

/** Examples are `{ features, target, weight }`; a target of null is every class alike. Steps shrink for rows that were changed often (AdaGrad). */
export const fitTable = (examples, rows, { passes = 6, rate = 0.5, decay = 1e-4 } = {}) => {
  const table = new Float32Array(rows * classes)
  const changed = new Float32Array(rows * classes).fill(1e-6)
  const [order, random] = [[...examples], generator(1)]
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (const { features, target, weight } of order) {
      const errors = Model.softmax(Model.scores(features, table, 1))
      if (target === null) errors.forEach((error, index) => (errors[index] = error - 1 / classes))
      else errors[target] -= 1
      const share = weight / Math.sqrt(features.length)
      for (const feature of features) {
        const start = feature * classes
        for (let index = 0; index < classes; index++) {
          const slope = errors[index] * share + decay * table[start + index]
          changed[start + index] += slope * slope
          table[start + index] -= (rate * slope) / Math.sqrt(changed[start + index])
        }
      }
    }
  }
  return table
}

const momentum = 0.9
const memory = 0.99

/** Cases are `{ evidence, target, weight }`; the last weights are those of the classes themselves. */
export const fitShared = (cases, kinds, { steps = 400, rate = 0.05, decay = 2e-3 } = {}) => {
  const size = kinds + classes
  const [weights, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (let step = 1; step <= steps; step++) {
    const slopes = new Float64Array(size)
    for (const { evidence, target, weight } of cases) {
      const errors = Model.softmax(sharedScores(evidence, weights))
      errors[target] -= 1
      evidence.forEach((numbers, index) => {
        for (let kind = 0; kind < kinds; kind++) slopes[kind] += weight * errors[index] * numbers[kind]
        slopes[kinds + index] += weight * errors[index]
      })
    }
    for (let index = 0; index < size; index++) {
      const slope = slopes[index] / cases.length + decay * weights[index]
      mean[index] = momentum * mean[index] + (1 - momentum) * slope
      square[index] = memory * square[index] + (1 - memory) * slope * slope
      weights[index] -= (rate * (mean[index] / (1 - momentum ** step))) / (Math.sqrt(square[index] / (1 - memory ** step)) + 1e-8)
    }
  }
  return weights
}

export const sharedScores = (evidence, weights) =>
  Float64Array.from(evidence, (numbers, index) => numbers.reduce((sum, number, kind) => sum + number * weights[kind], weights[numbers.length + index]))
