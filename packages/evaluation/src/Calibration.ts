/** Calibration: whether a stated confidence is the frequency with which it is right, and whether it tells right from wrong. */

/** `confidence` in 0..1; `outcome` is 1 for right and 0 for wrong, or the share that is right. */
export interface Sample {
  readonly confidence: number
  readonly outcome: number
}

/** One row of a reliability table: samples of neighbouring confidence. */
export interface Bin {
  readonly count: number
  readonly lowest: number
  readonly highest: number
  readonly confidence: number
  readonly outcome: number
}

/**
 * At most `bins` bins of equal mass (not of equal width: confidences crowd at the upper end, where wide bins would hide the error).
 * Samples of equal confidence stay together, so a bin may be larger than its share.
 */
export const reliability = (samples: ReadonlyArray<Sample>, bins = 10): ReadonlyArray<Bin> => {
  const sorted = [...samples].sort((a, b) => a.confidence - b.confidence)
  const mass = samples.length / bins
  const table: Array<Array<Sample>> = []
  let boundary = 0
  for (const [index, sample] of sorted.entries()) {
    const isTied = sorted[index - 1]?.confidence === sample.confidence
    if (index < boundary || isTied) {
      table[table.length - 1]?.push(sample)
    } else {
      table.push([sample])
      // The small addend keeps 3 × (1 / 3) from rounding below 1.
      boundary = mass * (Math.floor(index / mass + 1e-9) + 1) - 1e-9
    }
  }
  return table.map((bin) => ({
    count: bin.length,
    lowest: bin[0]?.confidence ?? NaN,
    highest: bin[bin.length - 1]?.confidence ?? NaN,
    confidence: mean(bin.map((sample) => sample.confidence)),
    outcome: mean(bin.map((sample) => sample.outcome))
  }))
}

/** Expected calibration error, 0..1: the distance of confidence and outcome in each bin, weighed by the bin's count; NaN for no sample. */
export const expectedError = (samples: ReadonlyArray<Sample>, bins = 10): number =>
  reliability(samples, bins).reduce((total, bin) => total + bin.count * Math.abs(bin.confidence - bin.outcome), 0) / samples.length

/**
 * Area under the ROC curve, 0..1: how often a right sample (outcome 1) has more confidence than a wrong one, ties counting half;
 * null when there are only right or only wrong ones. Outcomes that are shares must be cut to 0 and 1 before.
 */
export const auroc = (samples: ReadonlyArray<Sample>): number | null => {
  const right = samples.filter((sample) => sample.outcome === 1)
  const wrong = samples.filter((sample) => sample.outcome === 0)
  if (right.length === 0 || wrong.length === 0) return null
  const wins = right.map((a) => mean(wrong.map((b) => a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0)))
  return mean(wins)
}

const mean = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0) / numbers.length
