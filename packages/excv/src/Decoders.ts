/** The decoders of this build: a new one is one line here; what prepares pictures for OCR, and what draws them for models. */
import type { Decoder, Picture, View } from "@excv/provider"
import { DocxDecoder } from "@excv/provider-docx"
import { Drawer, ImageDecoder, Preparer } from "@excv/provider-image"
import { PdfDecoder } from "@excv/provider-pdf"
import { Effect } from "effect"

/** They parse in JavaScript, which a hostile file can bring to its end with all that runs in the same process. */
export const parsers: ReadonlyArray<Decoder> = [PdfDecoder.decoder, DocxDecoder.decoder]

export const decoders: ReadonlyArray<Decoder> = [...parsers, ImageDecoder.decoder]

export const decoderOf = (name: string): Effect.Effect<Decoder> => {
  const decoder = decoders.find((candidate) => candidate.name === name)
  return decoder ? Effect.succeed(decoder) : Effect.dieMessage(`No decoder is named ${name}`)
}

export type PreparationStep = Preparer.StepName
export const preparationSteps: ReadonlyArray<PreparationStep> = Preparer.stepNames
export const preparer = (steps: ReadonlyArray<PreparationStep>): Picture.Preparer => Preparer.make(steps)

export const drawer: View.Drawer = Drawer.drawer
