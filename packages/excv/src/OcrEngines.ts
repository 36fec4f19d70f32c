/** The OCR engines of this build by the name that configuration calls them: a new one is one line here. */
import type { OcrEngine } from "@excv/provider"
import { TesseractEngine } from "@excv/provider-tesseract"
import { Config, Effect, type Scope } from "effect"

/** `off` reads only text layers. */
const choices = ["tesseract", "off"] as const
export type Choice = (typeof choices)[number]

export const standard: Choice = "tesseract"

export const make = (choice: Choice): Effect.Effect<OcrEngine | null, never, Scope.Scope> =>
  choice === "tesseract" ? TesseractEngine.make() : Effect.succeed(null)

/** `EXCV_OCR`: `tesseract` (default) or `off`. */
export const config: Config.Config<Choice> = Config.literal(...choices)("EXCV_OCR").pipe(Config.withDefault(standard))
