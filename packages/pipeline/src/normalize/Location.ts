/** Where the candidate lives: city and country out of what the document says. */
import { Countries, Places } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"
import { from, type Item } from "../Normalized.js"
import * as Text from "./Text.js"

export const location = (draft: Draft.DraftLocation): Item<Resume.Location> => {
  const raw = Text.line(draft.raw)
  const read = raw === null ? null : Places.parse(raw)
  const city = Text.line(draft.city) ?? read?.city ?? null
  const country = (draft.country && Countries.codeOf(draft.country.value)) ?? read?.country ?? null
  return {
    value: { city, country, raw },
    sources: {
      city: from(draft.city ?? draft.raw),
      country: from(draft.country ?? draft.city ?? draft.raw),
      raw: from(draft.raw)
    }
  }
}
