/** The text of an API key: made, checked and hashed here, without a database, so that a mistyped key costs no look-up. */
import { Effect, Option, Redacted, Schema } from "effect"
import { createHash } from "node:crypto"
import { crc32 } from "node:zlib"
import * as Id from "./Id.js"

/** `live` consumes credits, `test` does not. */
export const Mode = Schema.Literal("live", "test")
export type Mode = typeof Mode.Type

/** What a well-formed key says without a look-up. */
export interface Parsed {
  readonly mode: Mode
  /** SHA-256 of the whole key, 32 bytes */
  readonly hash: Buffer
}

/** 238 random bits: more than 190 stay secret although listings show the last four characters. */
const secretLength = 40
/** 62^6 is more than 2^32 */
const checksumLength = 6
const pattern = new RegExp(`^excv_(live|test)_[0-9A-Za-z]{${secretLength + checksumLength}}$`)

/** A new key, such as `excv_live_` and 46 characters of base62, the last 6 of them a checksum of all others. */
export const make = (mode: Mode): Effect.Effect<Redacted.Redacted> =>
  Effect.map(Id.random(secretLength), (secret) => {
    const body = `excv_${mode}_${secret}`
    return Redacted.make(body + checksum(body))
  })

/** None when the shape or the checksum is wrong. */
export const parse = (token: Redacted.Redacted): Option.Option<Parsed> => {
  const text = Redacted.value(token)
  const mode = pattern.exec(text)?.[1]
  if (mode !== "live" && mode !== "test") return Option.none()
  if (checksum(text.slice(0, -checksumLength)) !== text.slice(-checksumLength)) return Option.none()
  return Option.some({ mode, hash: hash(token) })
}

/** SHA-256 of the whole key: what is stored. */
export const hash = (token: Redacted.Redacted): Buffer => createHash("sha256").update(Redacted.value(token)).digest()

/** The last four characters, by which a person recognises a key in a list. */
export const lastFour = (token: Redacted.Redacted): string => Redacted.value(token).slice(-4)

const checksum = (body: string): string => {
  let rest = crc32(body)
  let text = ""
  for (let index = 0; index < checksumLength; index++) {
    text = Id.alphabet.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}
