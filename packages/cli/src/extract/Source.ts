/** The bytes of one input. They are counted while they are read: a huge file costs no memory before it is refused. */
import * as NodeStream from "@effect/platform-node/NodeStream"
import type { ApiError } from "@excv/api"
import { Effect, Stream } from "effect"
import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import type { Input } from "./Inputs.js"
import * as Unreadable from "./Unreadable.js"

const chunkBytes = 1024 * 1024

export const read = (input: Input, maxBytes: number): Effect.Effect<Uint8Array, ApiError.ApiError> => {
  switch (input._tag) {
    case "Missing":
      return Effect.fail(input.error)
    case "Stdin":
      return collect(() => process.stdin, maxBytes)
    case "File":
      return collect(() => createReadStream(input.name, { highWaterMark: chunkBytes }), maxBytes)
  }
}

/** Everything, or the first part that is over the limit. */
const collect = (open: () => Readable, maxBytes: number) =>
  NodeStream.fromReadable<ApiError.ApiError, Uint8Array>(open, unreadable).pipe(
    Stream.mapAccum(0, (before, chunk) => {
      const total = before + chunk.byteLength
      return [total, { chunk, total }]
    }),
    Stream.takeUntil(({ total }) => total > maxBytes),
    Stream.runFold<Array<Uint8Array>, { readonly chunk: Uint8Array }>([], (chunks, { chunk }) => [...chunks, chunk]),
    Effect.map((chunks) => Buffer.concat(chunks))
  )

const unreadable = (error: unknown): ApiError.ApiError =>
  Unreadable.fromCode(error instanceof Error && "code" in error ? String(error.code) : "unknown")
