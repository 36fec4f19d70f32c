import { describe, expect, it } from "@effect/vitest"
import { FastCheck } from "effect"
import * as Totals from "../src/normalize/Totals.js"

const entry = (start_date: string | null, end_date: string | null, is_current = false) => ({ start_date, end_date, is_current })

describe("years of experience", () => {
  it("counts the first and the last month", () => {
    expect(Totals.experienceYears([entry("2020-01", "2020-12")], "2026-01")).toBe(1)
    expect(Totals.experienceYears([entry("2020-01", "2020-01")], "2026-01")).toBe(0.1)
  })

  it("counts parallel entries once, and gaps not at all", () => {
    expect(Totals.experienceYears([entry("2018-01", "2019-12"), entry("2019-01", "2020-12")], "2026-01")).toBe(3)
    expect(Totals.experienceYears([entry("2010-01", "2010-12"), entry("2020-01", "2020-12")], "2026-01")).toBe(2)
  })

  it("ends what is current at the reference month, and never counts beyond it", () => {
    expect(Totals.experienceYears([entry("2024-02", null, true)], "2026-01")).toBe(2)
    expect(Totals.experienceYears([entry("2025-02", "2030-01")], "2026-01")).toBe(1)
  })

  it("is 0 without entries or without dates", () => {
    expect(Totals.experienceYears([], "2026-01")).toBe(0)
    expect(Totals.experienceYears([entry(null, null)], "2026-01")).toBe(0)
  })

  const month = FastCheck.tuple(FastCheck.integer({ min: 1990, max: 2025 }), FastCheck.integer({ min: 1, max: 12 }))
    .map(([year, inYear]) => `${year}-${String(inYear).padStart(2, "0")}`)
  const period = FastCheck.tuple(month, month).map(([a, b]) => (a < b ? entry(a, b) : entry(b, a)))

  it.prop("does not depend on the order, and more entries never make less", [FastCheck.array(period), period], ([entries, one]) => {
    const years = Totals.experienceYears(entries, "2026-01")
    expect(Totals.experienceYears([...entries].reverse(), "2026-01")).toBe(years)
    expect(Totals.experienceYears([...entries, one], "2026-01")).toBeGreaterThanOrEqual(years)
    expect(Totals.experienceYears([...entries, ...entries], "2026-01")).toBe(years)
  })
})

describe("the latest title decides the seniority", () => {
  const job = (title: string, start_date: string, end_date: string | null) =>
    ({ company: null, title, location: null, start_date, end_date, is_current: end_date === null, description: null, highlights: [] })
  it("of jobs that go on, the one that began last, wherever it stands", () => {
    const [founder, assistant] = [job("Managing Director", "2015-01", null), job("Junior Consultant", "2023-05", null)]
    expect(Totals.seniority([founder, assistant], 10)).toBe("junior")
    expect(Totals.seniority([assistant, founder], 10)).toBe("junior")
  })
  it("of those that go on, not one beside another job", () => {
    expect(Totals.seniority([job("Teamleiterin", "2018-04", null), job("Supervisorin (nebenberuflich)", "2022-01", null)], 10)).toBe("lead")
  })
  it("of ended ones, one without a date that stands first", () => {
    const undated = { ...job("Head of Sales", "", ""), start_date: null, end_date: null }
    expect(Totals.seniority([undated, job("Junior Seller", "2015-01", "2019-01")], 10)).toBe("lead")
    expect(Totals.seniority([undated, job("Junior Seller", "2015-01", null)], 10)).toBe("junior")
  })
  it("of others, the one that ended last", () => {
    expect(Totals.seniority([job("Head of Sales", "2012-01", "2020-01"), job("Senior Baker", "2010-01", "2024-01")], 10)).toBe("senior")
  })
})
