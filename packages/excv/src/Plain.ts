/** What another thread or process is sent of a file: class instances lose their methods on the way. */
import type { Limits } from "@excv/provider"
import { Duration } from "effect"

/** durations in milliseconds */
export type PlainLimits = Record<keyof Limits.Limits, number>

export interface File {
  /** its name */
  readonly decoder: string
  readonly bytes: Uint8Array
  readonly limits: PlainLimits
}

export const fromLimits = (limits: Limits.Limits): PlainLimits => ({
  ...limits,
  decodeTimeout: Duration.toMillis(limits.decodeTimeout),
  ocrTimeout: Duration.toMillis(limits.ocrTimeout),
  attemptTimeout: Duration.toMillis(limits.attemptTimeout),
  extractTimeout: Duration.toMillis(limits.extractTimeout)
})

export const toLimits = (limits: PlainLimits): Limits.Limits => ({
  ...limits,
  decodeTimeout: Duration.millis(limits.decodeTimeout),
  ocrTimeout: Duration.millis(limits.ocrTimeout),
  attemptTimeout: Duration.millis(limits.attemptTimeout),
  extractTimeout: Duration.millis(limits.extractTimeout)
})
