/** The decoders of this build: a new one is one line here; and what prepares pictures for OCR. */
import type { Decoder, Picture } from "@excv/provider"
import { DocxDecoder } from "@excv/provider-docx"
import { ImageDecoder, Preparer } from "@excv/provider-image"
import { PdfDecoder } from "@excv/provider-pdf"

export const decoders: ReadonlyArray<Decoder> = [PdfDecoder.decoder, DocxDecoder.decoder, ImageDecoder.decoder]

export const preparer: Picture.Preparer = Preparer.preparer
