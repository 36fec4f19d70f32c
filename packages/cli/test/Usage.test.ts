import { NodeContext } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Console, Effect, Layer, MutableRef } from "effect"
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll } from "vitest"
import * as Cli from "../src/Cli.js"
import * as Exit from "../src/Exit.js"
import * as Binary from "./Binary.js"

const timeout = 120_000
const room = Binary.temporary()
afterAll(room.remove)

const layer = Layer.merge(NodeContext.layer, Layer.sync(Exit.OnSignal, () => MutableRef.make(130)))

/** The command in this process: what it said, and its exit code. */
const run = (args: ReadonlyArray<string>) =>
  Effect.gen(function*() {
    const said: Array<unknown> = []
    const hear = (...texts: ReadonlyArray<unknown>) => Effect.sync(() => void said.push(...texts))
    const code = yield* Cli.run(args).pipe(
      (self) => Effect.consoleWith((console) => Console.withConsole(self, { ...console, log: hear, error: hear })),
      Effect.provide(layer)
    )
    return { code, said: said.join("\n") }
  })

describe("a command line", () => {
  it.effect.each([
    [["extract"], "Missing argument <FILE>"],
    [["extract", "cv.pdf", "--as-of", "2026-13"], "--as-of 2026-13: expected a month written as YYYY-MM"],
    [["extract", "cv.pdf", "--concurrency", "0"], "--concurrency 0: expected a number from 1 to 256"],
    [["extract", "cv.pdf", "--max-cost-usd", "-1"], "--max-cost-usd -1: expected US dollars, such as 0.01"],
    [["extract", "cv.pdf", "--max-cost-usd", "much"], "'much' is not a float"],
    [["extract", "cv.pdf", "--out"], "Expected a value following option: '--out'"],
    [["extract", "cv.pdf", "--no-such-option"], "--no-such-option: no such option"],
    [["extract", "-", "-"], "standard input can be read only once"],
    [["keys", "create", "--mode", "free"], "Expected one of the following cases: live, test"],
    [["keys", "revoke", "excv_live_secret"], "Expected the identifier of a key"],
    [["keys", "rotate", "key_1", "--overlap", "soon"], "--overlap soon: expected a number and a unit"],
    [["keys", "list", "--wizard"], "it needs a terminal"],
    [["frobnicate"], "Invalid subcommand for excv - use one of 'extract', 'serve', 'keys', 'doctor'"]
  ] as const)("that is wrong is refused with 2 and a word where help is: %j", ([args, expected]) =>
    Effect.gen(function*() {
      const { code, said } = yield* run(args)
      expect(code).toBe(2)
      expect(said).toContain(expected)
      expect(said).toMatch(/Run `excv .*--help` for its options and examples\.$/)
      expect(said).not.toContain("secret")
    }))

  it.effect.each([
    [["--help"], "excv keys create --account acme"],
    [["keys", "rotate", "-h"], "$ excv keys rotate [--overlap DURATION]"],
    [["serve", "--port", "1", "--help"], "excv serve --host 0.0.0.0 --port 8080"],
    [["--completions", "bash"], "excv__extract"]
  ] as const)("that asks how to write one is taught: %j", ([args, expected]) =>
    Effect.gen(function*() {
      const { code, said } = yield* run(args)
      expect(code).toBe(0)
      expect(said).toContain(expected)
    }))
})

describe("the command excv", () => {
  it("keeps colours out of pipes", async () => {
    const { code, stderr, stdout } = await Binary.run(["extract", "--help"])
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toContain("$ excv extract [--out DIR] [--as-of YYYY-MM] [--meta] [--model NAME] [--max-cost-usd USD] [--concurrency N] <FILE>...")
    expect(stdout).not.toContain("\u001b")
  }, timeout)

  it("ends with the code of the mistake, and prints nothing", async () => {
    const { code, stderr, stdout } = await Binary.run(["keys", "frobnicate"])
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toBe(
      "excv keys has no command 'frobnicate' - use one of 'create', 'list', 'revoke', 'rotate'\n" +
        "Run `excv keys --help` for its options and examples.\n"
    )
  }, timeout)

  it("says how to build it when it is not built", () => {
    mkdirSync(join(room.path, "bin"))
    copyFileSync(Binary.binary, join(room.path, "bin", "excv.mjs"))
    const { status, stderr } = spawnSync(process.execPath, [join(room.path, "bin", "excv.mjs")], { encoding: "utf8" })
    expect({ status, stderr }).toEqual({ status: 1, stderr: "excv is not built yet: run `npm run build`\n" })
  }, timeout)
})
