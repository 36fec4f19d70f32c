/** Ends with 0 when nothing that the build reads is newer than the bundle: starting again need not ask the compiler. */
import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const results = new Set(["bundle", "data", "dist", "documents", "node_modules", "test"])

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity

/** Of a directory too: its time changes when a file is gone. */
const newest = (directory) =>
  readdirSync(directory, { withFileTypes: true }).reduce((time, entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return results.has(entry.name) ? time : Math.max(time, newest(path))
    return Math.max(time, modified(path))
  }, modified(directory))

const read = Math.max(
  ...["packages", "providers"].map((name) => newest(join(root, name))),
  ...["package-lock.json", "tsconfig.json", "tsconfig.base.json"].map((name) => modified(join(root, name)))
)
const bundle = statSync(join(root, "packages/cli/bundle/main.js"), { throwIfNoEntry: false })

process.exitCode = bundle !== undefined && bundle.mtimeMs >= read ? 0 : 1
