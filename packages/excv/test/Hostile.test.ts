import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { Excv } from "excv"
import { readdirSync, readFileSync } from "node:fs"

const folder = new URL("../../../fixtures/hostile/", import.meta.url)

const files = readdirSync(folder).filter((name) => name.endsWith(".docx")).map((name) => ({ name, reason: name.slice(0, name.indexOf(".")) }))

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))

const maxMilliseconds = 1_000

describe("a hostile Word document", () => {
  let excv: Excv

  beforeAll(async () => {
    excv = await Excv.make()
    // The thread of the pool has loaded the decoder when the first file comes.
    await excv.extract(bytesOf("none.zip-slip.docx"))
  })
  afterAll(() => excv.close())

  it.each(files.filter(({ reason }) => reason !== "none"))("is refused within a second: $name", async ({ name, reason }) => {
    const start = performance.now()
    await expect(excv.extract(bytesOf(name))).rejects.toMatchObject({ _tag: "DocumentRefused", reason })
    expect(performance.now() - start).toBeLessThan(maxMilliseconds)
  })

  it.each(files.filter(({ reason }) => reason === "none"))("that harms only who trusts it is read: $name", async ({ name }) => {
    const start = performance.now()
    expect((await excv.extract(bytesOf(name))).resume.full_name).toBe("Nora Ellingsen")
    expect(performance.now() - start).toBeLessThan(maxMilliseconds)
  })
})
