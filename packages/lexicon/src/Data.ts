/** Reading of the data files: once, when first needed, checked against a schema. */
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
import { Schema } from "effect"

const require = createRequire(import.meta.url)

/** A value that is made at the first call and kept. */
export const lazy = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | null = null
  return () => (made ??= { value: make() }).value
}

/** `data/NAME.json`. */
export const json = <A, I>(name: string, schema: Schema.Schema<A, I>): A =>
  Schema.decodeUnknownSync(schema)(require(`@excv/lexicon/data/${name}.json`))

/** `data/NAME.tsv`; rows that start with # are comments. */
export const lines = (name: string): ReadonlyArray<string> =>
  readFileSync(require.resolve(`@excv/lexicon/data/${name}.tsv`), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))

/** The tab-separated cells of `data/NAME.tsv`. */
export const table = (name: string): ReadonlyArray<ReadonlyArray<string>> => lines(name).map((row) => row.split("\t"))
