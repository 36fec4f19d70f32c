import { FileSystem } from "@effect/platform"
import { NodeContext } from "@effect/platform-node"
import { describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "../src/Corpus.js"
import * as DocumentText from "../src/DocumentText.js"
import { truth } from "./samples.js"

const corpus = (files: { readonly [name: string]: string }) =>
  Effect.gen(function*() {
    const system = yield* FileSystem.FileSystem
    const directory = yield* system.makeTempDirectoryScoped()
    yield* system.makeDirectory(`${directory}/truth`)
    yield* system.makeDirectory(`${directory}/documents`)
    yield* Effect.forEach(Object.entries(files), ([name, text]) => system.writeFileString(`${directory}/${name}`, text))
    return directory
  })

describe("load", () => {
  it.scoped("selects by split, layout, language and part of the name", () =>
    Effect.gen(function*() {
      const other = { ...truth, document: "jan-sidebar.pdf", layout: "sidebar", language: "nl", split: "validation" }
      const directory = yield* corpus({
        "truth/jane-classic.json": JSON.stringify(truth),
        "truth/jan-sidebar.json": JSON.stringify(other),
        "truth/README.md": "not a truth",
        "documents/jane-classic.pdf": "%PDF-",
        "documents/jan-sidebar.pdf": "%PDF-"
      })
      const names = (selection: Corpus.Selection) =>
        Effect.map(Corpus.load(directory, selection), (documents) => documents.map((document) => document.truth.document))
      expect(yield* names({})).toEqual(["jan-sidebar.pdf", "jane-classic.pdf"])
      expect(yield* names({ split: "validation" })).toEqual(["jan-sidebar.pdf"])
      expect(yield* names({ only: "classic" })).toEqual(["jane-classic.pdf"])
      expect(yield* names({ layout: "sidebar", language: "nl" })).toEqual(["jan-sidebar.pdf"])
      expect((yield* Effect.flip(names({ language: "fr" }))).message).toContain("no document is selected")
    }).pipe(Effect.provide(NodeContext.layer)))

  it.scoped("names the file that is wrong", () =>
    Effect.gen(function*() {
      const missing = yield* corpus({ "truth/jane-classic.json": JSON.stringify(truth) })
      expect((yield* Effect.flip(Corpus.load(missing, {}))).message).toContain("jane-classic.pdf is missing")
      const wrong = yield* corpus({ "truth/jane.json": JSON.stringify({ ...truth, as_of: "soon" }) })
      expect((yield* Effect.flip(Corpus.load(wrong, {}))).message).toMatch(/jane\.json.*as_of/s)
      expect((yield* Effect.flip(Corpus.load(`${wrong}/nowhere`, {}))).message).toContain("no such directory")
    }).pipe(Effect.provide(NodeContext.layer)))
})

describe("the fixtures", () => {
  it.effect("are a corpus whose truths can be read off the documents' own text", () =>
    Effect.gen(function*() {
      const system = yield* FileSystem.FileSystem
      const documents = yield* Corpus.load(fileURLToPath(new URL("../../fixtures", import.meta.url)), { only: "classic" })
      const [document] = documents
      if (document === undefined) throw new Error("load gave nothing")
      const bytes = yield* system.readFile(document.file)
      const text = yield* DocumentText.read(bytes)
      expect(text).toContain(document.truth.resume.email)
      expect(bytes.length).toBeGreaterThan(0)
      expect(yield* DocumentText.read(new Uint8Array([1, 2, 3]))).toBeNull()
      expect(yield* DocumentText.read(bytes.slice(0, 200))).toBeNull()
    }).pipe(Effect.provide(NodeContext.layer)))
})
