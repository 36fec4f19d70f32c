/** The fields that are scored: what each holds and which group it counts for. Data about the resume, apart from the scoring. */
import type { Kind } from "./Comparer.js"

export const groups = [
  "contact", "location", "summary", "experience", "education", "skills", "languages", "certifications", "projects", "derived"
] as const
export type Group = (typeof groups)[number]

/** `name` is the path from the resume, with dots and without indices, such as `location.city` or `experience.company`. */
export interface Field {
  readonly name: string
  readonly group: Group
  readonly kind: Kind
}

/** A member of a list's items; items are paired only if they agree in a member that `identifies` them. */
export interface Member {
  readonly key: string
  readonly kind: Kind
  readonly identifies: boolean
}

export interface List {
  readonly name: "links" | "experience" | "education" | "skills" | "languages" | "certifications" | "projects"
  readonly group: Group
  readonly members: ReadonlyArray<Member>
}

const scalar = (name: string, group: Group, kind: Kind): Field => ({ name, group, kind })
const key = (name: string, kind: Kind): Member => ({ key: name, kind, identifies: true })
const detail = (name: string, kind: Kind): Member => ({ key: name, kind, identifies: false })

/** `location.raw` is what city and country are read from, and is not scored again. */
export const scalars: ReadonlyArray<Field> = [
  scalar("full_name", "contact", "text"),
  scalar("email", "contact", "email"),
  scalar("phone", "contact", "phone"),
  scalar("linkedin_url", "contact", "url"),
  scalar("location.city", "location", "text"),
  scalar("location.country", "location", "country"),
  scalar("summary", "summary", "prose"),
  scalar("total_experience_years", "derived", "years"),
  scalar("seniority_level", "derived", "label"),
  scalar("detected_language", "derived", "label")
]

export const lists: ReadonlyArray<List> = [
  { name: "links", group: "contact", members: [key("url", "url"), detail("kind", "label")] },
  {
    name: "experience",
    group: "experience",
    members: [
      key("company", "name"), key("title", "name"), detail("location", "text"), key("start_date", "date"), key("end_date", "date"),
      detail("is_current", "label"), detail("description", "prose"), detail("highlights", "prose")
    ]
  },
  {
    name: "education",
    group: "education",
    members: [
      key("institution", "name"), key("degree", "name"), key("field_of_study", "text"), detail("location", "text"),
      key("start_date", "date"), key("end_date", "date"), detail("grade", "text"), detail("description", "prose")
    ]
  },
  { name: "skills", group: "skills", members: [key("name", "text"), detail("category", "label"), detail("level", "label")] },
  { name: "languages", group: "languages", members: [key("language", "language"), detail("proficiency", "label")] },
  {
    name: "certifications",
    group: "certifications",
    members: [
      key("name", "text"), key("issuer", "text"), detail("date", "date"), detail("expiry_date", "date"),
      key("credential_id", "text"), key("url", "url")
    ]
  },
  {
    name: "projects",
    group: "projects",
    members: [
      key("name", "text"), detail("description", "prose"), key("url", "url"), detail("start_date", "date"),
      detail("end_date", "date"), detail("technologies", "text")
    ]
  }
]

/** Every scored field, in the order of the resume within each group. */
export const all: ReadonlyArray<Field> = groups.flatMap((group) => [
  ...scalars.filter((field) => field.group === group),
  ...lists.filter((list) => list.group === group).flatMap((list) =>
    list.members.map((member) => scalar(`${list.name}.${member.key}`, group, member.kind))
  )
])
