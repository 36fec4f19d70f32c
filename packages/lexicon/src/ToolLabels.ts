/** Labels before the tools that something was made with: "Tech stack", "Gemaakt met". */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"

const keyOf = (text: string): string => words(text).join(" ")

const labels = lazy((): ReadonlySet<string> => new Set(json("tool-labels", Schema.Struct({ labels: Schema.Array(Schema.String) })).labels.map(keyOf)))

/** The whole text is such a label. */
export const is = (text: string): boolean => labels().has(keyOf(text))
