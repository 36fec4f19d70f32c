/** Files made wrong: each way is one that real files go wrong in, or that somebody who means harm would try first. The same dice, the same file. */
import type { Dice } from "./Dice.js"
import * as Parts from "./Parts.js"

/** `other` is another file of the corpus, to take pieces from. */
type Way = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array

const place = (bytes: Uint8Array, dice: Dice): number => dice.integer(Math.max(1, bytes.length))

const pick = <A>(values: readonly [A, ...ReadonlyArray<A>], dice: Dice): A => values[dice.integer(values.length)] ?? values[0]

const joined = (...pieces: ReadonlyArray<Uint8Array>): Uint8Array => Uint8Array.from(Buffer.concat(pieces))

const times = (count: number, change: () => void): void => {
  for (let index = 0; index < count; index++) change()
}

const flipBits: Way = (bytes, dice) => {
  const changed = Uint8Array.from(bytes)
  times(1 + dice.integer(40), () => {
    const at = place(changed, dice)
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.integer(8))
  })
  return changed
}

const truncate: Way = (bytes, dice) => bytes.slice(0, place(bytes, dice))

const maxChunk = 20_000

const chunkOf = (bytes: Uint8Array, dice: Dice): Uint8Array => {
  const start = place(bytes, dice)
  return bytes.slice(start, start + 1 + dice.integer(maxChunk))
}

const splice: Way = (bytes, dice, other) => {
  const at = place(bytes, dice)
  return joined(bytes.subarray(0, at), chunkOf(other, dice), bytes.subarray(at + dice.integer(maxChunk)))
}

const remove: Way = (bytes, dice) => {
  const at = place(bytes, dice)
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + dice.integer(maxChunk)))
}

/** Of a repeated chunk: the file stays below the limit of an upload. */
const maxRepeated = 2_000_000

const repeat: Way = (bytes, dice) => {
  const chunk = chunkOf(bytes, dice)
  const count = Math.min(2 + dice.integer(500), Math.max(1, Math.floor(maxRepeated / Math.max(1, chunk.length))))
  const at = place(bytes, dice)
  return joined(bytes.subarray(0, at), ...Array.from({ length: count }, () => chunk), bytes.subarray(at))
}

const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff] as const

/** Lengths, offsets and counts of binary formats. */
const binaryNumber: Way = (bytes, dice) => {
  const changed = Buffer.from(bytes)
  times(1 + dice.integer(4), () => {
    const at = place(changed, dice)
    if (at + 4 > changed.length) return
    if (dice.integer(2) === 0) changed.writeUInt32BE(pick(edges, dice), at)
    else changed.writeUInt32LE(pick(edges, dice), at)
  })
  return Uint8Array.from(changed)
}

const writtenNumbers = ["0", "-1", "1", "9", "65536", "2147483648", "99999999999999999999", "1e300", "-0.0000001"] as const

/** Lengths, references and measures of formats that are text. */
const writtenNumber: Way = (bytes, dice) => {
  let text = Buffer.from(bytes).toString("latin1")
  times(1 + dice.integer(6), () => {
    const start = dice.integer(Math.max(1, text.length))
    const found = /-?\d+(?:\.\d+)?/.exec(text.slice(start, start + 4_000))
    if (found === null) return
    const at = start + found.index
    text = text.slice(0, at) + pick(writtenNumbers, dice) + text.slice(at + found[0].length)
  })
  return Uint8Array.from(Buffer.from(text, "latin1"))
}

const blind = { flipBits, truncate, splice, remove, repeat, binaryNumber, writtenNumber } as const

const blindly = (bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array =>
  pick([flipBits, splice, remove, repeat, binaryNumber, writtenNumber, writtenNumber], dice)(bytes, dice, other)

/** What is compressed is unpacked and packed again, so that the change reaches what reads it and not only the inflation. */
const inside: Way = (bytes, dice, other) => Parts.change(bytes, dice, (part) => blindly(part, dice, other)) ?? flipBits(bytes, dice, other)

const ways: Readonly<Record<string, Way>> = { ...blind, inside, "inside again": (bytes, dice, other) => inside(inside(bytes, dice, other), dice, other) }
const names = Object.keys(ways)

export interface Mutated {
  /** of the ways that were taken, in their order */
  readonly how: string
  readonly bytes: Uint8Array
}

/** One change, now and then two. */
export const mutate = (bytes: Uint8Array, other: Uint8Array, dice: Dice): Mutated => {
  const taken = Array.from({ length: dice.integer(4) === 0 ? 2 : 1 }, () => names[dice.integer(names.length)] ?? "flipBits")
  return { how: taken.join(" + "), bytes: taken.reduce((changed, name) => (ways[name] ?? flipBits)(changed, dice, other), bytes) }
}
