/** Joins the command's modules, over a thousand with those of its libraries, into a few files: a third of the time to start. */
import { build } from "esbuild"
import { fileURLToPath } from "node:url"

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

await build({
  entryPoints: [here("../dist/main.js")],
  outdir: here("../bundle"),
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
