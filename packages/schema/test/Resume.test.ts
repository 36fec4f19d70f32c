import { Resume } from "@excv/schema"
import { describe, expect, it } from "@effect/vitest"
import { Schema } from "effect"

describe("PartialDate", () => {
  const isPartialDate = Schema.is(Resume.PartialDate)

  it("takes a year or a month of a year, nothing else", () => {
    expect(["2016", "2016-04", "1999-12"].filter(isPartialDate)).toHaveLength(3)
    expect(["16", "2016-13", "2016-00", "2016-4", "2016-04-01", "present", ""].filter(isPartialDate)).toEqual([])
  })
})
