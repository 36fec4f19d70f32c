import { StrictSubset } from "@excv/provider/testing"
import { Either } from "effect"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { answerFormat } from "../src/Answer.js"
import * as Parse from "../src/Parse.js"

describe("the schema of the answer", () => {
  it("is in its file", async () => {
    await expect(`${JSON.stringify(answerFormat.schema, null, 2)}\n`).toMatchFileSnapshot("../data/answer.schema.json")
  })

  it("keeps to the subset that strict mode takes", () => expect(StrictSubset.problems(answerFormat.schema)).toEqual([]))

  it("is spoken of in the instructions, member by member", () => {
    const told = readFileSync(new URL("../data/instructions.md", import.meta.url), "utf8")
    const properties: unknown = answerFormat.schema["properties"]
    const silent = Object.keys(properties ?? {}).filter((name) => !["name", "email", "phone", "certifications", "projects"].includes(name) && !told.includes(`\`${name}\``))
    expect(silent).toEqual([])
  })
})

describe("the subset", () => {
  it.each([
    [{ type: "object", properties: { a: { type: "string" } }, required: [], additionalProperties: false }, /missing in 'required'/],
    [{ type: "object", properties: {}, required: [] }, /additionalProperties/],
    [{ type: "object", properties: { a: { oneOf: [] } }, required: ["a"], additionalProperties: false }, /not permitted/]
  ])("would notice %j", (schema, problem) => expect(StrictSubset.problems(schema).join()).toMatch(problem))
})

describe("a reply", () => {
  const name = (text: string) => Either.map(Parse.parse(text), (answer) => answer.name)

  it.each([
    ["{\"name\":\"1\"}"],
    ["```json\n{\"name\":\"1\"}\n```"],
    ["Here you are:\n{\"name\":\"1\"}\nAnything else?"],
    ["{\"name\":\"1\",\"skills\":[\"2\",],}"],
    ["{\"cv\":{\"name\":\"1\"}}"],
    ["{\"name\":\"1\",\"unasked\":{\"x\":1},\"experience\":null}"]
  ])("%j is read", (text) => expect(name(text)).toEqual(Either.right("1")))

  it("may have numbers for lines", () => expect(name("{\"name\":1}")).toEqual(Either.right(1)))

  it.each(["", "no", "[]", "{}", "{\"weather\":1}", "{\"name\":{\"a\":1}}", "{\"experience\":\"none\"}", "{\"name\":\"1\",\"exp"])(
    "%j is no answer, and what is wrong with it holds no value",
    (text) => {
      const parsed = Parse.parse(text)
      expect(Either.isLeft(parsed)).toBe(true)
      if (Either.isLeft(parsed)) expect(parsed.left).not.toMatch(/none|weather/)
    }
  )
})
