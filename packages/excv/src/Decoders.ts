/** The decoders of this build: a new one is one line here. */
import type { Decoder } from "@excv/provider"
import { DocxDecoder } from "@excv/provider-docx"
import { PdfDecoder } from "@excv/provider-pdf"

export const decoders: ReadonlyArray<Decoder> = [PdfDecoder.decoder, DocxDecoder.decoder]
