/** The decode stage: a file becomes pages of words, or is refused. */
import type { Decoder } from "@excv/provider"
import { DocumentRefused, type Limits } from "@excv/provider"
import { Effect } from "effect"
import * as Sniff from "./Sniff.js"

const refuse = (reason: typeof DocumentRefused.Reason.Type) => new DocumentRefused.DocumentRefused({ reason })

const decoderFor = (bytes: Uint8Array, decoders: ReadonlyArray<Decoder>) => {
  const mediaType = Sniff.mediaType(bytes)
  const decoder = mediaType && decoders.find((candidate) => candidate.mediaTypes.includes(mediaType))
  return decoder ? Effect.succeed({ decoder, mediaType }) : Effect.fail(refuse("unsupported_format"))
}

/**
 * The decoder runs until `limits.decodeTimeout` and is then interrupted; one that runs in a worker is killed with it.
 * Fails with `unsupported_format`, `empty_file`, `too_large`, `decode_timeout`, `too_many_words`, or as the decoder does.
 */
export const decode = Effect.fn("Decode.decode")(function*(
  bytes: Uint8Array,
  decoders: ReadonlyArray<Decoder>,
  limits: Limits.Limits
) {
  if (bytes.byteLength === 0) return yield* refuse("empty_file")
  if (bytes.byteLength > limits.maxBytes) return yield* refuse("too_large")
  const { decoder, mediaType } = yield* decoderFor(bytes, decoders)
  const pages = yield* decoder.decode(bytes, limits).pipe(
    Effect.timeoutFail({ duration: limits.decodeTimeout, onTimeout: () => refuse("decode_timeout") })
  )
  const wordCount = pages.reduce((count, page) => count + page.words.length, 0)
  if (wordCount > limits.maxWords) return yield* refuse("too_many_words")
  return { bytes, mediaType, decoder, pages }
})
