/** What runs in a decoding thread: one decoder, one file, and its answer as plain data that can cross the thread. */
import type { Limits } from "@excv/provider"
import type { DocumentRefused } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Duration, Effect } from "effect"
import { decoders } from "./Decoders.js"

export interface Task {
  readonly decoder: string
  readonly bytes: Uint8Array
  /** durations in milliseconds: class instances lose their methods between threads */
  readonly limits: Record<keyof Limits.Limits, number>
}

export type Outcome =
  | { readonly _tag: "Decoded"; readonly pages: ReadonlyArray<Document.RawPage> }
  | { readonly _tag: "Refused"; readonly reason: typeof DocumentRefused.Reason.Type }

const withDurations = (limits: Task["limits"]): Limits.Limits => ({
  ...limits,
  decodeTimeout: Duration.millis(limits.decodeTimeout),
  ocrTimeout: Duration.millis(limits.ocrTimeout),
  attemptTimeout: Duration.millis(limits.attemptTimeout),
  extractTimeout: Duration.millis(limits.extractTimeout)
})

/** The thread's one task, called by the pool. */
export default (task: Task): Promise<Outcome> => {
  const decoder = decoders.find(({ name }) => name === task.decoder)
  if (!decoder) return Promise.reject(new Error(`No decoder is named ${task.decoder}`))
  return decoder.decode(task.bytes, withDurations(task.limits)).pipe(
    Effect.match({
      onFailure: ({ reason }): Outcome => ({ _tag: "Refused", reason }),
      onSuccess: (pages): Outcome => ({ _tag: "Decoded", pages })
    }),
    Effect.runPromise
  )
}
