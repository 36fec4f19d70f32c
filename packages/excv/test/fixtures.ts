import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Answering } from "@excv/model/testing"

const folder = new URL("../../../fixtures/", import.meta.url).pathname

interface Truth {
  readonly as_of: string
  readonly language: string
  readonly resume: Answering.Truth
}

/** Committed CVs with what they say. */
export const truths = readdirSync(join(folder, "documents")).filter((name) => name.endsWith(".pdf")).map((name) => ({
  name,
  path: join(folder, "documents", name),
  truth: JSON.parse(readFileSync(join(folder, "truth", name.replace(".pdf", ".json")), "utf8")) as Truth
}))

/** Committed CVs with the name that each shows. */
export const fixtures = truths.map(({ path, truth }) => ({ path, fullName: truth.resume.full_name }))
