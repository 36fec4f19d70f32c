/** What the fuzzer and the process that it tries say to each other. */
import { Schema } from "effect"

export interface Task {
  readonly bytes: Uint8Array
  readonly ocr: boolean
}

export const Answer = Schema.Struct({
  /** `read`, `refused REASON`, or else a defect by its kind and where it was thrown */
  verdict: Schema.String,
  /** of the process with its threads, in MB */
  residentMb: Schema.Number
})
export type Answer = typeof Answer.Type

/** The only two verdicts that are right. */
export const isRight = (verdict: string): boolean => verdict === "read" || verdict.startsWith("refused ")
