import { describe, it } from "@effect/vitest"
import { Conformance } from "@excv/provider/testing"
import { extractor } from "../src/index.js"

describe("the rules", () => {
  for (const { check, name } of Conformance.cases(extractor)) it.live(name, () => check)
})
