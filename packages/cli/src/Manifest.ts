/** What the package says of itself. */
import { createRequire } from "node:module"

interface Manifest {
  readonly version: string
  readonly engines: { readonly node: string }
}

/** The same path from the modules as built and from the bundle. */
export const { engines, version }: Manifest = createRequire(import.meta.url)("../package.json")
