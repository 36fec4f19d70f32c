/**
 * The zip container of a document: only the parts that are asked for are inflated, and what they inflate to is counted
 * while it streams, whatever the directory says. Names are only looked up, so that none can lead out of the archive.
 */
import { DocumentRefused } from "@excv/provider"
import { Effect, type Scope } from "effect"
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

/** Stops at the first chunk that is beyond the budget; a part that itself says that it is larger is not begun. */
const inflate = async (file: yauzl.ZipFile, entry: yauzl.Entry, budget: Budget): Promise<Uint8Array | null> => {
  if (entry.uncompressedSize > budget.bytes) return null
  const stream = await file.openReadStreamPromise(entry)
  const chunks: Array<Buffer> = []
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    budget.bytes -= chunk.byteLength
    if (budget.bytes < 0) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
