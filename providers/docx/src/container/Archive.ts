/**
 * The zip container of a document: only the parts that are asked for are inflated, and none to more bytes than
 * the directory says or the budget has left: inflating stops there. Names are only looked up, so that none can lead out of the archive.
 */
import { DocumentRefused } from "@excv/provider"
import { Effect, type Scope } from "effect"
import { promisify } from "node:util"
import { inflateRaw, type ZlibOptions } from "node:zlib"
import yauzl from "yauzl"

export interface Archive {
  /** The bytes of the part with this name, null when there is none; fails when there are two, or when it cannot be inflated. Inflated once. */
  readonly read: (name: string) => Effect.Effect<Uint8Array | null, DocumentRefused.DocumentRefused>
}

/** A document of a word processor has some dozens, and one for each picture. */
const maxEntries = 4_000

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

/** Names of parts are compared without case. */
export const normalized = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase()

const nameOf = ({ fileNameRaw }: yauzl.Entry): string => normalized(new TextDecoder().decode(fileNameRaw))

/** The names as they stand are never used as paths, so that they need no check. */
const openFile = (bytes: Uint8Array) =>
  Effect.tryPromise({
    try: () => yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, decodeStrings: false, autoClose: false }),
    catch: () => refused("corrupted")
  })

const directory = (file: yauzl.ZipFile) =>
  Effect.tryPromise({
    try: async () => {
      const entries = new Map<string, Array<yauzl.Entry>>()
      for await (const entry of file.eachEntry()) {
        const name = nameOf(entry)
        entries.set(name, [...(entries.get(name) ?? []), entry])
      }
      return entries
    },
    catch: () => refused("corrupted")
  })

interface Budget {
  bytes: number
}

/** Deflated bytes as they stand: their number is that of the file at most. */
const raw = async (file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of await file.openReadStreamPromise(entry, { decodeFileData: false })) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const inflateRawBuffer = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)
const stored = 0
const deflated = 8

/** null when it says itself that it is larger than the budget; one that lies stops at the size that it states, and rejects. */
const inflate = async (file: yauzl.ZipFile, entry: yauzl.Entry, budget: Budget): Promise<Uint8Array | null> => {
  const { compressionMethod, uncompressedSize } = entry
  if (uncompressedSize > budget.bytes) return null
  if (compressionMethod !== stored && compressionMethod !== deflated) throw new Error("The method of compression is unknown.")
  const bytes = await raw(file, entry)
  const content = compressionMethod === stored ? bytes : await inflateRawBuffer(bytes, { maxOutputLength: Math.max(1, uncompressedSize), chunkSize: 65_536 })
  if (content.byteLength !== uncompressedSize) throw new Error("The part has another size than it says.")
  budget.bytes -= content.byteLength
  return content
}

/** The archive is closed with the scope. `maxInflatedBytes` counts for all parts together. */
export const open = Effect.fn("Archive.open")(function*(bytes: Uint8Array, maxInflatedBytes: number): Effect.fn.Return<Archive, DocumentRefused.DocumentRefused, Scope.Scope> {
  const file = yield* Effect.acquireRelease(openFile(bytes), (opened) => Effect.sync(() => opened.close()))
  if (file.entryCount > maxEntries) return yield* refused("inflates_too_much")
  const entries = yield* directory(file)
  const budget: Budget = { bytes: maxInflatedBytes }
  const known = new Map<string, Uint8Array>()
  const read = Effect.fn("Archive.read")(function*(name: string) {
    const [entry, ...others] = entries.get(normalized(name)) ?? []
    const inflated = known.get(normalized(name))
    if (inflated !== undefined) return inflated
    if (entry === undefined) return null
    if (others.length > 0) return yield* refused("corrupted")
    if (entry.isEncrypted()) return yield* refused("encrypted")
    const content = yield* Effect.tryPromise({ try: () => inflate(file, entry, budget), catch: () => refused("corrupted") })
    if (content === null) return yield* refused("inflates_too_much")
    known.set(normalized(name), content)
    return content
  })
  return { read }
})
