/** A small resume whose scores can be computed by hand, and one that says nothing. */
import type { Truth } from "@excv/evaluation"

type Experience = Truth.Expected["experience"][number]

export const job = (members: Partial<Experience>): Experience => ({
  company: null, title: null, location: null, start_date: null, end_date: null, is_current: false, description: null, highlights: [],
  ...members
})

export const skill = (name: string): Truth.Expected["skills"][number] => ({ name, category: "other", level: null })

export const nothing: Truth.Expected = {
  full_name: null,
  email: null,
  phone: null,
  location: { city: null, country: null, raw: null },
  linkedin_url: null,
  links: [],
  summary: null,
  experience: [],
  education: [],
  skills: [],
  languages: [],
  certifications: [],
  projects: [],
  total_experience_years: 0,
  seniority_level: "mid",
  detected_language: null
}

export const bakery = job({
  company: "Corner Bakery", title: "Baker", start_date: "2015-01", end_date: "2018-12", highlights: ["Baked bread", "Trained two apprentices"]
})

export const hotel = job({ company: "Grand Hotel", title: "Pastry Chef", start_date: "2019-01", is_current: true })

export const jane: Truth.Expected = {
  ...nothing,
  full_name: "Jane Doe",
  email: "jane@example.com",
  location: { city: "Leeds", country: "GB", raw: "Leeds, UK" },
  experience: [hotel, bakery],
  skills: [skill("Baking"), skill("Decorating")],
  total_experience_years: 9,
  detected_language: "en"
}
