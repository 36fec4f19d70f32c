import { readdirSync } from "node:fs"
import { defineWorkspace } from "vitest/config"

// A project a package: `npx vitest run --project pipeline`. Packages resolve to their sources through the condition
// "@excv/source"; workers and child processes run the build, so `npm test` builds first.
const conditions = ["@excv/source", "module", "node", "import", "default"]

const project = (name: string, root: string) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    name,
    root,
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000
  }
})

const folders = (parent: string) => readdirSync(parent).map((name) => project(name, `${parent}/${name}`))

export default defineWorkspace([
  ...folders("packages"),
  ...folders("providers"),
  project("benchmarks", "benchmarks"),
  project("fixtures", "fixtures"),
  project("structure", ".ci")
])
