import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const root = new URL("../..", import.meta.url).pathname

const compatible = new Set([
  "MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "BlueOak-1.0.0", "CC0-1.0", "Unlicense", "(MIT OR CC0-1.0)", "Apache-2.0 OR PostgreSQL"
])

/** Shared libraries beside the program, under LGPL: whoever ships them can exchange them. See docs/decisions/0010. */
const isSharedLibrary = (name: string): boolean => /^@img\/sharp-(libvips-|wasm32|freebsd-wasm32|webcontainers-wasm32|win32-)/.test(name)

interface Locked {
  readonly license?: string
  readonly version?: string
  readonly dev?: boolean
  readonly link?: boolean
}

const lock: { readonly packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))

/** What is installed for users: neither our own packages nor tools for development. */
const shipped = Object.entries(lock.packages)
  .filter(([path, { dev, link }]) => path.includes("node_modules/") && !dev && !link)
  .map(([path, { license, version }]) => ({ name: path.split("node_modules/").at(-1) ?? path, version, license: license ?? "unknown" }))
  .sort((left, right) => left.name.localeCompare(right.name) || String(left.version).localeCompare(String(right.version)))

const dataNotes = ["packages", "providers"].flatMap((parent) =>
  readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}/data/README.md`)
    .filter((path) => existsSync(join(root, path))))

const page = [
  "# Third-party software and data",
  "",
  "excv is MIT. This page is made by the tests from the lock file (`npx vitest run --project structure -u`).",
  "",
  "## Data",
  "",
  "Each table of words, names and places says where it comes from and under which licence:",
  "",
  ...dataNotes.map((path) => `- [${path}](${path})`),
  "",
  "## Packages that are installed with excv",
  "",
  "| package | version | licence |",
  "| --- | --- | --- |",
  ...shipped.map(({ license, name, version }) => `| ${name} | ${version} | ${license} |`),
  ""
].join("\n")

describe("licences", () => {
  it("of everything that is shipped are compatible with MIT", () => {
    expect(shipped.length).toBeGreaterThan(50)
    expect(shipped.filter(({ license, name }) => !compatible.has(license) && !isSharedLibrary(name))).toEqual([])
  })

  it("are listed in THIRD-PARTY.md", async () => {
    await expect(page).toMatchFileSnapshot("../../THIRD-PARTY.md")
  })

  it("are named for every folder of data", () => {
    const folders = ["packages", "providers"].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}/data`))
    const silent = folders.filter((folder) => existsSync(join(root, folder)) && !existsSync(join(root, folder, "README.md")))
    expect(silent).toEqual([])
  })
})
