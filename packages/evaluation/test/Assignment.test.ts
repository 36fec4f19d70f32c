import { Assignment } from "@excv/evaluation"
import { describe, expect, it } from "@effect/vitest"
import { FastCheck } from "effect"

type Gains = ReadonlyArray<ReadonlyArray<number>>

/** The largest sum over all ways to pair rows with different columns, by trying each of them. */
const bruteForce = (gains: Gains, row = 0, used: ReadonlySet<number> = new Set()): number =>
  row === gains.length
    ? 0
    : Math.max(
      bruteForce(gains, row + 1, used),
      ...(gains[row] ?? []).map((gain, column) =>
        used.has(column) ? 0 : gain + bruteForce(gains, row + 1, new Set([...used, column]))
      )
    )

const matrix = FastCheck.tuple(FastCheck.integer({ min: 0, max: 5 }), FastCheck.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
  FastCheck.array(
    FastCheck.array(FastCheck.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }),
    { minLength: rows, maxLength: rows }
  )
)

describe("maximize", () => {
  it.prop("gains as much as the best of all assignments", [matrix], ([gains]) => {
    const pairs = Assignment.maximize(gains)
    const total = pairs.reduce((sum, [row, column]) => sum + (gains[row]?.[column] ?? NaN), 0)
    expect(total).toBe(bruteForce(gains))
    expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length)
    expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length)
  }, { fastCheck: { numRuns: 500 } })

  it("gives up the best single pair for a better whole", () => {
    expect(Assignment.maximize([[5, 4], [4, 0]])).toEqual([[0, 1], [1, 0]])
  })

  it("leaves out pairs without gain", () => {
    expect(Assignment.maximize([[0, 0], [0, 1]])).toEqual([[1, 1]])
    expect(Assignment.maximize([])).toEqual([])
    expect(Assignment.maximize([[], []])).toEqual([])
  })

  it("pairs a diagonal of two hundred", () => {
    const gains = Array.from({ length: 200 }, (_, row) => Array.from({ length: 200 }, (_, column) => row === column ? 2 : 1))
    expect(Assignment.maximize(gains)).toEqual(gains.map((_, index) => [index, index]))
  })
})
