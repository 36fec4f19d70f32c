/** Where the candidate lives: city and country out of what the document says. */
import { Countries, Places, PostalCodes } from "@excv/lexicon"
import type { Draft, Resume } from "@excv/schema"
import { from, type Item } from "../Normalized.js"
import * as Text from "./Text.js"
import * as UsualRegion from "./UsualRegion.js"

/** Many cities share a name: where nothing else tells them apart, the language of the CV does. */
const inUsualCountry = (city: string, language: string | null): string | null =>
  Places.lookUp(city).find(({ country }) => country.toLowerCase() === language)?.country ?? null

/** A town that no list knows, behind a postal code as that country has them. */
const byCode = (raw: string | null, language: string | null): string | null => {
  const usual = UsualRegion.of(language)
  return raw !== null && usual !== undefined && PostalCodes.isOf(raw, usual) ? usual : null
}

export const location = (draft: Draft.DraftLocation, language: string | null): Item<Resume.Location> => {
  const raw = Text.line(draft.raw)
  const read = raw === null ? null : Places.parse(raw)
  const city = Text.line(draft.city) ?? read?.city ?? null
  const isAllThatIsSaid = city !== null && raw === city
  const country = (draft.country && Countries.codeOf(draft.country.value)) ??
    (isAllThatIsSaid ? inUsualCountry(city, language) : null) ??
    read?.country ?? (city === null ? null : byCode(raw, language))
  return {
    value: { city, country, raw },
    sources: {
      city: from(draft.city ?? draft.raw),
      country: from(draft.country ?? draft.city ?? draft.raw),
      raw: from(draft.raw)
    }
  }
}
