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

const single = (text: string): Column | null => Labels.slotOf(text) ?? columns().get(words(text).join(" ")) ?? null

/** "Employer / place", "Degree and subject" */
const joint = /\s*[/&,|]\s*|\s(?:and|und|et|y|e|en|i|och|oraz|with|mit)\s/iu

/** What the column under this text holds, or null; of several things the first. */
export const of = (text: string): Column | null =>
  single(text) ?? text.split(joint).map(single).find((column) => column !== null) ?? null
