/** Optimal assignment: which predicted item stands for which true item, so that the gain of all pairs together is largest. */

/**
 * Pairs `[row, column]`, in the order of the rows, of the assignment with the largest sum of gains; a pair without gain is left out, so
 * that what matches nothing stays alone. `gains` is rectangular, each gain ≥ 0. The Hungarian method: cubic in the longer side.
 */
export const maximize = (gains: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<readonly [number, number]> => {
  const rows = gains.length
  const columns = gains[0]?.length ?? 0
  const size = Math.max(rows, columns)
  const gain = (row: number, column: number) => gains[row]?.[column] ?? 0
  const rowOf = solve(size, (row, column) => -gain(row, column))
  return rowOf
    .map((row, column) => [row, column] as const)
    .filter(([row, column]) => gain(row, column) > 0)
    .sort(([a], [b]) => a - b)
}

/**
 * The row of each column in the cheapest perfect matching of a square matrix. Rows enter one at a time, each along the cheapest
 * augmenting path under the potentials `u` and `v`; rows and columns count from 1, and column 0 stands for the entering row.
 */
const solve = (size: number, cost: (row: number, column: number) => number): ReadonlyArray<number> => {
  const u = new Float64Array(size + 1)
  const v = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  for (let entering = 1; entering <= size; entering++) {
    rowOf[0] = entering
    const distance = new Float64Array(size + 1).fill(Infinity)
    const via = new Int32Array(size + 1)
    const done = new Uint8Array(size + 1)
    let column = 0
    do {
      done[column] = 1
      const row = at(rowOf, column)
      let next = 0
      let shortest = Infinity
      for (let j = 1; j <= size; j++) {
        if (done[j] === 1) continue
        const reduced = cost(row - 1, j - 1) - at(u, row) - at(v, j)
        if (reduced < at(distance, j)) {
          distance[j] = reduced
          via[j] = column
        }
        if (at(distance, j) < shortest) {
          shortest = at(distance, j)
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (done[j] === 1) {
          u[at(rowOf, j)] = at(u, at(rowOf, j)) + shortest
          v[j] = at(v, j) - shortest
        } else {
          distance[j] = at(distance, j) - shortest
        }
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const before = at(via, column)
      rowOf[column] = at(rowOf, before)
      column = before
    }
  }
  return Array.from(rowOf.subarray(1), (row) => row - 1)
}

const at = (array: Float64Array | Int32Array, index: number): number => array[index] ?? 0
