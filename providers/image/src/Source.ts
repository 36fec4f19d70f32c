/** A picture file as sharp opens it: only the formats that are accepted, and never more pixels than allowed. */
import { DocumentRefused, type Limits } from "@excv/provider"
import { Duration, Effect } from "effect"
import sharp, { type Metadata, type Sharp } from "sharp"

// libvips reads many formats, some of them programs in disguise: everything is off, then what is needed is on.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({ operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp", "VipsForeignLoadTiff"] })
// A thread of ours is one core's work, and a file is read once: no threads and no memory of files beside it.
sharp.concurrency(1)
sharp.cache(false)

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

/** `page` counts from 1. */
export const open = (bytes: Uint8Array, limits: Limits.Limits, page = 1): Sharp =>
  sharp(bytes, { page: page - 1, limitInputPixels: limits.maxPixels, failOn: "error", sequentialRead: true, animated: false })
    .timeout({ seconds: Math.max(1, Math.ceil(Duration.toSeconds(limits.decodeTimeout))) })

/** sharp tells its failures only by words. */
const refusal = (error: unknown): DocumentRefused.DocumentRefused => {
  const message = error instanceof Error ? error.message : ""
  if (/exceeds pixel limit/i.test(message)) return refused("too_many_pixels")
  if (/timeout/i.test(message)) return refused("decode_timeout")
  return refused("corrupted")
}

/** Runs a step of sharp; fails with `corrupted`, `too_many_pixels` or `decode_timeout`. */
export const attempt = <A>(step: () => Promise<A>): Effect.Effect<A, DocumentRefused.DocumentRefused> =>
  Effect.tryPromise({ try: step, catch: refusal })

/** What the header says. Fails with `too_many_pixels` before anything is decoded. */
export const describe = Effect.fn("Source.describe")(function*(bytes: Uint8Array, limits: Limits.Limits, page = 1) {
  const header: Metadata = yield* attempt(() =>
    sharp(bytes, { page: page - 1, limitInputPixels: false, failOn: "error", animated: false }).metadata())
  if (header.width * header.height > limits.maxPixels) return yield* refused("too_many_pixels")
  return header
})
