/** Whether memory grows: garbage comes and goes, so medians are compared, after the warm-up and at the end. */
import { median } from "../Percentile.js"

/** Fewer measurements are noise. */
const minMeasured = 500
const maxGrowth = 0.25

const part = (values: ReadonlyArray<number>, from: number, to: number): number =>
  median(values.slice(Math.floor(values.length * from), Math.ceil(values.length * to)))

const growth = (residentMb: ReadonlyArray<number>): number => part(residentMb, 0.8, 1) / part(residentMb, 0.2, 0.4) - 1

export const isGrowing = (residentMb: ReadonlyArray<number>): boolean => residentMb.length >= minMeasured && growth(residentMb) > maxGrowth

export const describe = (residentMb: ReadonlyArray<number>): string => {
  if (residentMb.length < minMeasured) return "too few files to say"
  return `median ${Math.round(part(residentMb, 0.2, 0.4))} MB in the second fifth, ${Math.round(part(residentMb, 0.8, 1))} MB in the last`
}
