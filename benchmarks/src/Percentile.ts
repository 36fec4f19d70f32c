/** Order statistics of measured times. */

/** The value that `share` (0..1) of the values do not exceed, by the nearest rank; NaN for no value. */
export const percentile = (values: ReadonlyArray<number> | Float64Array, share: number): number => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export const median = (values: ReadonlyArray<number>): number => percentile(values, 0.5)
