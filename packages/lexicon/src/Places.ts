/** Places: which country a city is in, and what the pieces of an address are. */
import { codeOf } from "./Countries.js"
import { lazy, lines, table } from "./Data.js"
import { memoised } from "./Memo.js"
import * as PostalCodes from "./PostalCodes.js"
import type { Region } from "./Regions.js"
import { keyOf, regionsOf } from "./Regions.js"

export { countriesOfRegion, endsInShortRegion } from "./Regions.js"

export interface City {
  readonly name: string
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  /** a state of the USA, else null */
  readonly region: string | null
  /** inhabitants */
  readonly population: number
}

export interface Place {
  /** as written, without a postal code */
  readonly city: string | null
  readonly country: string | null
  /** 0..1: how sure it is that the text is a place and nothing else */
  readonly certainty: number
}

/** Where the languages read are spoken most: a name that several countries share more likely means these. */
const likely = new Set(["DE", "AT", "CH", "FR", "ES", "IT", "PT", "NL", "BE", "PL", "SE", "GB", "IE", "US", "CA", "DK", "NO", "FI"])

/** Whose two letters stand behind towns as often as those of a state of the USA do. */
const common = new Set([...likely, "IN", "IL", "CO", "AR", "MA"])

/** Whose two letters stand for little else: "Wanaka, NZ". */
const clear = new Set(["NZ", "AU", "ZA", "CH", "AT", "NL", "SE", "DK", "FI", "PL", "IE", "GB", "FR"])

/** what another name of a town counts less than a name of its own, in other countries than the likely ones */
const shortened = 5

const weightOf = (city: City): number => city.population * (likely.has(city.country) ? 2 : 1)

/** Rows of `cities.tsv`, sorted by their keys, and where the rows of each key begin. */
const gazetteer = lazy(() => {
  const rows = lines("cities")
  const first = new Map<string, number>()
  rows.forEach((row, index) => {
    const key = row.slice(0, row.indexOf("\t"))
    if (!first.has(key)) first.set(key, index)
  })
  return { rows, first }
})

const otherNames = lazy((): ReadonlyMap<string, ReadonlyArray<readonly [key: string, country: string]>> => {
  const byName = new Map<string, Array<readonly [string, string]>>()
  for (const [name = "", country = "", ...others] of table("exonyms")) {
    for (const other of others) byName.set(keyOf(other), [...(byName.get(keyOf(other)) ?? []), [keyOf(name), country]])
  }
  return byName
})

const citiesOf = (key: string): ReadonlyArray<City> => {
  const { first, rows } = gazetteer()
  const start = first.get(key)
  const found: Array<City> = []
  for (let index = start ?? rows.length; rows[index]?.startsWith(`${key}\t`) === true; index++) {
    const [, name = "", country = "", region = "", thousands = "0"] = rows[index]?.split("\t") ?? []
    found.push({ name: name === "" ? key : name, country, region: region === "" ? null : region, population: Number(thousands) * 1000 })
  }
  return found
}

/** Every city of that name, in any of the languages read, the likeliest first. */
export const lookUp = (city: string): ReadonlyArray<City> => {
  const key = keyOf(city)
  if (key === "" || key.length > 60) return []
  const others = (otherNames().get(key) ?? []).flatMap(([name, country]) => citiesOf(name).filter((found) => found.country === country))
  const own = citiesOf(key)
  const all = others.length === 0 ? own : [...own, ...others]
  // "León" is first of all the one in Spain, not what a larger town elsewhere is called for short.
  const weight = (city: City) => weightOf(city) / (likely.has(city.country) || own.includes(city) ? 1 : shortened)
  return all.length < 2 ? all : [...all].sort((one, other) => weight(other) - weight(one))
}

/** with a house number, or a floor: "C/ Mayor 18", "3ª", "2.º Esq." */
const street = /^(?:\d{1,5}[a-z]?,? \p{L}.*|[\p{L}.'’/ -]+ \d{1,4} ?[a-z]?(?:[/-]\d+)?|\d{1,2}\.?[ºª°](?: [\p{L}.]+){0,2})$/u
const district = /\s+(?:\d{1,2}|[IVX]{1,4}|\d{1,2}(?:er|e|ème|ᵉ|ᵉʳ|º)|Cedex(?: \d+)?)$/u

/** "Cape Town Area", "Greater London", "Milano e dintorni": a town and what is around it. */
const around = /^(?:greater|metro|großraum|région de|gran|grande) (?=\p{Lu})|(?<=\p{Ll}) (?:(?:metropolitan|metro|bay|city) )?(?:area|region|metroplex)$|(?<=\p{Ll}) (?:und umgebung|et (?:sa )?(?:périphérie|environs)|et alentours|y alrededores|e dintorni|e regi[ãa]o|en omgeving|i okolice|med omnejd)$/giu

/** A town that the gazetteer does not list, before the letters of its state. */
const isSmallTown = /^\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})?$/u

/** "Sydney NSW": the state stands right behind the town. */
const withRegion = (raw: string): ReadonlyArray<string> => {
  const parted = /^(\p{Lu}[\p{L}'’. -]+?)\s+([A-Z]{2,3})(\s+\d{4,5})?$/u.exec(raw.trim())
  const [, town = "", state = "", code = ""] = parted ?? []
  return parted !== null && lookUp(raw.trim()).length === 0 && regionsOf(state).some(({ country, isAbbreviation }) => isAbbreviation && country !== "IT") && (lookUp(town).length > 0 || isSmallTown.test(town)) ? [town, state + code] : [raw]
}

interface Piece {
  readonly text: string
  readonly cities: ReadonlyArray<City>
  readonly regions: ReadonlyArray<Region>
  readonly country: string | null
  readonly isPostal: boolean
  readonly isStreet: boolean
  readonly hadPostal: boolean
  /** of its postal code */
  readonly digits: number
}

const readPiece = (raw: string): Piece => {
  const trimmed = raw.trim()
  const bare = trimmed.replace(PostalCodes.before, "").replace(PostalCodes.after, "")
  const digits = bare === trimmed ? 0 : trimmed.replace(bare, "").replace(/\D/g, "").length
  const regionsHere = regionsOf(bare)
  // "WA" is a state, not the town of that name.
  const isState = /^[A-Z]{2,3}$/.test(bare) && regionsHere.length > 0
  const all = isState ? [] : lookUp(bare)
  const coded = PostalCodes.countryBehind(trimmed)
  const fitting = digits === 0 ? all : all.filter((city) => (coded ?? city.country) === city.country && (PostalCodes.digits[city.country] ?? digits) === digits)
  const found = fitting.length > 0 ? fitting : all
  const isPostal = PostalCodes.only.test(trimmed)
  const shorter = found.length > 0 || regionsHere.length > 0 ? bare : bare.replace(district, "").replace(around, "")
  return {
    text: shorter,
    cities: found.length > 0 || isState ? found : lookUp(shorter),
    regions: regionsHere,
    country: /^\d/.test(trimmed) && bare !== trimmed ? null : codeOf(bare) ?? (isPostal ? coded : null),
    isPostal,
    isStreet: street.test(trimmed),
    hadPostal: bare !== trimmed,
    digits
  }
}

/** "CA" after "San Francisco" is a state, after "Toronto" a country: the largest city that fits decides. */
const agrees = (city: City, pieces: ReadonlyArray<Piece>): boolean =>
  pieces.every((piece) =>
    piece.country === null && piece.regions.length === 0 ||
    piece.country === city.country ||
    piece.regions.some((region) => region.country === city.country && (region.country !== "US" || region.code === city.region)))

const looksLikeName = /^\p{Lu}[\p{L}'’.\- ]{1,40}$/u

const saint = /^(?:saint|sainte|st|ste|san|santa|santo|são|sankt|sint)[ .-]/iu

/** "Torrejón de Ardoz (Madrid)": a town, and in brackets the larger one that its province is named after. */
const inProvince = (text: string): Place | null => {
  const [, name = "", inner = ""] = /^([^()]+?)\s*\(([^()]+)\)$/u.exec(text) ?? []
  const towns = inner === "" ? [] : lookUp(name), capitals = lookUp(inner)
  const town = towns.find(({ country }) => capitals.some((capital) => capital.country === country))
  if (town !== undefined) return { city: name.trim(), country: town.country, certainty: 0.9 }
  // A small town, with the name of one elsewhere or of a saint.
  const region = towns.length === 0 && !saint.test(name) ? undefined : regionsOf(inner).find(({ isAbbreviation }) => !isAbbreviation)
  return region === undefined ? null : { city: name.trim(), country: region.country, certainty: 0.8 }
}

/** "41012 Carpi (MO)": a small town of Italy, and the letters of its province, which are those of a state or a country elsewhere. */
const ofProvince = (text: string, raws: ReadonlyArray<string>): Place | null => {
  const code = /\(([A-Z]{2})\)\s*$/.exec(text)?.[1]
  const town = raws.length < 2 || code === undefined || regionsOf(code).every(({ country }) => country !== "IT") ? "" : readPiece(raws.at(-2) ?? "").text
  return looksLikeName.test(town) ? { city: town, country: "IT", certainty: 0.8 } : null
}

/** A town that no list knows. */
const behindCode = (text: string): Place | null => {
  const town = PostalCodes.townBehind(text)
  return town === null ? null : { city: town, country: null, certainty: 0.55 }
}

const smallLetters = /^(\p{Ll}[\p{Ll}' -]+?),?\s+(\p{Ll}{2})$/u

/** "tacoma, wa": who sets all in small letters does so with towns and their states. */
const inSmallLetters = (text: string): Place | null => {
  const [, town = "", state = ""] = smallLetters.exec(text) ?? []
  const place = town === "" ? null : ofPieces([town.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()), state.toUpperCase()].map(readPiece))
  return place?.country === "US" && place.certainty === 1 ? place : null
}

/** What an address or a place says: "10115 Berlin", "San Francisco, CA", "Milano (MI), Italia", "Lyon". */
export const parse: (text: string) => Place | null = memoised((text: string): Place | null => {
  const nested = inProvince(text.trim()) ?? inSmallLetters(text.trim())
  if (nested !== null) return nested
  const raws = text.replace(/^([^(]+)\((\p{L}[^)]*)\)$/u, (whole, name: string, inner: string) => (lookUp(inner).length + regionsOf(inner).length > 0 || codeOf(inner) !== null ? whole : name)).split(/[,;|·•()\n]|\s[-–/]\s|(?<=\p{L})\/(?=\p{L})/u).filter((piece) => piece.trim() !== "").flatMap(withRegion)
  if (raws.length === 0 || raws.length > 6) return behindCode(text)
  const found = ofPieces(raws.map(readPiece))
  const certainty = found === null || found.city === null ? 0 : found.certainty
  const province = certainty > 0.6 ? null : ofProvince(text, raws)
  if (province !== null || certainty >= 0.5) return province ?? found
  // "Uster (ZH)": what a region is called at home may have the letters of another country.
  const kept = text.includes("(") ? raws.filter((raw) => !/^\s*[A-Z]{2}\s*$/.test(raw)) : []
  const alone = kept.length < raws.length && kept.length > 0 ? ofPieces(kept.map(readPiece)) : null
  if (alone !== null && alone.city !== null && alone.certainty > (found?.certainty ?? 0)) return alone
  return found === null || found.city === null ? behindCode(text) ?? found : found
})

const ofPieces = (pieces: ReadonlyArray<Piece>): Place | null => {
  const byCity = pieces.map((piece, index) => {
    const others = pieces.filter((_, at) => at > index)
    return { index, city: piece.cities.find((city) => agrees(city, others)) ?? null }
  })
  const named = byCity.filter(({ city, index }) => city !== null && !(pieces[index]?.country !== null && pieces.length > 1 && index === pieces.length - 1))
  // "Logroño, La Rioja": the region of the town before it, which a larger town elsewhere has the name of.
  const isRegion = ({ index }: typeof named[number]): boolean =>
    named.some((other) => other.index < index && pieces[index]?.regions.some(({ country }) => country === other.city?.country) === true)
  const best = named.filter((one) => !isRegion(one)).reduce<typeof named[number] | null>((one, other) =>
    one === null || (other.city?.population ?? 0) > (one.city?.population ?? 0) ? other : one, null)
  const last = pieces.findLast((piece) => piece.country !== null || piece.regions.length > 0)
  if (best !== null && best.city !== null) {
    const understood = pieces.filter((piece, index) => index === best.index || piece.country !== null || piece.regions.length > 0 || piece.isPostal || piece.isStreet || piece.cities.length > 0)
    const share = understood.length / pieces.length
    const size = Math.min(1, Math.log10(Math.max(10, best.city.population)) / 5.5)
    const isBacked = pieces.length > 1 && last !== undefined || pieces[best.index]?.hadPostal === true
    return { city: pieces[best.index]?.text ?? null, country: best.city.country, certainty: share * (isBacked ? 1 : 0.5 + 0.4 * size) }
  }
  if (last === undefined) return null
  const digits = pieces.find(({ isPostal }) => isPostal)?.text.replace(/\D/g, "").length
  // "WA 6160" is in Australia, "WA 98101" in the USA.
  const region = last.regions.find((one) => PostalCodes.digits[one.country] === digits) ?? last.regions[0]
  // "Red Lodge, MT 59068": the code behind the state says that it is none of the country of those letters.
  const coded = last.digits > 0 ? last.regions.find((one) => one.isAbbreviation && PostalCodes.digits[one.country] === last.digits) : undefined
  const state = last.country !== null && !common.has(last.country) ? last.regions.find(({ country, isAbbreviation }) => isAbbreviation && country === "US") : undefined
  const country = coded?.country ?? state?.country ?? last.country ?? region?.country ?? null
  const at = pieces.indexOf(last)
  const before = pieces.slice(0, at).findLast((piece) => !piece.isPostal && piece.country === null && piece.regions.every((one) => one.country !== country))
  const isCity = before !== undefined && looksLikeName.test(before.text)
  const isAbbreviation = last.country !== null ? /^[A-Z]{2}$/.test(last.text) : last.regions[0]?.isAbbreviation === true
  if (pieces.length === 1) return { city: null, country, certainty: isAbbreviation ? 0.2 : 0.9 }
  // "Fort Campbell, KY", "Footscray VIC": one or two words before the letters of a state or a country.
  const isTown = isCity && (last.regions.length > 0 || clear.has(last.country ?? "")) && isSmallTown.test(before.text)
  return { city: isCity ? before.text : null, country, certainty: isCity && coded !== undefined ? 0.9 : isCity && !isAbbreviation ? 0.7 : isTown ? 0.6 : 0.4 }
}
