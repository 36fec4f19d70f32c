import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const folder = new URL("../../../fixtures/", import.meta.url).pathname

/** Committed CVs with the name that each shows. */
export const fixtures = readdirSync(join(folder, "documents")).filter((name) => name.endsWith(".pdf")).map((name) => ({
  path: join(folder, "documents", name),
  fullName: JSON.parse(readFileSync(join(folder, "truth", name.replace(".pdf", ".json")), "utf8")).resume.full_name as string
}))
