/** A small CV of an invented person, for the conformance of extractors. */
import type { Document, Resume } from "@excv/schema"

const texts = [
  "Mira Lindqvist", "Uppsala, Sweden", "mira@lindqvist.example", "Experience", "2019 – 2023", "Baker, Bageri Havre, Uppsala",
  "• Ran the night shift of four bakers", "• Brought in a rye line", "2015 – 2019", "Apprentice baker, Surdeg AB, Gävle", "Education",
  "2012 – 2015", "Vocational diploma, Fyris School, Uppsala", "Skills", "Sourdough, Shift planning, Food safety"
]

const headings = new Set(["Experience", "Education", "Skills"])

const word = (text: string, x: number, y: number, fontSize: number): Document.Word => ({
  text, box: { x, y, width: text.length * fontSize * 0.5, height: fontSize }, fontSize, bold: fontSize > 10, italic: false, color: null, url: null, confidence: null
})

const line = (text: string, index: number): Document.Line => {
  const size = index === 0 ? 22 : headings.has(text) ? 14 : 10
  const y = 60 + index * 24
  let x = 60
  const words = text.split(" ").map((part) => {
    const one = word(part, x, y, size)
    x += one.box.width + size * 0.3
    return one
  })
  return { number: index + 1, page: 1, column: 0, edge: 540, text, box: { x: 60, y, width: x - 60, height: size }, words }
}

export const sample: Document.Document = {
  mediaType: "application/pdf",
  pages: [{
    number: 1, width: 595, height: 842, source: "text_layer", hasUsableText: true, isBlank: false, links: [], shapes: [], hidden: [], lines: texts.map(line)
  }]
}

const period = (start_date: string, end_date: string) => ({ start_date, end_date })

/** What it says. */
export const truth: Omit<Resume.Resume, "confidence_score"> = {
  full_name: "Mira Lindqvist",
  email: "mira@lindqvist.example",
  phone: null,
  location: { city: "Uppsala", country: "SE", raw: "Uppsala, Sweden" },
  linkedin_url: null,
  links: [],
  summary: null,
  experience: [
    {
      company: "Bageri Havre", title: "Baker", location: "Uppsala", ...period("2019", "2023"), is_current: false,
      description: "Ran the night shift of four bakers\nBrought in a rye line",
      highlights: ["Ran the night shift of four bakers", "Brought in a rye line"]
    },
    {
      company: "Surdeg AB", title: "Apprentice baker", location: "Gävle", ...period("2015", "2019"), is_current: false,
      description: null, highlights: []
    }
  ],
  education: [{
    institution: "Fyris School", degree: "Vocational diploma", field_of_study: null, location: "Uppsala", ...period("2012", "2015"),
    grade: null, description: null
  }],
  skills: ["Sourdough", "Shift planning", "Food safety"].map((name) => ({ name, category: "other", level: null })),
  languages: [],
  certifications: [],
  projects: [],
  total_experience_years: 9,
  seniority_level: "senior",
  detected_language: "en"
}

/** A picture of one pixel, as a PNG file. */
export const picture = {
  mediaType: "image/png" as const,
  bytes: new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==", "base64"))
}
