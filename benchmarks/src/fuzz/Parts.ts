/** The compressed parts of a file: of an archive its entries, of a PDF its streams. */
import { unzipSync, zipSync } from "fflate"
import { deflateSync, inflateSync } from "node:zlib"
import type { Dice } from "./Dice.js"

/** The same dice make the same bytes, at any time. */
const written = new Date(2026, 0, 1)

type Change = (part: Uint8Array) => Uint8Array

/** Of a part: a bomb of the corpus stays packed. */
const maxInflated = 5_000_000

const attempt = <A>(step: () => A): A | null => {
  try {
    return step()
  } catch {
    return null
  }
}

const inArchive = (bytes: Uint8Array, dice: Dice, change: Change): Uint8Array | null => {
  const entries = attempt(() => unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= maxInflated }))
  const names = Object.keys(entries ?? {})
  const name = names[dice.integer(Math.max(1, names.length))]
  const part = name === undefined ? undefined : entries?.[name]
  return entries === null || name === undefined || part === undefined ? null : zipSync({ ...entries, [name]: change(part) }, { mtime: written })
}

const streamsOf = (bytes: Buffer): ReadonlyArray<readonly [start: number, end: number]> => {
  const found: Array<readonly [number, number]> = []
  for (let at = bytes.indexOf("stream"); at >= 0 && found.length < 2_000; at = bytes.indexOf("stream", at + 6)) {
    const start = at + (bytes[at + 6] === 13 ? 8 : 7)
    const end = bytes.indexOf("endstream", start)
    if (end < 0) break
    found.push([start, end])
    at = end + 3
  }
  return found
}

const inPdf = (bytes: Uint8Array, dice: Dice, change: Change): Uint8Array | null => {
  const view = Buffer.from(bytes)
  const streams = streamsOf(view)
  const [start, end] = streams[dice.integer(Math.max(1, streams.length))] ?? [0, 0]
  const stream = view.subarray(start, end)
  const inflated = attempt(() => inflateSync(stream, { maxOutputLength: maxInflated }))
  if (end === 0) return null
  const changed = inflated === null ? change(stream) : deflateSync(change(inflated))
  return Uint8Array.from(Buffer.concat([view.subarray(0, start), changed, Buffer.from("\n"), view.subarray(end)]))
}

/** One part changed; null when the file has none that can be read. */
export const change = (bytes: Uint8Array, dice: Dice, how: Change): Uint8Array | null => {
  const [first, second] = bytes
  if (first === 0x50 && second === 0x4b) return inArchive(bytes, dice, how)
  return first === 0x25 && second === 0x50 ? inPdf(bytes, dice, how) : null
}
