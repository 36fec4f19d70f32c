import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import * as Binary from "./Binary.js"

const timeout = 120_000
const room = Binary.temporary()
const dataDir = join(room.path, "data")
const on = ["--data-dir", dataDir]
const running: { server?: ReturnType<typeof Binary.start>; url?: string } = {}

afterAll(async () => {
  if (running.server !== undefined && running.server.exitCode === null) {
    const end = Binary.ended(running.server)
    running.server.kill("SIGKILL")
    await end
  }
  room.remove()
})

const json = async (...args: ReadonlyArray<string>) => {
  const { code, stderr, stdout } = await Binary.run([...args, "--json", ...on])
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  return JSON.parse(stdout)
}

/** Of `GET /usage`: whether the running server accepts the key. */
const statusWith = async (key: string) =>
  (await fetch(`${running.url}/api/v1/usage`, { headers: { authorization: `Bearer ${key}` } })).status

// One after the other, on one data directory: its creation takes seconds.
describe.sequential("without a server", () => {
  it("doctor finds that the database is still to be made, and does not make it", async () => {
    const { checks, ok } = await json("doctor")
    expect(ok).toBe(true)
    expect(checks).toContainEqual(expect.objectContaining({ name: "database", found: `embedded, in ${dataDir}, made by the first start` }))
    expect(checks).toContainEqual(expect.objectContaining({
      name: "plans", ok: true, found: "an account may spend on models in a day: free no limit, starter no limit, growth no limit, scale no limit"
    }))
    expect(checks).toContainEqual(expect.objectContaining({ name: "providers", ok: true, found: expect.stringContaining("rules-") }))
    expect(existsSync(dataDir)).toBe(false)
  }, timeout)

  it("keys are made, shown once and alone on standard output, and listed without their text", async () => {
    const { code, stderr, stdout } = await Binary.run(["keys", "create", "--account", "acme", "--plan", "growth", ...on])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^excv_live_\w{46}\n$/)
    expect(stderr).toMatch(/The live key key_\w+ of the account "acme" is shown only now:/)
    const listed = await Binary.run(["keys", "list", ...on])
    expect(listed.stdout).toMatch(/^ID +ACCOUNT +MODE +KEY +CREATED +LAST USED +STATE\nkey_\w+ +acme +live +excv_live_….{4} .* never +active\n$/)
    expect(listed.stdout).not.toContain(stdout.trim())
  }, timeout)

  it("doctor says what is missing, all of it, and ends with 1", async () => {
    const { code, stdout } = await Binary.run(["doctor"], {
      env: { EXCV_EXTRACTORS: "oracle", EXCV_DAILY_COST_USD: "much", DATABASE_URL: "postgres://user:secret@127.0.0.1:1/excv" }
    })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^ok {4}node/)
    expect(stdout).toMatch(/FAIL {2}providers .*"oracle" is no extractor/)
    expect(stdout).toMatch(/FAIL {2}plans .*EXCV_DAILY_COST_USD/)
    expect(stdout).toMatch(/FAIL {2}database .*Postgres at 127\.0\.0\.1:1\/excv does not answer/)
    expect(stdout).not.toContain("secret")
  }, timeout)
})

describe.sequential("with a running server", () => {
  it("serve listens where its options say, not where the environment does", async () => {
    const port = await Binary.freePort()
    running.server = Binary.start(["serve", "--port", String(port), ...on], { env: { PORT: "1", EXCV_DATA_DIR: "/nowhere" } })
    running.url = `http://127.0.0.1:${port}`
    await Binary.says(running.server.stdout, /listens on/)
    expect((await fetch(`${running.url}/api/v1/health`)).status).toBe(200)
  }, timeout)

  it("a second server on the directory refuses to start and says why", async () => {
    const { code, stderr } = await Binary.run(["serve", "--port", String(await Binary.freePort()), ...on])
    expect(code).toBe(1)
    expect(stderr).toContain(`${dataDir} is in use by process ${running.server?.pid}`)
  }, timeout)

  it("keys go through the server, which accepts and refuses them at once", async () => {
    const made = await json("keys", "create", "--account", "acme", "--mode", "test")
    expect(made).toMatchObject({ key: { account: "acme", mode: "test" }, token: expect.stringMatching(/^excv_test_/) })
    expect(await statusWith(made.token)).toBe(200)
    const next = await json("keys", "rotate", made.key.id, "--overlap", "0 seconds")
    expect([await statusWith(made.token), await statusWith(next.token)]).toEqual([401, 200])
    await json("keys", "revoke", next.key.id)
    expect(await statusWith(next.token)).toBe(401)
    expect((await json("keys", "list", "--mode", "test")).map(({ id }: { readonly id: string }) => id)).toEqual([made.key.id, next.key.id])
  }, timeout)

  it("refuses what would change an account silently, or what does not exist", async () => {
    const wrongPlan = await Binary.run(["keys", "create", "--account", "acme", "--plan", "free", ...on])
    expect(wrongPlan).toEqual({ code: 1, stdout: "", stderr: "The account \"acme\" has the plan growth, not free\n" })
    const unknownKey = await Binary.run(["keys", "revoke", "key_unknown", ...on])
    expect(unknownKey).toEqual({ code: 1, stdout: "", stderr: "There is no usable key \"key_unknown\"\n" })
  }, timeout)

  it("doctor names the process that has the database", async () => {
    const { checks } = await json("doctor")
    expect(checks).toContainEqual(expect.objectContaining({
      found: `embedded, in ${dataDir}, in use by the server (process ${running.server?.pid}), which answers`
    }))
  }, timeout)

  it("ends with 0 when it is told to stop, and leaves the directory free", async () => {
    if (running.server === undefined) throw new Error("The server did not start")
    const end = Binary.ended(running.server)
    running.server.kill("SIGTERM")
    expect((await end).code).toBe(0)
    expect(await json("keys", "list", "--account", "acme")).toHaveLength(3)
  }, timeout)
})
