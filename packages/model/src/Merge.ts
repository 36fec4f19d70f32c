/** One draft of the drafts of a CV's parts: single values from the first part that has them, lists end to end. */
import { Draft } from "@excv/schema"

const first = <A>(drafts: ReadonlyArray<Draft.Draft>, get: (draft: Draft.Draft) => A | null): A | null =>
  drafts.map(get).find((value) => value !== null) ?? null

export const merge = (drafts: ReadonlyArray<Draft.Draft>): Draft.Draft => ({
  ...Draft.empty,
  full_name: first(drafts, (draft) => draft.full_name),
  email: first(drafts, (draft) => draft.email),
  phone: first(drafts, (draft) => draft.phone),
  location: {
    raw: first(drafts, ({ location }) => location.raw),
    city: first(drafts, ({ location }) => location.city),
    country: first(drafts, ({ location }) => location.country)
  },
  linkedin_url: first(drafts, (draft) => draft.linkedin_url),
  links: drafts.flatMap(({ links }) => links),
  summary: first(drafts, (draft) => draft.summary),
  experience: drafts.flatMap(({ experience }) => experience),
  education: drafts.flatMap(({ education }) => education),
  skills: drafts.flatMap(({ skills }) => skills),
  languages: drafts.flatMap(({ languages }) => languages),
  certifications: drafts.flatMap(({ certifications }) => certifications),
  projects: drafts.flatMap(({ projects }) => projects),
  detected_language: first(drafts, (draft) => draft.detected_language)
})
