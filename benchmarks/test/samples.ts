/** Answers whose scores can be computed by hand. */
import type { Truth } from "@excv/evaluation"
import type { Extraction } from "@excv/schema"
import type * as Measure from "../src/Measure.js"
import * as Results from "../src/Results.js"
import { Grounding, Verdict } from "@excv/evaluation"

export const resume: Truth.Expected = {
  full_name: "Jane Doe",
  email: "jane@example.com",
  phone: null,
  location: { city: "Leeds", country: "GB", raw: "Leeds, UK" },
  linkedin_url: null,
  links: [],
  summary: null,
  experience: [],
  education: [],
  skills: [{ name: "Baking", category: "other", level: null }],
  languages: [],
  certifications: [],
  projects: [],
  total_experience_years: 0,
  seniority_level: "junior",
  detected_language: "en"
}

export const truth: Truth.Truth = {
  document: "jane-classic.pdf",
  person: "jane",
  layout: "classic",
  language: "en",
  profession: "baker",
  producer: "latex",
  split: "development",
  as_of: "2026-01",
  resume
}

const text = "Jane Doe, Leeds, UK, jane@example.com. Skills: Baking"

const evidence = [{ page: 1, line: 3, box: { x: 0, y: 0, width: 1, height: 1 }, quote: "Skills: Baking" }]

const local = { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0, reasoning_tokens: 0, cost_usd: 0 }

const extraction = (given: Truth.Expected, confidence: number): Extraction.Extraction => ({
  resume: { ...given, confidence_score: confidence },
  meta: {
    model_used: "rules-1",
    pages: 1,
    fields: { "/full_name": { confidence: 0.9, evidence }, "/skills/0/name": { confidence: 0.4, evidence } },
    signals: { grounded: 1 },
    issues: [],
    attempts: [],
    timings: { decode_ms: 1, ocr_ms: 0, extract_ms: 1, normalize_ms: 1, score_ms: 1, total_ms: 4 },
    usage: local
  }
})

export const measured = (given: Truth.Expected, confidence = 0.8, labels: Partial<Truth.Truth> = {}): Measure.Measured => ({
  file: "jane-classic.pdf",
  truth: { ...truth, ...labels },
  extraction: extraction(given, confidence),
  failure: null,
  durationMs: 12,
  verdicts: Verdict.compare(resume, given),
  source: Grounding.source(text, "en")
})

export const result = (given: Truth.Expected, confidence?: number, labels?: Partial<Truth.Truth>): Results.DocumentResult =>
  Results.ofMeasured(measured(given, confidence, labels))

export const environment = {
  commit: "0123456789ab",
  date: "2026-01-01T00:00:00.000Z",
  node: "v20.19.0",
  machine: { platform: "linux-x64", cpu: "a processor", cores: 2, memory_gb: 8 }
}
