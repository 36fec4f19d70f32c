/** When a given value counts as right: one rule for each kind of value, with the thresholds of the specification's section 6. */
import { normalize, tokenF1, tokenSetRatio } from "./Text.js"

/** What a field holds, null when the document does not say it. */
export type Leaf = string | number | boolean | null

/**
 * - `text`, `email`, `phone`, `url`, `country`, `language`, `label`, `date`: equal after NFKC, case folding and white-space collapse;
 *   they differ in how an invented one is recognised (see Grounding); a `label` is of a closed list and not read off the page
 * - `name`: of a company, title, institution or degree: equal, or a token-set ratio ≥ 0.85
 * - `prose`: a summary, description or bullet: equal, or a token F1 ≥ 0.8
 * - `years`: a number, within 0.5
 */
export type Kind =
  | "text" | "name" | "prose" | "date" | "email" | "phone" | "url" | "country" | "language" | "label" | "years"

/** Whether the given value is right; null agrees with nothing, because who says nothing cannot be right. */
export const agrees = (kind: Kind, expected: Leaf, given: Leaf): boolean => {
  if (expected === null || given === null) return false
  if (typeof expected === "number" && typeof given === "number") return Math.abs(expected - given) <= tolerance(kind)
  const left = String(expected)
  const right = String(given)
  if (normalize(left) === normalize(right)) return true
  if (kind === "name") return tokenSetRatio(left, right) >= 0.85
  return kind === "prose" && tokenF1(left, right) >= 0.8
}

// Sums of tenths are not exact: 3.5 and 4.0 are half a year apart, 3.4 and 3.9 a rounding error more.
const tolerance = (kind: Kind): number => kind === "years" ? 0.5 + 1e-9 : 0
