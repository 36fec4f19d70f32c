/** Skills and languages: named things with a level. */
import { Fold, Languages, Skills } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"
import { from, type Item } from "../Normalized.js"
import * as Text from "./Text.js"

/** The category of one skill depends on the others and on the titles of the jobs, latest first. */
export const skills = (drafts: ReadonlyArray<Draft.DraftSkill>, titles: ReadonlyArray<string>): ReadonlyArray<Item<Resume.Skill>> => {
  const named = drafts.flatMap((draft) => {
    const name = Text.line(draft.name)
    return name === null ? [] : [{ draft, name, label: Text.line(draft.category) }]
  })
  const categories = Skills.categoriesOf(named, titles)
  return named.map(({ draft, name }, index) => ({
    value: { name, category: categories[index] ?? "other", level: draft.level && Skills.levelOf(draft.level.value) },
    sources: { name: from(draft.name), category: from(draft.category ?? draft.name), level: from(draft.level) }
  }))
}

/** A name that no dictionary knows stays as written: there are more languages than names in any list. */
export const language = (draft: Draft.DraftLanguage): ReadonlyArray<Item<Resume.Language>> => {
  const written = Text.line(draft.language)
  if (written === null) return []
  return [{
    value: {
      language: Languages.nameOf(written) ?? written,
      proficiency: draft.proficiency && Languages.proficiencyOf(draft.proficiency.value)
    },
    sources: { language: from(draft.language), proficiency: from(draft.proficiency) }
  }]
}

/** The first of those that fold to the same key. */
export const distinct = <A>(items: ReadonlyArray<Item<A>>, key: (value: A) => string): ReadonlyArray<Item<A>> => {
  const seen = new Set<string>()
  return items.filter(({ value }) => {
    const folded = Fold.fold(key(value))
    return seen.has(folded) ? false : seen.add(folded)
  })
}
