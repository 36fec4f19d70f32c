/** What the normalize stage hands to the score stage: the values of the resume, each still with the claims that it came from. */
import type { Draft, Resume } from "@excv/schema"

/** For a list field, the claim at an index belongs to the element at that index. */
export type Sources<A> = { readonly [K in keyof A]?: ReadonlyArray<Draft.Claim> }

export interface Item<A> {
  readonly value: A
  readonly sources: Sources<A>
}

export type Profile = Pick<Resume.Resume, "full_name" | "email" | "phone" | "linkedin_url" | "summary">

export interface Normalized {
  readonly profile: Item<Profile>
  readonly location: Item<Resume.Location>
  readonly links: ReadonlyArray<Item<Resume.Link>>
  readonly experience: ReadonlyArray<Item<Resume.Experience>>
  readonly education: ReadonlyArray<Item<Resume.Education>>
  readonly skills: ReadonlyArray<Item<Resume.Skill>>
  readonly languages: ReadonlyArray<Item<Resume.Language>>
  readonly certifications: ReadonlyArray<Item<Resume.Certification>>
  readonly projects: ReadonlyArray<Item<Resume.Project>>
  readonly detected_language: string | null
}

/** A claim or its absence, as sources. */
export const from = (...claims: ReadonlyArray<Draft.Claim | null | undefined>): ReadonlyArray<Draft.Claim> =>
  claims.filter((claim) => claim !== null && claim !== undefined)
