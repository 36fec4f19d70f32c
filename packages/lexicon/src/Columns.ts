/** Heads of the columns of tables in CVs: "Certificate | Issued by | Date | Valid until". */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"
import * as Labels from "./Labels.js"

const Own = Schema.Literal("name", "issuer", "date", "expiry", "code", "description", "technologies")
export type Column = typeof Own.Type | Labels.Slot

const columns = lazy((): ReadonlyMap<string, Column> =>
  new Map(Object.entries(json("columns", Schema.Record({ key: Own, value: Schema.Array(Schema.String) })))
    .flatMap(([column, texts]) => texts.map((text) => [words(text).join(" "), Schema.decodeUnknownSync(Own)(column)] as const))))

/** What the column under exactly this text holds, or null. */
export const exact = (text: string): Column | null => Labels.slotOf(text) ?? columns().get(words(text).join(" ")) ?? null

/** "Employer / place", "Degree and subject" */
const joint = /\s*[/&,|]\s*|\s(?:and|und|et|y|e|en|i|och|oraz|with|mit)\s/iu

/** What the column under this text holds, or null; of several things the first. "Nurse, part-time, Leeds" holds a kind of employment and heads nothing. */
export const of = (text: string): Column | null =>
  exact(text) ?? text.split(joint).map(exact).find((column) => column !== null && column !== "employment") ?? null

/** Words of a label that is cut short: fewer say too little. */
const minBegun = 2
/** letters: no label ends with "of" or "and" */
const minLastWord = 4

const begun = lazy((): ReadonlyMap<string, Column> => {
  const entries = [...columns()].map(([text, column]): readonly [string, Column] => [text, column])
  return new Map([...Labels.all(), ...entries].flatMap(([text, column]) => {
    const parts = text.split(" ")
    const starts = parts.slice(minBegun).map((_, at) => parts.slice(0, minBegun + at)).filter((start) => (start.at(-1) ?? "").length >= minLastWord)
    return starts.map((start) => [start.join(" "), column] as const)
  }))
})

/** What a label in a form is for, also when it is cut short: "Main activities" for "Main activities and responsibilities". */
export const inForm = (label: string): Column | null => {
  const bare = label.replace(/^\W+|\s*\([^()]*\)$/gu, "")
  return exact(bare) ?? begun().get(words(bare).join(" ")) ?? of(bare)
}
