/** Joins the modules of each program, over a thousand with those of its libraries, into a few files: a third of the time to start, and less memory. */
import { build } from "esbuild"
import { rmSync } from "node:fs"
import { fileURLToPath } from "node:url"

const packages = new URL("../../", import.meta.url)

/** The command, and what runs in the processes and threads that it starts. */
const programs = { cli: ["main"], excv: ["Parser", "Reader", "Worker"] }

for (const [name, entries] of Object.entries(programs)) {
  const inPackage = (path) => fileURLToPath(new URL(`${name}/${path}`, packages))
  rmSync(inPackage("bundle"), { recursive: true, force: true })
  await build({
    entryPoints: entries.map((entry) => inPackage(`dist/${entry}.js`)),
    outdir: inPackage("bundle"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // They find files of their own beside their modules, or are native; the last one is a driver that is not installed.
    external: ["pdfjs-dist", "@hyzyla/pdfium", "sharp", "tesseract.js-core", "piscina", "@electric-sql/pglite", "pg-native"],
    // Libraries in CommonJS ask for Node's modules in this way.
    banner: { js: 'import { createRequire as commonJs } from "node:module"; const require = commonJs(import.meta.url);' },
    logLevel: "warning"
  })
}
