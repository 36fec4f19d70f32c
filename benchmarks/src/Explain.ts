/**
 * Every wrong value of one document, as text: what was expected, what was given, the lines that it came from, and what the
 * offline rules decided about these lines.
 */
import { Grounding } from "@excv/evaluation"
import type { Verdict } from "@excv/evaluation"
import type { Extraction } from "@excv/schema"
import { FileSystem } from "@effect/platform"
import { Array, Effect, Option } from "effect"
import { Excv, explainRules } from "excv/effect"
import * as Decisions from "./Decisions.js"
import type { Measured } from "./Measure.js"
import * as Results from "./Results.js"
import { share } from "./Table.js"

export const explain = Effect.fn("Explain.explain")(function*(measured: Measured) {
  const excv = yield* Excv.Excv
  const bytes = yield* (yield* FileSystem.FileSystem).readFile(measured.file)
  const rules = yield* Effect.map(Effect.option(excv.read(bytes)), Option.map(explainRules))
  return describe(measured, Option.match(rules, { onNone: () => () => [], onSome: Decisions.at }))
})

/** `decided` says what was decided about a line, by `Line.number`. */
export const describe = (measured: Measured, decided: (line: number) => ReadonlyArray<string>): string => {
  const { extraction, failure, truth, verdicts } = measured
  const wrong = verdicts.filter(({ correct }) => !correct)
  const result = Results.ofMeasured(measured)
  const head = [
    `${truth.document}: F1 ${share(result.f1)}, confidence ${share(result.confidence) || "none"}, ` +
    `${wrong.length} of ${verdicts.length} values wrong`,
    ...failure === null ? [] : [`No answer: ${failure}`],
    ...(extraction?.meta.issues ?? []).map(({ code, message, path }) => `Issue ${code}${path === null ? "" : ` at ${path}`}: ${message}`)
  ]
  const items = Object.entries(Array.groupBy(wrong, itemOf)).map(([item, own]) =>
    [item, ...own.flatMap((verdict) => wrongValue(verdict, measured)), ...decisions(own, measured, decided)].join("\n")
  )
  return [head.join("\n"), ...items].join("\n\n")
}

/** What was decided about the lines that the given values of an item came from. */
const decisions = (
  own: ReadonlyArray<Verdict.Verdict>,
  { extraction }: Measured,
  decided: (line: number) => ReadonlyArray<string>
): ReadonlyArray<string> => {
  const lines = own.flatMap(({ given }) => (given === null ? [] : extraction?.meta.fields[given.pointer]?.evidence ?? [])).map(({ line }) => line)
  return Array.dedupe(Array.dedupe(lines).flatMap(decided)).map((decision) => `  rules       ${decision}`)
}

/** The pointer to the answer's entry that a verdict is about, or to the truth's when the answer has none. */
const itemOf = ({ expected, given }: Verdict.Verdict): string => {
  const pointer = given?.pointer ?? expected?.pointer ?? ""
  const item = /^\/[^/]+(\/\d+)?/.exec(pointer)?.[0] ?? pointer
  return given === null ? `${item} of the truth` : item
}

const wrongValue = ({ expected, field, given }: Verdict.Verdict, { extraction, source }: Measured): ReadonlyArray<string> => {
  const whereabouts = (value: Verdict.Located) =>
    source === null || !Grounding.isChecked(field.kind) || Grounding.occurs(field.kind, String(value.value), source)
      ? ""
      : "   (not in the document's text)"
  const line = (label: string, value: Verdict.Located | null) =>
    `    ${label}${value === null ? "nothing" : JSON.stringify(value.value) + whereabouts(value)}`
  return [
    `  ${field.name}`,
    line("expected  ", expected),
    line("given     ", given),
    ...given === null ? [] : origin(extraction?.meta.fields[given.pointer])
  ]
}

const origin = (meta: Extraction.FieldMeta | undefined): ReadonlyArray<string> =>
  meta === undefined
    ? []
    : [
      ...meta.evidence.map(({ line, page, quote }) => `    from      page ${page}, line ${line}: ${quote}`),
      `    confidence ${share(meta.confidence)}`
    ]
