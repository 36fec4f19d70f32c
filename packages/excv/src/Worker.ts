/** What runs in a thread of the pool: one step that costs CPU, and its answer as plain data that can cross the thread. */
import { DocumentRefused, type Limits, type Picture, type View } from "@excv/provider"
import type { Document, Draft } from "@excv/schema"
import { Duration, Effect } from "effect"
import { decoders, drawer, type PreparationStep, preparer } from "./Decoders.js"

/** durations in milliseconds: class instances lose their methods between threads */
export type PlainLimits = Record<keyof Limits.Limits, number>

/** The steps by name: what each takes, and what it gives. */
export interface Steps {
  readonly decode: readonly [{ readonly decoder: string; readonly bytes: Uint8Array; readonly limits: PlainLimits }, ReadonlyArray<Document.RawPage>]
  readonly picture: readonly [
    { readonly decoder: string; readonly bytes: Uint8Array; readonly page: number; readonly limits: PlainLimits },
    Picture.Picture
  ]
  readonly prepare: readonly [{ readonly picture: Picture.Picture; readonly steps: ReadonlyArray<PreparationStep> }, Picture.Prepared]
  readonly draw: readonly [{ readonly picture: Picture.Picture; readonly longSide: number }, View.Drawn | null]
  readonly testify: readonly [{ readonly document: Document.Document }, Draft.Draft | null]
}

export type Outcome<A> =
  | { readonly _tag: "Done"; readonly value: A }
  | { readonly _tag: "Refused"; readonly reason: DocumentRefused.Reason }

const withDurations = (limits: PlainLimits): Limits.Limits => ({
  ...limits,
  decodeTimeout: Duration.millis(limits.decodeTimeout),
  ocrTimeout: Duration.millis(limits.ocrTimeout),
  attemptTimeout: Duration.millis(limits.attemptTimeout),
  extractTimeout: Duration.millis(limits.extractTimeout)
})

const decoderOf = (name: string) => {
  const decoder = decoders.find((candidate) => candidate.name === name)
  return decoder ? Effect.succeed(decoder) : Effect.dieMessage(`No decoder is named ${name}`)
}

/** A file that brings a decoder down is at fault itself. */
const outcome = <A>(step: Effect.Effect<A, DocumentRefused.DocumentRefused>): Promise<Outcome<A>> =>
  step.pipe(
    Effect.catchAllDefect(() => new DocumentRefused.DocumentRefused({ reason: "corrupted" })),
    Effect.match({
      onFailure: ({ reason }): Outcome<A> => ({ _tag: "Refused", reason }),
      onSuccess: (value): Outcome<A> => ({ _tag: "Done", value })
    }),
    Effect.runPromise
  )

export const decode = ({ bytes, decoder, limits }: Steps["decode"][0]): Promise<Outcome<Steps["decode"][1]>> =>
  outcome(Effect.flatMap(decoderOf(decoder), (found) => found.decode(bytes, withDurations(limits))))

export const picture = ({ bytes, decoder, limits, page }: Steps["picture"][0]): Promise<Outcome<Steps["picture"][1]>> =>
  outcome(Effect.flatMap(decoderOf(decoder), (found) =>
    found.picture === null ? Effect.dieMessage(`${decoder} has no pictures`) : found.picture(bytes, page, withDurations(limits))))

export const prepare = ({ picture: original, steps }: Steps["prepare"][0]): Promise<Outcome<Steps["prepare"][1]>> =>
  outcome(preparer(steps).prepare(original))

export const draw = ({ longSide, picture }: Steps["draw"][0]): Promise<Outcome<Steps["draw"][1]>> =>
  outcome(drawer.draw(picture, longSide))

/** The rules and their words are loaded by threads that are asked for them only. */
export const testify = async ({ document }: Steps["testify"][0]): Promise<Outcome<Steps["testify"][1]>> => {
  const { witness } = await import("./Witness.js")
  return outcome(Effect.match(witness.extract(document), { onFailure: () => null, onSuccess: ({ draft }) => draft }))
}
