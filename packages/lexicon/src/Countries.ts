/** Countries: their names in the languages read, ISO 3166-1 codes and common abbreviations. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { fold } from "./Fold.js"
import { memoised } from "./Memo.js"

const locales = ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ro", "hu", "tr"]

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]

/** Not countries of today: groups, and codes that were withdrawn. */
const notCountries = new Set(["AN", "BU", "CS", "DD", "EU", "EZ", "FX", "NT", "QO", "QU", "SU", "TP", "UN", "XA", "XB", "YD", "YU", "ZR", "ZZ", "UK"])

const codes = lazy((): ReadonlySet<string> => {
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })
  return new Set(letters.flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code) && english.of(code) !== undefined))
})

const Aliases = Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) })

const bare = (text: string): string => fold(text).replace(/^(the|la|le|les|el|los|il|lo|die|der|o|a|os|de) /, "").replace(/[.]$/, "")

const byName = lazy((): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const locale of locales) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" })
    for (const code of codes()) names.set(bare(display.of(code) ?? code), code)
  }
  for (const [code, aliases] of Object.entries(json("countries", Aliases))) {
    for (const alias of aliases) if (alias.length > 1) names.set(bare(alias), code)
  }
  return names
})

/** ISO 3166-1 alpha-2 of a country as written; a code of two letters counts only in capitals. */
export const codeOf: (text: string) => string | null = memoised((text: string): string | null => {
  const trimmed = text.trim()
  if (/^[A-Z]{2}$/.test(trimmed) && codes().has(trimmed)) return trimmed
  const name = bare(trimmed)
  return name.length < 2 || /^[a-z]{2}$/.test(trimmed) ? null : byName().get(name) ?? null
})
