/** Pictures in questions, checked as vendors check them: real base64, of the type that is said, and not too large. */
import type { Heard } from "./Vendor.js"

export type Seen = Heard["pictures"][number]

export interface Rules {
  readonly mediaTypes: ReadonlyArray<string>
  /** of one picture, before base64 */
  readonly maxBytes: number
}

const begins: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  "image/png": (bytes) => bytes.subarray(1, 4).toString("latin1") === "PNG",
  "image/jpeg": (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  "image/webp": (bytes) => bytes.subarray(8, 12).toString("latin1") === "WEBP",
  "image/gif": (bytes) => bytes.subarray(0, 3).toString("latin1") === "GIF",
  "application/pdf": (bytes) => bytes.subarray(0, 5).toString("latin1") === "%PDF-"
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Null when it can be seen. */
export const problemOf = (mediaType: string, data: string, { maxBytes, mediaTypes }: Rules): string | null => {
  if (!mediaTypes.includes(mediaType)) return `media type '${mediaType}' is not supported`
  if (data === "" || !base64.test(data)) return "invalid base64 data"
  const bytes = Buffer.from(data, "base64")
  if (bytes.length > maxBytes) return `exceeds the maximum of ${maxBytes} bytes`
  return begins[mediaType]?.(bytes) === true ? null : "could not be processed: the content is not of the media type"
}

export const seen = (mediaType: string, data: string): Seen => ({ mediaType, bytes: new Uint8Array(Buffer.from(data, "base64")) })

/** `data:image/png;base64,…`, taken apart; null for anything else. */
export const ofDataUrl = (url: string): { readonly mediaType: string; readonly data: string } | null => {
  const [, mediaType, data] = /^data:([\w/+.-]+);base64,([^]*)$/.exec(url) ?? []
  return mediaType === undefined || data === undefined ? null : { mediaType, data }
}
