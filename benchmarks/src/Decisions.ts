/** What the offline rules decided about a line: its score as a heading, its section, and its part in an entry. */
import type { RulesExplanation } from "excv/effect"

type Section = RulesExplanation["sections"][number]
type Entry = Section["entries"][number]

export const at = ({ headings, sections }: RulesExplanation) => (line: number): ReadonlyArray<string> => [
  ...headings.filter((heading) => heading.line === line).map(({ kinds, score }) => `line ${line} scores ${score.toFixed(2)} as a heading of ${kinds.join(", ")} (from 1: one)`),
  ...sections.filter(({ lines }) => lines.includes(line)).flatMap((section) => [
    `line ${line} is in ${section.kinds.join(", ")}, ${headingOf(section, headings)}`,
    ...section.entries.filter(({ body, head }) => head.includes(line) || body.includes(line)).map(entryOf)
  ])
]

const headingOf = ({ heading }: Section, headings: RulesExplanation["headings"]): string => {
  if (heading === null) return "before any heading"
  const score = headings.find(({ line }) => line === heading)?.score
  return `under the heading in line ${heading}${score === undefined ? ", in the margin" : `, scored ${score.toFixed(2)}`}`
}

const entryOf = ({ body, dateStrength, head, slots }: Entry): string =>
  `entry of head ${head.join(", ")} and body ${body.join(", ") || "none"}; date ${dateStrength === null ? "none" : dateStrength.toFixed(2)}; ` +
  Object.entries(slots).map(([slot, { score, text }]) => `${slot} ${JSON.stringify(text)} ${score.toFixed(2)}`).join(", ")
