/** The decoders of this build: a new one is one line here; what prepares pictures for OCR, and what draws them for models. */
import type { Decoder, Picture, View } from "@excv/provider"
import { DocxDecoder } from "@excv/provider-docx"
import { Drawer, ImageDecoder, Preparer } from "@excv/provider-image"
import { PdfDecoder } from "@excv/provider-pdf"

export const decoders: ReadonlyArray<Decoder> = [PdfDecoder.decoder, DocxDecoder.decoder, ImageDecoder.decoder]

export type PreparationStep = Preparer.StepName
export const preparationSteps: ReadonlyArray<PreparationStep> = Preparer.stepNames
export const preparer = (steps: ReadonlyArray<PreparationStep>): Picture.Preparer => Preparer.make(steps)

export const drawer: View.Drawer = Drawer.drawer
