/** Bootstrap intervals: how far a measured number may be from what other documents would have shown. */
import { Utils } from "effect"

/** The measured number and its percentile interval. */
export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Options {
  /** default 1000 */
  readonly resamples?: number
  /** share of the resamples inside the interval, default 0.95 */
  readonly level?: number
  /** the same seed gives the same interval, default 1 */
  readonly seed?: number
}

/**
 * The interval of `statistic` over resamples of `items`, drawn with replacement. Give it pairs (the old and the new score of one document)
 * and a statistic of their difference, and the interval is paired: what makes a document hard for both cancels out.
 * Resamples for which the statistic is NaN are left out; no items give NaN.
 */
export const interval = <A>(
  items: ReadonlyArray<A>,
  statistic: (items: ReadonlyArray<A>) => number,
  { level = 0.95, resamples = 1000, seed = 1 }: Options = {}
): Interval => {
  const random = new Utils.PCGRandom(seed)
  const values = Array.from({ length: items.length === 0 ? 0 : resamples }, () => statistic(resample(items, random)))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b)
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? NaN
  return { value: statistic(items), low: at((1 - level) / 2), high: at((1 + level) / 2) }
}

const resample = <A>(items: ReadonlyArray<A>, random: Utils.PCGRandom): ReadonlyArray<A> =>
  items.flatMap(() => {
    const index = Math.floor(random.number() * items.length)
    return items.slice(index, index + 1)
  })
