/** The names in the directory at the end of a zip archive; nothing is inflated, and nothing that the directory says is trusted. */

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const entryLength = 46
const maxComment = 0xffff
/** Names beyond these say nothing about the kind of the archive. */
const maxNames = 4_000

const endOf = (view: DataView): number | null => {
  const first = Math.max(0, view.byteLength - endLength - maxComment)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return null
}

/** As they stand; empty when there is no directory. */
export const names = (bytes: Uint8Array): ReadonlyArray<string> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.byteLength < endLength ? null : endOf(view)
  if (end === null) return []
  const decoder = new TextDecoder()
  const found: Array<string> = []
  let at = view.getUint32(end + 16, true)
  while (found.length < maxNames && at + entryLength <= end && view.getUint32(at, true) === entrySignature) {
    const name = view.getUint16(at + 28, true)
    found.push(decoder.decode(bytes.subarray(at + entryLength, at + entryLength + name)))
    at += entryLength + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return found
}
