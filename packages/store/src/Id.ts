/** Random text over base62: identifiers that nobody can guess and that every URL and shell takes as they are. */
import { Effect } from "effect"
import { randomBytes } from "node:crypto"

export const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/** `length` characters of 5.95 bits each, every one equally likely. */
export const random = (length: number): Effect.Effect<string> =>
  Effect.sync(() => {
    let text = ""
    while (text.length < length) {
      for (const byte of randomBytes(length)) {
        // 248 is the last multiple of 62 in a byte: larger bytes would favour the first characters
        if (byte < 248 && text.length < length) text += alphabet.charAt(byte % 62)
      }
    }
    return text
  })

/** `acc_…`, `key_…`, `job_…`, `node_…` with 142 random bits. */
export const make = (kind: "acc" | "key" | "job" | "node"): Effect.Effect<string> =>
  Effect.map(random(24), (text) => `${kind}_${text}`)
