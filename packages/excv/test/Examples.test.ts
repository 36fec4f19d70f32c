import { describe, expect, it } from "@effect/vitest"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { names } from "../examples/effect.js"
import { nameAndJobs } from "../examples/promise.js"
import { fixtures } from "./fixtures.js"

const [first, second] = fixtures.filter(({ path }) => path.includes("_classic"))

describe("the examples", () => {
  it("extract with promises", async () => {
    const [name, ...jobs] = (await nameAndJobs(first?.path ?? "")).split("\n")
    expect(name).toBe(`${first?.fullName} (rules-1)`)
    expect(jobs.length).toBeGreaterThan(0)
  })

  it("tell with promises why a file cannot be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "excv-example-"))
    try {
      await writeFile(join(folder, "empty.pdf"), "")
      expect(await nameAndJobs(join(folder, "empty.pdf"))).toBe("This file cannot be read: empty_file")
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it("extract with Effect", async () => {
    expect(await names([first?.path ?? "", second?.path ?? ""])).toEqual([first?.fullName, second?.fullName])
  })
})
