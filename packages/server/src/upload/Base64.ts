/** Base64 as clients send it: strict about what is data, tolerant of what wraps it. */
import { ApiError } from "@excv/api"
import { Effect } from "effect"

/** `data:application/pdf;base64,` and the like */
const dataUri = /^data:[^,]{0,200};base64,/i
const alphabet = /^[A-Za-z0-9+/]*={0,2}$/

const invalid = new ApiError.InvalidRequest({
  message: "The field \"base64\" is not valid base64.",
  details: { parameter: "base64" }
})

/** The bytes; a file that decodes to more than `maxBytes` is refused before it is decoded. */
export const decode = (
  text: string,
  maxBytes: number
): Effect.Effect<Buffer, ApiError.InvalidRequest | ApiError.FileTooLarge> => {
  const digits = text.trimStart().replace(dataUri, "").replace(/\s+/g, "")
  if (digits.length % 4 !== 0 || !alphabet.test(digits)) return invalid
  const padding = digits.endsWith("==") ? 2 : digits.endsWith("=") ? 1 : 0
  if (digits.length / 4 * 3 - padding > maxBytes) return new ApiError.FileTooLarge({})
  return Effect.succeed(Buffer.from(digits, "base64"))
}
