/** What `fixtures/hostile` is answered, each name with its reason; `none` is read. The times are for a machine with two busy cores. */
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { Duration } from "effect"
import { Excv } from "excv"
import { readdirSync, readFileSync } from "node:fs"

const folder = new URL("../../../fixtures/hostile/", import.meta.url)

const files = readdirSync(folder).map((name) => ({ name, reason: name.slice(0, name.indexOf(".")) }))

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))

/** Most take less than a tenth; after a thread was killed the next file waits for a new one. */
const maxMilliseconds = 4_000

/** What takes all the time or memory that it may have: its process ends at the limit. */
const isEndless = ({ reason }: { readonly reason: string }) => reason === "decode_timeout"
const isGreedy = ({ reason }: { readonly reason: string }) => reason === "decode_memory"

describe("a hostile or broken file", () => {
  let excv: Excv

  beforeAll(async () => {
    excv = await Excv.make({ ocr: { engine: "off" } })
    // The thread of the pool has loaded the decoders when the first file comes.
    await excv.extract(bytesOf("none.zip-slip.docx"))
    await excv.extract(bytesOf("none.javascript.pdf"))
  })
  afterAll(() => excv.close())

  it.each(files.filter((file) => file.reason !== "none" && !isEndless(file) && !isGreedy(file)))("is refused soon: $name", async ({ name, reason }) => {
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

describe("a file whose work never ends", () => {
  it.each(files.filter(isEndless))("is killed at the limit, and the next one is read: $name", async ({ name, reason }) => {
    const excv = await Excv.make({ ocr: { engine: "off" }, limits: { decodeTimeout: Duration.seconds(5) } })
    await expect(excv.extract(bytesOf(name))).rejects.toMatchObject({ _tag: "DocumentRefused", reason })
    expect((await excv.extract(bytesOf("none.javascript.pdf"))).resume.full_name).toBe("Nora Ellingsen")
    await excv.close()
  })
})

describe("a file that fills all memory in one step", () => {
  it.each(files.filter(isGreedy))("ends a process of its own only, and the next one is read: $name", async ({ name, reason }) => {
    const excv = await Excv.make({ ocr: { engine: "off" } })
    await expect(excv.extract(bytesOf(name))).rejects.toMatchObject({ _tag: "DocumentRefused", reason })
    expect((await excv.extract(bytesOf("none.javascript.pdf"))).resume.full_name).toBe("Nora Ellingsen")
    await excv.close()
  })
})
