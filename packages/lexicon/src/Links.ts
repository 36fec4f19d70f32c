/** What a label says of the link behind it: "Portfolio", "Sitio web". */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"

const LabelData = Schema.Struct({ portfolio: Schema.Array(Schema.String), website: Schema.Array(Schema.String) })
type Kind = keyof typeof LabelData.Type

const kinds = lazy((): ReadonlyMap<string, Kind> => {
  const { portfolio, website } = json("link-labels", LabelData)
  return new Map([...website.map((label) => [label, "website"] as const), ...portfolio.map((label) => [label, "portfolio"] as const)])
})

const longest = 3

/** The label that a text ends with, as written, and what it says; null where it ends with none. */
export const labelAtEnd = (text: string): { readonly label: string; readonly kind: Kind } | null => {
  const row = text.replace(/[\s:|–-]+$/u, "").split(/[\s|•·]+/u)
  for (let length = Math.min(longest, row.length); length > 0; length--) {
    const label = row.slice(-length).join(" ")
    const kind = kinds().get(words(label).join(" "))
    if (kind !== undefined) return { label, kind }
  }
  return null
}

/** The first label within the text of a link: "Showreel and voice clips". */
export const labelWithin = (text: string): ReturnType<typeof labelAtEnd> => {
  const row = text.split(/\s+/u)
  for (let end = 1; end <= row.length; end++) {
    const found = labelAtEnd(row.slice(0, end).join(" "))
    if (found !== null) return found
  }
  return null
}
