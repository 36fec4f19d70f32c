/** The OCR engines of this build by the name that configuration calls them: a new one is one line here. */
import type { OcrEngine } from "@excv/provider"
import { TesseractEngine } from "@excv/provider-tesseract"
import { Config, Effect, Option, Schema, type Scope } from "effect"

/** `off` reads only text layers. */
const choices = ["tesseract", "off"] as const

const Settings = Schema.Struct({
  engine: Schema.Literal(...choices),
  /** pages read at the same time; default: the number of cores */
  threads: Schema.optional(Schema.Number)
})
export type Settings = typeof Settings.Type

export const standard: Settings = { engine: "tesseract" }

/** As a process is told of them when it starts. */
const argument = Schema.parseJson(Settings)
export const toArgument = Schema.encodeSync(argument)
export const fromArgument = Schema.decodeUnknownSync(argument)

/** What the engine is, without starting it. */
export const described = ({ engine }: Settings): Pick<OcrEngine, "name" | "languages"> | null => engine === "tesseract" ? TesseractEngine.description : null

export const make = ({ engine, threads }: Settings): Effect.Effect<OcrEngine | null, never, Scope.Scope> =>
  engine === "tesseract" ? TesseractEngine.make({ threads }) : Effect.succeed(null)

/** `EXCV_OCR`: `tesseract` (default) or `off`; `EXCV_OCR_THREADS`. */
export const config: Config.Config<Settings> = Config.all({
  engine: Config.literal(...choices)("EXCV_OCR").pipe(Config.withDefault(standard.engine)),
  threads: Config.integer("EXCV_OCR_THREADS").pipe(
    Config.validate({ message: "It is a number of threads, at least 1.", validation: (threads) => threads >= 1 }),
    Config.option,
    Config.map(Option.getOrUndefined)
  )
})
