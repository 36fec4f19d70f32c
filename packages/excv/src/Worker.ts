/** What runs in another thread or process: one step that costs CPU, and its answer as plain data that can cross. */
import type { DocumentRefused, Picture, View } from "@excv/provider"
import type { Document, Draft } from "@excv/schema"
import { Effect } from "effect"
import { decoderOf, drawer, type PreparationStep, preparer } from "./Decoders.js"
import * as Outcome from "./Outcome.js"
import * as Plain from "./Plain.js"

type Decode = readonly [Plain.File, ReadonlyArray<Document.RawPage>]

/** The steps by name, each with what it takes and what it gives: of files that are parsed in JavaScript, and of who reads beside a model, */
export type ParserSteps = {
  readonly decode: Decode
  readonly testify: readonly [{ readonly document: Document.Document }, Draft.Draft | null]
}

/** and of pictures. */
export type PictureSteps = {
  readonly decode: Decode
  readonly picture: readonly [Plain.File & { readonly page: number }, Picture.Picture]
  readonly prepare: readonly [{ readonly picture: Picture.Picture; readonly steps: ReadonlyArray<PreparationStep> }, Picture.Prepared]
  readonly draw: readonly [{ readonly picture: Picture.Picture; readonly longSide: number }, View.Drawn | null]
}

const run = <A>(step: Effect.Effect<A, DocumentRefused.DocumentRefused>): Promise<Outcome.Outcome<A>> => Effect.runPromise(Outcome.of(step))

export const decode = ({ bytes, decoder, limits }: Decode[0]): Promise<Outcome.Outcome<Decode[1]>> =>
  run(Effect.flatMap(decoderOf(decoder), (found) => found.decode(bytes, Plain.toLimits(limits))))

export const picture = ({ bytes, decoder, limits, page }: PictureSteps["picture"][0]): Promise<Outcome.Outcome<PictureSteps["picture"][1]>> =>
  run(Effect.flatMap(decoderOf(decoder), (found) =>
    found.picture === null ? Effect.dieMessage(`${decoder} has no pictures`) : found.picture(bytes, page, Plain.toLimits(limits))))

export const prepare = ({ picture: original, steps }: PictureSteps["prepare"][0]): Promise<Outcome.Outcome<PictureSteps["prepare"][1]>> =>
  run(preparer(steps).prepare(original))

export const draw = ({ longSide, picture }: PictureSteps["draw"][0]): Promise<Outcome.Outcome<PictureSteps["draw"][1]>> =>
  run(drawer.draw(picture, longSide))

/** The rules and their words are loaded by processes that are asked for them only. */
export const testify = async ({ document }: ParserSteps["testify"][0]): Promise<Outcome.Outcome<ParserSteps["testify"][1]>> => {
  const { witness } = await import("./Witness.js")
  return run(Effect.match(witness.extract(document), { onFailure: () => null, onSuccess: ({ draft }) => draft }))
}
