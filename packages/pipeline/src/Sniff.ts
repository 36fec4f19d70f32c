/** The media type of a file by its magic bytes: what a client declares is not trusted. */
import type { Document } from "@excv/schema"
import * as Zip from "./sniff/Zip.js"

type Signature = readonly [mediaType: Document.MediaType, offset: number, bytes: ReadonlyArray<number>]

const ascii = (text: string): ReadonlyArray<number> => Array.from(text, (character) => character.charCodeAt(0))

const signatures: ReadonlyArray<Signature> = [
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/png", 0, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]],
  ["image/webp", 8, ascii("WEBP")],
  ["image/tiff", 0, [...ascii("II"), 42, 0]],
  ["image/tiff", 0, [...ascii("MM"), 0, 42]]
]

const startsWith = (bytes: Uint8Array, offset: number, expected: ReadonlyArray<number>): boolean =>
  expected.every((byte, index) => bytes[offset + index] === byte)

/** PDF readers accept the header anywhere in the first 1,024 bytes. */
const hasPdfHeader = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes("%PDF-")

/** A zip archive with parts of a Word document, whatever its main part is called. */
const isWordDocument = (bytes: Uint8Array): boolean => {
  if (!startsWith(bytes, 0, [0x50, 0x4b, 3, 4])) return false
  const names = Zip.names(bytes).map((name) => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase())
  return names.includes("[content_types].xml") && names.some((name) => /^word\/document\d*\.xml$/.test(name))
}

/** The container that Office puts a document in to encrypt it: a decoder can only say so. */
const isEncryptedDocument = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from("EncryptedPackage", "utf16le"))

/** null when the content is none of the accepted formats. */
export const mediaType = (bytes: Uint8Array): Document.MediaType | null => {
  const signature = signatures.find(([, offset, expected]) => startsWith(bytes, offset, expected))
  if (signature) return signature[0]
  if (isWordDocument(bytes) || isEncryptedDocument(bytes)) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  return hasPdfHeader(bytes) ? "application/pdf" : null
}
