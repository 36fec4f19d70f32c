import { cruise, type ICruiseResult } from "dependency-cruiser"
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const root = new URL("../..", import.meta.url).pathname
const require = createRequire(import.meta.url)

const topLevel = [
  "benchmarks", "docs", "eslint.config.js", "fixtures", "knip.json", "LICENSE", "package-lock.json", "package.json",
  "packages", "providers", "README.md", "THIRD-PARTY.md", "tsconfig.base.json", "tsconfig.json", "tsconfig.test.json",
  "vitest.workspace.ts"
]
/** What a build, a run or an editor leaves behind; git ignores it. */
const leftBehind = new Set(["node_modules", "coverage"])

const maxSourceBytes = 15_000

const walk = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    ["bundle", "dist", "node_modules"].includes(entry.name) ? []
      : entry.isDirectory() ? walk(join(folder, entry.name))
      : [join(folder, entry.name)])

const sources = ["packages", "providers", "benchmarks", "fixtures", ".ci"]
  .flatMap((folder) => walk(join(root, folder)))
  .filter((file) => /\.(ts|js|cjs|mjs)$/.test(file))

const violations = async (folders: ReadonlyArray<string>, baseDir = root): Promise<ReadonlyArray<string>> => {
  const config = require("../import-law.cjs")
  const cruised = await cruise([...folders], { ...config.options, ruleSet: config, validate: true, baseDir }, undefined, {
    tsConfig: extractTSConfig(join(root, "tsconfig.base.json"))
  })
  return (cruised.output as ICruiseResult).summary.violations.map(({ from, rule, to }) => `${rule.name}: ${from} → ${to}`)
}

describe("the house", () => {
  it("has the rooms of the architecture and nothing beside them", () => {
    const visible = readdirSync(root).filter((name) => !name.startsWith(".") && !leftBehind.has(name))
    expect(visible.sort()).toEqual([...topLevel].sort())
  })

  it("keeps the import law, without cycles", async () => {
    expect(await violations(["packages", "providers", "benchmarks", "fixtures"])).toEqual([])
  }, 60_000)

  it("would notice a wrong import", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "law-"))
    try {
      for (const room of ["schema", "store"]) mkdirSync(join(elsewhere, `packages/${room}/src`), { recursive: true })
      writeFileSync(join(elsewhere, "packages/schema/src/Wrong.ts"), `export * from "../../store/src/index.js"\n`)
      writeFileSync(join(elsewhere, "packages/store/src/index.ts"), "export const anything = 1\n")
      expect(await violations(["packages"], elsewhere)).toEqual([
        "law-schema: packages/schema/src/Wrong.ts → packages/store/src/index.ts"
      ])
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
  }, 60_000)

  it("has no source file over 15 kB", () => {
    const large = sources.filter((file) => statSync(file).size > maxSourceBytes)
    expect(large.map((file) => file.slice(root.length))).toEqual([])
  })

  it("has a package for every folder, whose dependencies are those that the law allows", () => {
    const law: Record<string, ReadonlyArray<string>> = JSON.parse(readFileSync(join(root, ".ci/import-law.json"), "utf8"))
    const roomOf = (folder: string) => (folder.startsWith("providers/") ? "providers/*" : folder.replace("packages/", ""))
    const folders = ["packages", "providers"].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    const packages = [...folders, "benchmarks", "fixtures"].map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"))
    }))
    const rooms = new Map(packages.map(({ folder, manifest }) => [manifest.name, roomOf(folder)]))
    const unlawful = packages.flatMap(({ folder, manifest }) =>
      Object.keys(manifest.dependencies ?? {}).filter((name) => {
        const room = rooms.get(name)
        return room !== undefined && !law[roomOf(folder)]?.includes(room)
      }).map((name) => `${folder} → ${name}`))
    expect(unlawful).toEqual([])
  })
})
