// Creates the database of the data directory given as its argument; says so as soon as there is something to be half made.
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import * as PgliteDirectory from "../../dist/PgliteDirectory.js"

const parent = process.argv[2]
const isBegun = () => readdirSync(parent).some((name) => existsSync(join(parent, name, "base")))
const watch = setInterval(() => {
  if (!isBegun()) return
  clearInterval(watch)
  process.stdout.write("begun\n")
}, 5)
await PgliteDirectory.ensure(join(parent, "database"))
