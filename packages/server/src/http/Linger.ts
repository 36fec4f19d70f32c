/**
 * Answering before the body has arrived. Closing at once would reset the connection under a client that is still sending,
 * and the answer with it; reading everything would let a client keep the server busy. So the answer is sent, the rest is
 * read and thrown away for a while, and then the connection closes.
 */
import { HttpServerResponse } from "@effect/platform"
import { Duration, Effect, Stream } from "effect"
import type { IncomingMessage } from "node:http"

/** in all */
const maxTime = Duration.seconds(30)
/** without a byte */
const maxSilence = Duration.seconds(5)
/** What Node may read to the end by itself, so that the connection lives on. */
const smallBytes = 256 * 1024

/** The response, kept open until the client has sent its body; unchanged when it has, or soon will have. */
export const whileSending = (
  incoming: IncomingMessage,
  response: HttpServerResponse.HttpServerResponse
): HttpServerResponse.HttpServerResponse => {
  const { body } = response
  if (!isSending(incoming) || body._tag !== "Uint8Array") return response
  return HttpServerResponse.stream(Stream.concat(Stream.make(body.body), Stream.execute(discard(incoming))), {
    status: response.status,
    headers: { ...response.headers, connection: "close" },
    contentType: body.contentType,
    contentLength: body.contentLength
  })
}

const isSending = (incoming: IncomingMessage): boolean => {
  if (incoming.complete) return false
  if (incoming.headers["transfer-encoding"] !== undefined || incoming.headers.expect !== undefined) return true
  return Number(incoming.headers["content-length"] ?? 0) > smallBytes
}

const discard = (incoming: IncomingMessage) =>
  Effect.async<void>((resume) => {
    const finish = () => {
      clearTimeout(silence)
      resume(Effect.void)
    }
    const silence = setTimeout(finish, Duration.toMillis(maxSilence))
    incoming.on("data", () => silence.refresh()).on("end", finish).on("error", finish).on("close", finish)
    incoming.resume()
    return Effect.sync(() => clearTimeout(silence))
  }).pipe(Effect.timeoutTo({ duration: maxTime, onTimeout: () => undefined, onSuccess: () => undefined }))
