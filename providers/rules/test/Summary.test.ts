/** Summaries without a heading: what stands between a name and the first section and is neither headline nor address. */
import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { extractor } from "../src/index.js"
import * as Page from "./Page.js"

const { heading, line, spread } = Page

const rest = [
  heading("Experience"),
  spread("Head Chef", "03/2019 – 10/2024", { bold: true }),
  line("Norvale Ltd, Leeds", { italic: true }),
  heading("Skills"),
  line("Menu planning, Pastry, HACCP")
]

const summaryOf = (...introduction: ReadonlyArray<Page.Row>) =>
  Effect.map(
    extractor.extract(Page.document([line("Marisa Thornbury", { size: 22 }), ...introduction, line("marisa@example.com | Leeds", { above: 12 }), ...rest])),
    ({ draft }) => draft.summary?.value ?? null
  )

it.effect.each([
  { name: "sentences", lines: ["Chef with fourteen years in busy kitchens, from hotels to bistros. I cook", "what grows near by and teach what I know."] },
  { name: "lines that no full stop ends", lines: ["Directrice des opérations depuis quinze ans, habituée aux sites", "multiples et aux transformations menées avec les équipes"] },
  { name: "one sentence", lines: ["Ruhig auf der Baustelle, genau in der Rechnung."] },
  { name: "a sentence that a number ends", lines: ["Head chef with a wood-fire kitchen behind me and a cost of food that stays under 29%."] },
  { name: "a narrow column", lines: ["Bauleiter mit zwölf", "Jahren Erfahrung im", "Hochbau. Ich führe", "ruhig, rechne genau", "und bin der Erste."] }
])("of $name", ({ lines }) =>
  Effect.map(summaryOf(...lines.map((text) => line(text))), (summary) => expect(summary).toBe(lines.join(" "))))

it.effect("lines that are centred are one paragraph", () =>
  Effect.map(
    summaryOf(line("Chef with fourteen years in busy kitchens and small hotels.", { x: 120 }), line("I cook what grows near by and teach what I know.", { x: 140 })),
    (summary) => expect(summary).toBe("Chef with fourteen years in busy kitchens and small hotels. I cook what grows near by and teach what I know.")
  ))

it.effect.each([
  { name: "a headline", lines: ["Head of Operations and Finance in the Food Industry"] },
  { name: "catchwords", lines: ["Menu planning, pastry, stock control, wine and team of nine,", "cost control and hygiene, training of staff and of interns"] },
  { name: "a name above an address", lines: ["María del Pilar Losada de la Torre y Ulloa", "Rúa da Ponte 8 de abaixo, 32300 O Barco de Valdeorras na Galiza"] },
  { name: "catchwords between bars", lines: ["Head of kitchen | pastry and wine | stock and cost of goods |", "team of nine and more | hygiene and training of the staff"] }
])("not of $name", ({ lines }) =>
  Effect.map(summaryOf(...lines.map((text) => line(text))), (summary) => expect(summary).toBeNull()))
