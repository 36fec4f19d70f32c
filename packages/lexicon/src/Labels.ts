/** Words that label a slot of an entry, before a colon or a gap ("Position", "Year of passing"), and kinds of employment. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"

const Slot = Schema.Literal("title", "company", "location", "period", "degree", "institution", "grade", "field", "employment", "contact", "other")
export type Slot = typeof Slot.Type

const labels = lazy((): ReadonlyMap<string, Slot> => {
  const bySlot = json("labels", Schema.Record({ key: Slot, value: Schema.Array(Schema.String) }))
  return new Map(Object.entries(bySlot).flatMap(([slot, texts]) => texts.map((text) => [words(text).join(" "), slot as Slot] as const)))
})

/** The slot that the whole text is a label of, or null. */
export const slotOf = (text: string): Slot | null => labels().get(words(text).join(" ")) ?? null

/** Each label with its slot. */
export const all = (): ReadonlyArray<readonly [string, Slot]> => [...labels()]
