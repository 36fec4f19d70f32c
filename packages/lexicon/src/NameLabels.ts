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

/** "de Wit", "von der Heyde": a name begins with a capital, or small words before one. */
const begins = /^(?:(?:de|del|della|di|da|do|dos|du|la|van|von|der|den|ter|ten|zu|af|el|al) ){0,2}\p{Lu}/u

/** What a text labels, and the name behind it, with a colon between them or without; null without a label. */
export const labelled = (text: string): { readonly parts: ReadonlySet<Part>; readonly name: string } | null => {
  const row = text.split(/\s+/u), folded = row.slice(0, longest).map(words)
  for (let length = Math.min(longest, row.length - 1); length > 0; length--) {
    const parts = labels().get(folded.slice(0, length).flat().join(" "))
    const name = row.slice(length).join(" ").replace(/^:\s*/u, "")
    if (parts !== undefined && begins.test(name)) return { parts, name }
  }
  return null
}
