/** The run of `excv extract`: reads, extracts and writes several inputs at once, and prints in the order of the input. */
import { ApiError } from "@excv/api"
import type { Extraction, Resume } from "@excv/schema"
import { Effect, Either, Option, Stream } from "effect"
import { Excv } from "excv/effect"
import * as Exit from "../Exit.js"
import * as Output from "../Output.js"
import type { Input } from "./Inputs.js"
import * as Inputs from "./Inputs.js"
import * as OutputDirectory from "./OutputDirectory.js"
import * as Progress from "./Progress.js"
import * as Refusal from "./Refusal.js"
import * as Source from "./Source.js"

export interface Options {
  readonly files: ReadonlyArray<string>
  readonly out: Option.Option<string>
  readonly asOf: Option.Option<Resume.Month>
  readonly meta: boolean
  readonly model: Option.Option<string>
  /** of each file */
  readonly maxCostUsd: Option.Option<number>
  readonly concurrency: number
}

/** What is printed about one input. */
type Outcome = Either.Either<string, string>

/** What the pipeline accepts at most: a file over it is read only so far that this is seen. */
const maxBytes = 10 * 1024 * 1024

/** Fails when any input failed, after all of them were tried. */
export const run = Effect.fn("Batch.run")(function*(options: Options) {
  const { all, isSingle } = yield* Inputs.find(options.files)
  const excv = yield* Excv.Excv
  yield* mustBeConfigured(options.model, excv.models.live)
  const progress = yield* Progress.make(all.length)
  const present = yield* presenter(options, all, isSingle)

  const wanted: Excv.Options = {
    asOf: Option.getOrUndefined(options.asOf),
    model: Option.getOrUndefined(options.model),
    maxCostUsd: Option.getOrUndefined(options.maxCostUsd)
  }

  const one = (input: Input) =>
    Source.read(input, maxBytes).pipe(
      Effect.flatMap((bytes) => excv.extract(bytes, wanted)),
      Effect.mapError(Refusal.toApiError),
      Effect.flatMap((extraction) => present(input, extraction)),
      Effect.catchAllDefect(unexpected),
      Effect.mapError((error) => JSON.stringify({ file: input.name, error: ApiError.toObject(error) })),
      Effect.either,
      Effect.tap((outcome) => progress.advance(Either.isRight(outcome)))
    )

  const print = (outcome: Outcome) =>
    progress.aside(
      Either.isLeft(outcome) && isSingle ? Output.say(outcome.left) : Output.result(`${Either.merge(outcome)}\n`)
    )

  const failures = yield* Stream.fromIterable(all).pipe(
    Stream.mapEffect(one, { concurrency: options.concurrency }),
    Stream.tap(print),
    Stream.runFold(0, (count, outcome) => count + (Either.isLeft(outcome) ? 1 : 0))
  )
  if (failures > 0) return yield* Exit.failed(isSingle ? "" : `${failures} of ${all.length} files failed`)
}, Effect.scoped, Effect.provide(Excv.layerConfig), Exit.saying)

const mustBeConfigured = (model: Option.Option<string>, models: ReadonlyArray<string>) =>
  Option.isSome(model) && !models.includes(model.value)
    ? Exit.usage(`--model ${model.value}: not configured. Configured: ${models.join(", ")}. (EXCV_EXTRACTORS, or the key of its vendor, adds one.)`)
    : Effect.void

/** How a result is shown: printed, or written into a file whose name is printed. */
const presenter = (options: Options, inputs: ReadonlyArray<Input>, isSingle: boolean) =>
  Effect.gen(function*() {
    const pretty = ({ meta, resume }: Extraction.Extraction) =>
      JSON.stringify(options.meta ? { data: resume, meta } : resume, null, 2)

    if (Option.isNone(options.out)) {
      return ({ name }: Input, extraction: Extraction.Extraction): Effect.Effect<string, ApiError.ApiError> =>
        Effect.succeed(isSingle ? pretty(extraction) : JSON.stringify({
          file: name,
          data: extraction.resume,
          ...(options.meta ? { meta: extraction.meta } : {})
        }))
    }
    const directory = yield* OutputDirectory.make(options.out.value, inputs)
    return (input: Input, extraction: Extraction.Extraction): Effect.Effect<string, ApiError.ApiError> =>
      Effect.map(directory.write(input, `${pretty(extraction)}\n`), (output) =>
        JSON.stringify({ file: input.name, output }))
  })

/** A bug that one document meets does not end the others. Its message may quote the document, its place does not. */
const unexpected = (defect: unknown): Effect.Effect<never, ApiError.ApiError> =>
  Effect.zipRight(Effect.logError("Unexpected failure", traceOf(defect)), new ApiError.InternalError({}))

const traceOf = (defect: unknown): string =>
  defect instanceof Error
    ? [defect.name, ...(defect.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))].join("\n")
    : typeof defect
