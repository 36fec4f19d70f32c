/** Skills: the items of skill sections with the label of their group and their level. */
import { Skills } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import type { Row } from "./Row.js"
import type { Group } from "./SkillGroups.js"
import { groups } from "./SkillGroups.js"
import { namesIn } from "./SkillNames.js"

const maxWords = 8

const rowsOf = (group: Group, name: string): ReadonlyArray<Row> => {
  const words = name.split(" ")
  const holding = group.rows.filter((row) => row.text.includes(name))
  return holding.length > 0 ? holding.slice(0, 1) : group.rows.filter((row) => words.some((word) => word.length > 2 && row.text.includes(word)))
}

/** Skills of a section, in document order. */
export const read = (rows: ReadonlyArray<Row>): ReadonlyArray<Draft.DraftSkill> =>
  groups(rows).filter((group) => !group.isLanguages && !group.isForeign).flatMap((group) =>
    namesIn(group.text).filter(({ name }) => name.split(" ").length <= maxWords && name.length <= 70 && name.length > 0).flatMap(({ level, name }) => {
      const lines = rowsOf(group, name)
      // "Expert: Python, Go"
      const shared = group.label !== null && Skills.levelOf(group.label.value) !== null ? group.label : null
      return lines.length === 0 ? [] : [{ name: Claims.of(name, lines), category: shared === null ? group.label : null, level: level === null ? shared : Claims.of(level, lines) }]
    }))
