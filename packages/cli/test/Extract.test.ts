import { Extraction, Resume } from "@excv/schema"
import { Schema } from "effect"
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Binary from "./Binary.js"

const timeout = 120_000
const pdf = join(Binary.documents, "priya-raman_classic.pdf")
const other = join(Binary.documents, "miriam-abt_dense.pdf")
const resume = Schema.decodeUnknownSync(Resume.Resume, { onExcessProperty: "error" })
const meta = Schema.decodeUnknownSync(Extraction.Meta)

const room = Binary.temporary()
/** Two CVs, one of them deeper; a file that is no PDF; and what has to be passed over. */
const tree = join(room.path, "cvs")

beforeAll(() => {
  mkdirSync(join(tree, "sub", ".hidden"), { recursive: true })
  copyFileSync(pdf, join(tree, "sub", "one.PDF"))
  copyFileSync(other, join(tree, "two.pdf"))
  copyFileSync(pdf, join(tree, ".hidden.pdf"))
  copyFileSync(pdf, join(tree, "sub", ".hidden", "three.pdf"))
  symlinkSync("..", join(tree, "sub", "loop"))
  writeFileSync(join(tree, "fake.pdf"), "no PDF at all")
  writeFileSync(join(tree, "notes.txt"), "no CV")
})
afterAll(room.remove)

describe("excv extract with one file", () => {
  const known = { years: 0 }

  it("prints the resume and nothing else", async () => {
    const { code, stderr, stdout } = await Binary.run(["extract", pdf])
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    const { full_name, total_experience_years } = resume(JSON.parse(stdout))
    expect(full_name).toBe("Priya Raman")
    known.years = total_experience_years
    expect(stdout.split("\n").length).toBeGreaterThan(20)
  }, timeout)

  it("adds meta on request, and counts until the month of --as-of", async () => {
    const { code, stdout } = await Binary.run(["extract", pdf, "--meta", "--as-of", "2040-01"])
    expect(code).toBe(0)
    const answer = JSON.parse(stdout)
    expect(meta(answer.meta).model_used).toMatch(/^rules-/)
    const now = new Date()
    const later = 2040 - now.getUTCFullYear() - now.getUTCMonth() / 12
    expect(resume(answer.data).total_experience_years - known.years).toBeCloseTo(later, 0)
  }, timeout)

  it("reads standard input", async () => {
    const { code, stdout } = await Binary.run(["extract", "-"], { input: readFileSync(pdf) })
    expect(code).toBe(0)
    expect(resume(JSON.parse(stdout)).full_name).toBe("Priya Raman")
  }, timeout)

  it("asks the model of --model only, or names those that there are", async () => {
    const known = await Binary.run(["extract", pdf, "--meta", "--model", "rules-1", "--max-cost-usd", "0"])
    expect(known).toMatchObject({ code: 0, stderr: "" })
    expect(meta(JSON.parse(known.stdout).meta).attempts.map(({ model }) => model)).toEqual(["rules-1"])
    const unknown = await Binary.run(["extract", pdf, "--model", "gpt-9"])
    expect(unknown).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--model gpt-9: not configured. Configured: rules-1.") })
  }, timeout)

  it("asks no model that might cost more than --max-cost-usd", async () => {
    const priced = { env: { EXCV_EXTRACTORS: "openai@http://127.0.0.1:1/v1:gpt-4.1-mini, rules" } }
    const fallen = await Binary.run(["extract", pdf, "--meta", "--max-cost-usd", "0.0001"], priced)
    expect(meta(JSON.parse(fallen.stdout).meta).attempts.map(({ reason }) => reason)).toEqual(["over_budget", null])
    const refused = await Binary.run(["extract", pdf, "--model", "gpt-4.1-mini", "--max-cost-usd", "0.0001"], priced)
    expect(refused).toMatchObject({ code: 1, stdout: "" })
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "INVALID_REQUEST", retryable: false, details: { reason: "over_budget" } } })
  }, timeout)

  it("says why it failed on standard error, and prints nothing", async () => {
    const { code, stderr, stdout } = await Binary.run(["extract", join(tree, "fake.pdf")])
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "UNSUPPORTED_FORMAT", retryable: false } })
  }, timeout)
})

describe("excv extract with several files", () => {
  const missing = join(room.path, "missing.pdf")
  const inOrder = [join(tree, "fake.pdf"), join(tree, "sub", "one.PDF"), join(tree, "two.pdf"), missing]

  it("prints a line a file in the order of the input, the failures too, and ends with 1", async () => {
    const { code, stderr, stdout } = await Binary.run(["extract", tree, missing, "--meta"])
    const printed = Binary.lines(stdout)
    expect({ code, stderr }).toEqual({ code: 1, stderr: "2 of 4 files failed\n" })
    expect(printed.map(({ file }) => file)).toEqual(inOrder)
    expect(printed[0]).toMatchObject({ error: { code: "UNSUPPORTED_FORMAT" } })
    expect(resume(printed[1]?.data).full_name).toBe("Priya Raman")
    expect(meta(printed[2]?.meta).pages).toBeGreaterThan(0)
    expect(printed[3]).toMatchObject({ error: { code: "NO_FILE", details: { reason: "not_found" } } })
  }, timeout)

  it("writes a file a CV with --out, whole and without leftovers", async () => {
    const out = join(room.path, "deep", "out")
    const { code, stdout } = await Binary.run(["extract", "--out", out, tree])
    expect(code).toBe(1)
    expect(Binary.lines(stdout).map(({ error, output }) => output ?? error)).toEqual([
      expect.objectContaining({ code: "UNSUPPORTED_FORMAT" }), join(out, "one.json"), join(out, "two.json")
    ])
    expect(readdirSync(out).sort()).toEqual(["one.json", "two.json"])
    expect(resume(JSON.parse(readFileSync(join(out, "one.json"), "utf8"))).full_name).toBe("Priya Raman")
  }, timeout)

  it("writes nothing when two results would have one name", async () => {
    const out = join(room.path, "clash")
    const { code, stderr } = await Binary.run(["extract", pdf, join(tree, "two.pdf"), join(tree, "two.PDF"), "--out", out])
    expect(code).toBe(2)
    expect(stderr).toContain(`${join(tree, "two.pdf")} and ${join(tree, "two.PDF")} would all be written to`)
    expect(existsSync(out)).toBe(false)
  }, timeout)

  it("ends quietly when the reader is gone", async () => {
    const child = Binary.start(["extract", ...Array.from({ length: 40 }, () => pdf)])
    child.stdout.once("data", () => child.stdout.destroy())
    expect(await Binary.ended(child)).toMatchObject({ code: 0, stderr: "" })
  }, timeout)

  it("stops at once on Ctrl-C, after whole lines", async () => {
    const child = Binary.start(["extract", ...Array.from({ length: 400 }, () => pdf)])
    const end = Binary.ended(child)
    child.stdout.once("data", () => child.kill("SIGINT"))
    const { code, stdout } = await end
    const printed = Binary.lines(stdout)
    expect(code).toBe(130)
    expect(stdout.endsWith("\n")).toBe(true)
    expect(printed.length).toBeGreaterThan(0)
    expect(printed.length).toBeLessThan(200)
  }, timeout)
})
