/** Rows of one sign in two colours, "●●●●●" with the last two in grey: the signs of the second colour are empty, and written as such. */
import type { Placed, Run } from "./Runs.js"

/** Full signs and the same empty. */
const empties: ReadonlyMap<string, string> = new Map([["●", "○"], ["★", "☆"], ["■", "□"], ["▰", "▱"], ["⬤", "◯"], ["⚫", "⚪"], ["◆", "◇"]])

const minCount = 3

/** Where the second colour begins, or null: there are two, one after the other. */
const changeIn = (row: Run): number | null => {
  const colors = row.map(({ glyph }) => glyph.color)
  const at = colors.findIndex((color) => color !== colors[0])
  return row.length >= minCount && at > 0 && colors.slice(at).every((color) => color === colors[at]) ? at : null
}

const emptied = (placed: Placed): Placed => ({ ...placed, glyph: { ...placed.glyph, text: empties.get(placed.glyph.text) ?? placed.glyph.text } })

export const told = (run: Run): Run => {
  if (!run.some(({ glyph }) => empties.has(glyph.text))) return run
  const rows = run.reduce<ReadonlyArray<Run>>((done, placed) => {
    const last = done.at(-1)
    return last?.[0]?.glyph.text === placed.glyph.text ? [...done.slice(0, -1), [...last, placed]] : [...done, [placed]]
  }, [])
  return rows.flatMap((row) => {
    const at = empties.has(row[0]?.glyph.text ?? "") ? changeIn(row) : null
    return at === null ? row : [...row.slice(0, at), ...row.slice(at).map(emptied)]
  })
}
