/** Words that label a person's name, or one half of it: "Imię i nazwisko", "Prénom", "Cognome". */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"

const Part = Schema.Literal("whole", "given", "family")
type Part = typeof Part.Type

/** "Nombre" may label both: all that a label may stand for. */
const labels = lazy((): ReadonlyMap<string, ReadonlySet<Part>> => {
  const parts = new Map<string, Set<Part>>()
  for (const [part, list] of Object.entries(json("name-labels", Schema.Record({ key: Part, value: Schema.Array(Schema.String) })))) {
    for (const label of list) parts.set(label, (parts.get(label) ?? new Set()).add(part as Part))
  }
  return parts
})

/** words */
const longest = 6

/** What a text labels and the rest of it, behind a colon or, without one, a name that begins with a capital; null without a label. */
export const labelled = (text: string): { readonly parts: ReadonlySet<Part>; readonly name: string } | null => {
  const row = text.split(/\s+/u)
  for (let length = Math.min(longest, row.length - 1); length > 0; length--) {
    const parts = labels().get(words(row.slice(0, length).join(" ")).join(" "))
    const name = row.slice(length).join(" ").replace(/^:\s*/u, "")
    if (parts !== undefined && /^\p{Lu}/u.test(name)) return { parts, name }
  }
  return null
}
