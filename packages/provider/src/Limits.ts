/** Limits that protect the service: what one document may cost. */
import { Duration } from "effect"

export interface Limits {
  /** of the file, after base64 decoding */
  readonly maxBytes: number
  readonly maxPages: number
  /** of the whole document, so that layout and extraction stay cheap */
  readonly maxWords: number
  /** width × height of one image */
  readonly maxPixels: number
  /** of everything that an archive inflates to */
  readonly maxInflatedBytes: number
  readonly decodeTimeout: Duration.Duration
  /** a page */
  readonly ocrTimeout: Duration.Duration
  /** one attempt; short enough that another extractor can still answer in the time of all */
  readonly attemptTimeout: Duration.Duration
  /** all attempts together */
  readonly extractTimeout: Duration.Duration
}

/** Section 5 of the specification. */
export const standard: Limits = {
  maxBytes: 10 * 1024 * 1024,
  maxPages: 30,
  maxWords: 60_000,
  maxPixels: 40_000_000,
  maxInflatedBytes: 100_000_000,
  decodeTimeout: Duration.seconds(20),
  ocrTimeout: Duration.seconds(60),
  attemptTimeout: Duration.seconds(60),
  extractTimeout: Duration.seconds(120)
}
