/** Words that label a slot of an entry, before a colon or a gap ("Position", "Year of passing"), and kinds of employment. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { fold, words } from "./Fold.js"
import { memoised } from "./Memo.js"

const Slot = Schema.Literal("title", "company", "location", "period", "degree", "institution", "grade", "field", "employment", "contact", "other")
export type Slot = typeof Slot.Type

const labels = lazy((): ReadonlyMap<string, Slot> => {
  const bySlot = json("labels", Schema.Record({ key: Slot, value: Schema.Array(Schema.String) }))
  return new Map(Object.entries(bySlot).flatMap(([slot, texts]) => texts.map((text) => [words(text).join(" "), slot as Slot] as const)))
})

/** "80 %", "32 hours/week", "36 uur per week": how much somebody worked. */
const workload = /^(?:\d{1,3} ?%|\d{1,2}(?:[.,]\d)? ?(?:h|hrs|hours?|std|stunden|wochenstunden|heures|horas|ore|uur|godzin|timmar)\.?(?: ?(?:\/|per|pro|par|por|a|a la|alla|na|i) ?(?:w|week|wk|woche|semaine|semana|settimana|tydzien|veckan))?)$/u

/** The slot that the whole text is a label of, or null; how somebody was employed counts as one. */
export const slotOf: (text: string) => Slot | null = memoised((text: string): Slot | null => labels().get(words(text).join(" ")) ?? (/^\d/.test(text) && workload.test(fold(text)) ? "employment" : null))

/** Each label with its slot. */
export const all = (): ReadonlyArray<readonly [string, Slot]> => [...labels()]
