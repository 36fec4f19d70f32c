/**
 * Whether the streams of a file inflate to too much. The engine keeps the whole of a stream that it reads, outside of the
 * heap that its thread is limited to: a bomb has to be found before. Of encrypted files nothing can be said.
 */
import type { Limits } from "@excv/provider"
import { constants, createInflate, inflateSync } from "node:zlib"

/** No byte of a deflated stream becomes more. */
const maxRatio = 1_032

/** bytes before a stream in which its dictionary is looked for */
const dictionaryLength = 1_000

/** More filters than this, one behind the other, only a bomb has. */
const maxDepth = 4

interface Stream {
  readonly packed: Buffer
  readonly isPicture: boolean
}

/** `x` and one of four bytes: text has it nowhere at its start. */
const isDeflated = (bytes: Uint8Array): boolean => bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0)

const streamsOf = (file: Buffer): ReadonlyArray<Stream> => {
  const found: Array<Stream> = []
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    const start = at + (file[at + 6] === 0x0d && file[at + 7] === 0x0a ? 8 : 7)
    if (!isDeflated(file.subarray(start, start + 2))) continue
    const end = file.indexOf("endstream", start)
    const dictionary = file.toString("latin1", Math.max(0, at - dictionaryLength), at)
    const isPicture = /\/Subtype\s*\/Image/.test(dictionary.slice(dictionary.lastIndexOf(" obj") + 1))
    found.push({ packed: file.subarray(start, end < 0 ? file.length : end), isPicture })
    at = end < 0 ? file.length : end + 3
  }
  return found
}

/** bytes, enough to inflate the start of a stream */
const peekLength = 1_024

const isPackedAgain = (packed: Uint8Array): boolean => {
  try {
    return isDeflated(inflateSync(packed.subarray(0, peekLength), { finishFlush: constants.Z_SYNC_FLUSH }))
  } catch {
    return false
  }
}

/** How long it becomes, at most a little more than `max`; what is packed more than once is unpacked to its end. */
const lengthOf = async (packed: Uint8Array, max: number, depth = 1): Promise<number> => {
  const inflate = createInflate({ chunkSize: 65_536 })
  // A stream that breaks off counts as far as it goes.
  const written = new Promise<void>((resolve) => inflate.on("error", resolve).on("close", resolve))
  let length = 0
  const inner: Array<Buffer> = []
  let isAgain = false
  inflate.on("data", (chunk: Buffer) => {
    if (length === 0) isAgain = isDeflated(chunk)
    length += chunk.length
    if (isAgain) inner.push(chunk)
    if (length > max) inflate.destroy()
  })
  inflate.end(packed)
  await written
  if (!isAgain || length > max) return length
  return depth >= maxDepth ? max + 1 : lengthOf(Buffer.concat(inner), max, depth + 1)
}

/** A picture may have as many bytes as its pixels are allowed; everything else together as much as an archive. */
export const isTooMuch = async (bytes: Uint8Array, { maxInflatedBytes, maxPixels }: Limits.Limits): Promise<boolean> => {
  const streams = streamsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const maxPicture = Math.max(maxInflatedBytes, 4 * maxPixels)
  const most = streams.reduce((sum, { packed }) => sum + packed.length * maxRatio, 0)
  let written = 0
  for (const { isPicture, packed } of streams) {
    const max = isPicture ? maxPicture : maxInflatedBytes
    if (most <= maxInflatedBytes && !isPackedAgain(packed)) continue
    const length = await lengthOf(packed, max)
    if (!isPicture) written += length
    if (length > max || written > maxInflatedBytes) return true
  }
  return false
}
