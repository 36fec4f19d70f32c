/** What every model is told: read from a file, so that a change can be read too. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

export const instructions: string = readFileSync(
  createRequire(import.meta.url).resolve("@excv/model/data/instructions.md"),
  "utf8"
)
