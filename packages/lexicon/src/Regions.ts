/** States and provinces, by their names and by the letters that stand for them. */
import { Schema } from "effect"
import { json, lazy } from "./Data.js"
import { words } from "./Fold.js"

/** How places are looked up, whatever stands for a saint in their names. */
export const keyOf = (name: string): string =>
  words(name).join(" ").replace(/^(st|ste|sankt|saint|sainte) /, "saint ")

const Regions = Schema.Record({ key: Schema.String, value: Schema.Array(Schema.String) })

export interface Region {
  readonly country: string
  /** how the gazetteer names it */
  readonly code: string
  readonly isAbbreviation: boolean
}

const regions = lazy((): ReadonlyMap<string, ReadonlyArray<Region>> => {
  const byName = new Map<string, Array<Region>>()
  for (const [country, rows] of Object.entries(json("regions", Regions))) {
    for (const names of rows.map((row) => row.split("="))) {
      const code = names[1] ?? names[0] ?? ""
      for (const name of names) {
        const isAbbreviation = /^[A-Z]{2,3}$/.test(name)
        const key = isAbbreviation ? name : keyOf(name)
        byName.set(key, [...(byName.get(key) ?? []), { country, code, isAbbreviation }])
      }
    }
  }
  return byName
})

/** Countries that have a state or province of that name; an abbreviation only in capitals. */
export const countriesOfRegion = (text: string): ReadonlyArray<string> => regionsOf(text).map(({ country }) => country)

/** "León, Gto.": the dot is of the abbreviation. */
export const endsInShortRegion = (text: string): boolean => {
  const short = /(?:^|, )(\p{Lu}\p{Ll}{2,4})\.$/u.exec(text)?.[1]
  return short !== undefined && regionsOf(short).length > 0
}

export const regionsOf = (text: string): ReadonlyArray<Region> =>
  regions().get(text.trim()) ?? regions().get(keyOf(text)) ?? []
