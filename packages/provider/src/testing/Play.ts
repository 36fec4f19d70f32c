/** What a fake server plays for one call: an answer of its vendor, or one of the things that go wrong. */
export type Play =
  /** `text` is what the model says */
  | { readonly _tag: "Answer"; readonly text: string; readonly stop: Stop }
  | { readonly _tag: "Refuse"; readonly status: number; readonly code: string; readonly message: string; readonly headers: Readonly<Record<string, string>> }
  /** a body of status 200 that is not what the vendor sends */
  | { readonly _tag: "Body"; readonly body: string; readonly contentType: string }
  /** nothing is sent, ever */
  | { readonly _tag: "Hang" }
  /** the answer, but the connection is reset before it or in its middle */
  | { readonly _tag: "Reset"; readonly afterHeaders: boolean; readonly text: string }
  /** the answer, a few bytes at a time */
  | { readonly _tag: "Drip"; readonly text: string; readonly pauseMs: number; readonly bytes: number }
  | { readonly _tag: "Delay"; readonly ms: number; readonly then: Play }

/** How a model's answer ends. */
export type Stop = "end" | "length" | "refusal" | "content_filter"

export const answer = (text: string): Play => ({ _tag: "Answer", text, stop: "end" })
export const stopped = (stop: Stop, text = ""): Play => ({ _tag: "Answer", text, stop })
export const refuse = (status: number, code = "", message = "No.", headers: Readonly<Record<string, string>> = {}): Play =>
  ({ _tag: "Refuse", status, code, message, headers })
export const body = (text: string, contentType = "application/json"): Play => ({ _tag: "Body", body: text, contentType })
export const hang: Play = { _tag: "Hang" }
export const reset: Play = { _tag: "Reset", afterHeaders: false, text: "" }
export const resetMidBody = (text: string): Play => ({ _tag: "Reset", afterHeaders: true, text })
export const drip = (text: string, pauseMs = 5, bytes = 64): Play => ({ _tag: "Drip", text, pauseMs, bytes })
export const delay = (ms: number, then: Play): Play => ({ _tag: "Delay", ms, then })
