/** The directory of an embedded database: there whole or not at all, whenever the process that makes it is killed. */
import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, rename, rm } from "node:fs/promises"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { promisify } from "node:util"

const creation = createRequire(import.meta.url).resolve("@excv/store/pglite-creation")

const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }

/**
 * Creates the database if it is not there; the parent directory must exist and be this process's alone. In a process of its own:
 * creating takes half a gigabyte, of which one that goes on would keep a part.
 */
export const ensure = async (directory: string): Promise<void> => {
  if (existsSync(join(directory, "PG_VERSION"))) return
  await removeDrafts(directory)
  const draft = `${directory}.draft-${randomUUID()}`
  await promisify(execFile)(process.execPath, [creation, draft])
  await rename(draft, directory)
}

/** What a process left that was killed while it created; the one that it had started may write there for some seconds more. */
const removeDrafts = async (directory: string): Promise<void> => {
  const drafts = (await readdir(dirname(directory))).filter((name) => name.startsWith(`${basename(directory)}.draft-`))
  await Promise.all(drafts.map((name) => rm(join(dirname(directory), name), removal)))
}
