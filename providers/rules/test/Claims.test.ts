import { expect, it } from "@effect/vitest"
import * as Claims from "../src/Claims.js"

it("a hyphen at the end of a line goes with the line, unless it is a compound's own", () => {
  expect(Claims.join(["des conduc-", "teurs"])).toBe("des conducteurs")
  expect(Claims.join(["des sous-", "traitants"])).toBe("des sous-traitants")
  expect(Claims.join(["a non-", "profit"])).toBe("a non-profit")
  expect(Claims.join(["Alt-", "Neubau"])).toBe("Alt-Neubau")
})
