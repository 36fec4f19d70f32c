import { copyFileSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { spawnSync } from "node:child_process"
import { afterAll, describe, expect, it } from "vitest"
import * as Binary from "./Binary.js"

const timeout = 60_000
const room = Binary.temporary()
afterAll(room.remove)

describe("excv", () => {
  it.each([
    [["--help"], "excv extract cv.pdf"],
    [["extract", "--help"], "$ excv extract [--out directory]"],
    [["keys", "rotate", "-h"], "$ excv keys rotate"],
    [["--version"], "0.1.0"]
  ])("teaches: %j", async (args, expected) => {
    const { code, stderr, stdout } = await Binary.run(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toContain(expected)
    expect(stdout).not.toContain("\u001b")
  }, timeout)

  it.each([
    [["extract"], "Missing argument <FILE>"],
    [["extract", "cv.pdf", "--as-of", "2026-13"], "--as-of 2026-13: expected a month written as YYYY-MM"],
    [["extract", "cv.pdf", "--concurrency", "0"], "--concurrency 0: expected a number from 1 to 256"],
    [["extract", "cv.pdf", "--no-such-option"], "--no-such-option: no such option"],
    [["extract", "cv.pdf", "--out"], "--out: no such option, or its value is missing"],
    [["extract", "-", "-"], "standard input can be read only once"],
    [["frobnicate"], "Invalid subcommand for excv - use one of 'extract', 'serve', 'keys', 'doctor'"],
    [["keys", "frobnicate"], "excv keys has no command 'frobnicate' - use one of 'create', 'list', 'revoke', 'rotate'"],
    [["keys", "revoke", "excv_live_secret"], "Expected the identifier of a key"],
    [["keys", "rotate", "key_1", "--overlap", "soon"], "--overlap soon: expected a number and a unit"]
  ])("refuses a wrong command line with 2 and says where help is: %j", async (args, expected) => {
    const { code, stderr, stdout } = await Binary.run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toContain(expected)
    expect(stderr).toMatch(/Run `excv .*--help` for its options and examples\.\n$/)
    expect(stderr).not.toContain("secret")
  }, timeout)

  it("says how to build it when it is not built", () => {
    mkdirSync(join(room.path, "bin"))
    copyFileSync(Binary.binary, join(room.path, "bin", "excv.mjs"))
    const { status, stderr } = spawnSync(process.execPath, [join(room.path, "bin", "excv.mjs")], { encoding: "utf8" })
    expect({ status, stderr }).toEqual({ status: 1, stderr: "excv is not built yet: run `npm run build`\n" })
  }, timeout)
})
