#!/usr/bin/env node
// Committed, unlike what it starts, so that npm links the command before the first build.
import { existsSync } from "node:fs"

const main = new URL("../bundle/main.js", import.meta.url)
if (existsSync(main)) {
  await import(main.href)
} else {
  process.stderr.write("excv is not built yet: run `npm run build`\n")
  process.exitCode = 1
}
