/** Where somebody lives: the likeliest place in the rows around the name. */
import { Companies, Countries, Dates, Places, Titles } from "@excv/lexicon"
import type { Draft } from "@excv/schema"
import * as Claims from "./Claims.js"
import { emailPattern, phonePattern, urlPattern } from "./ContactPatterns.js"
import type { Row } from "./Row.js"
import { isWrapped } from "./Wrap.js"

interface Candidate {
  readonly raw: string
  readonly rows: ReadonlyArray<Row>
  readonly place: Places.Place
  readonly score: number
}

/** no part of "Paderborn" or "Renata" */
const birth = /(?<!\p{L})(?:date of )?(?:birth|born|geb(?:oren|urt)|naissance|né(?:e)? |nacimiento|nacid[oa]|nato|nata|nascita|nascimento|nascid[oa]|geboorte|urodz|född)/iu
const notHome = /nationalit|staatsang|citizen|obywatel|nacionalidad|cittadinanza|führerschein|permis|licen[cs]e/iu
/** "Nata a Bari il 3/4/1990, residente a Lecce": what says where somebody lives, up to what says something else. */
const residence = /(?<!\p{L})(?:wohnhaft in|wohnt in|lebt in|living in|lives in|resident in|residing in|based in|residente (?:in|a|en|em)|(?:ich )?(?:wohne|lebe) in|i live in|j['’]habite (?:à|en)|abito a|vivo (?:en|a|em)|(?:ik )?woon in|mieszkam we?|resident[ei] a|domiciliat[oa] (?:in|a)|vive (?:in|a|en|em)|con residencia en|con domicilio en|domiciliad[oa] en|demeurant à|domiciliée? à|résidant à|habite à|moro em|reside em|domiciliad[oa] em|wonend te|wonend in|woonachtig (?:te|in)|woont in|bosatt i|bor i)\s+(.+)$/iu

const homeLabel = /^(?:address|adresse|anschrift|wohnort|location|based in|lives in|dirección|direccion|domicilio|residencia|ubicación|indirizzo|residenza|morada|endereço|localização|localidade|adres|woonplaats|miejsce zamieszkania|zamieszkał[ay]|adress|bostadsort|ort|lieu|ville|localisation|standort|wohnhaft in|home|lokalizacja|localidad)\s*[:.]?\s+/iu

const street = /\d/

/** "Majorna, Göteborg": a part of the town that no list knows. */
const isDistrict = (raw: string, { certainty, city }: Places.Place): boolean =>
  city !== null && certainty < 0.8 && /^\p{Lu}[\p{L}'’. -]{2,24}, \p{Lu}[^,]{2,30}$/u.test(raw) && Companies.score(raw) < 0.3 && Titles.score(raw) < 0.3

/** "+27 10 555 0163 (Mobile)": what a number or an address is, which is a town elsewhere. */
const kind = /^(?:mobile?|mobil|home|work|office|cell|private?|personal|business|direct|handy|portable|bureau|casa|trabajo|lavoro|ufficio)$/iu

const candidateOf = (raw: string, rows: ReadonlyArray<Row>, bonus: number): Candidate | null => {
  if (raw.split(" ").length > 14 || raw.length > 110 || kind.test(raw.replace(/[()]/g, ""))) return null
  const place = Places.parse(raw)
  if (place === null || place.city === null && place.certainty < 0.8) return null
  // "(CO)" is a province.
  const isCompany = place.certainty < 0.95 && (Companies.score(raw.replace(/ \(\p{Lu}{2}\)$/u, "")) > 0.9 || Companies.institutionScore(raw) > 0.9) || place.certainty < 0.7 && Titles.score(place.city ?? raw) >= 0.6
  return { raw, rows, place, score: place.certainty + bonus + (isDistrict(raw, place) ? 0.15 : 0) + (place.city === null ? -0.3 : 0) - (isCompany ? 0.8 : 0) }
}

/** What people write before a number or an address of the net. */
const contactLabel = /(?<![\p{L}\p{N}])(?:in|linkedin|github|gitlab|xing|twitter|web(?:site|seite)?|site|blog|portfolio|e-?mail|mail|tel(?:[eé]fon[oe]?|éphone)?|phone|mob(?:ile|il)?|cell|m|t|e|w)\s*[.:]*\s*(?=\|)/giu

/** "in/emre-berg", "/emre-berg": the end of an address that is clear without its beginning */
const handle = /(?<!\S)(?:in)?\/[\p{L}\d][\p{L}\d-]+(?!\S)/gu

/** Text without a telephone, an address of the net or a bar in it. */
const runsOf = (text: string): ReadonlyArray<string> => {
  const blanked = text.replace(new RegExp(emailPattern, "gu"), " | ").replace(urlPattern, " | ").replace(handle, " | ")
    .replace(phonePattern, (text) => (text.replace(/\D/g, "").length >= 8 ? " | " : text))
  return blanked.replace(contactLabel, " | ").split(/\s*[|•·\p{Extended_Pictographic}\p{So}\ue000-\uf8ff]\s*|\s{3,}|\s+\/\s+|\s+[–—]\s+(?=\+|\d{3})/u).map((run) => run.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "")).filter((run) => run.length > 1)
}

/** words: what is longer tells of a town in sentences */
const shortRow = 6

/** "Architect. Santander, Spain": the town behind a dot. "Vila Aurora – Campinas/SP": what dashes part may also be one. */
const partsOf = (run: string): ReadonlyArray<string> => {
  const dotted = run.split(" ").length <= shortRow ? run.split(/(?<=\p{Ll}{5})\.\s+(?=\p{Lu})/u) : [run]
  const dashed = run.split(/\s+[–—]\s*/u)
  return [...dotted, ...(dashed.length > 1 ? dashed : [])].filter((part) => part !== "")
}

/** "Department of History, Amory Building, Exeter EX4 4RJ": the town with its code, or in small letters, whatever stands before it. */
const codedTown = (run: string): ReadonlyArray<string> => {
  const last = /,\s*([^,]+)$/u.exec(run)?.[1]
  if (last === undefined) return []
  return /\d|^\p{Ll}/u.test(last) && Places.parse(last)?.certainty === 1 ? [last] : []
}

/** Behind the name of an institution that no job stands before, the town is all of the address that counts. */
const townOf = (text: string): string | null => {
  const town = /,\s*([^,]*\p{L}[^,]*?(?:,\s*\p{Lu}{2,3})?)$/u.exec(text)?.[1]
  return town === undefined || Companies.institutionScore(text) < 0.9 || Dates.find(town).length > 0 || Titles.score(text) >= 0.6 ? null : town
}

/** A narrow column may break a place: "Stockport, Greater" above "Manchester". */
const brokenPlace = (row: Row, next: Row | undefined): Candidate | null =>
  next === undefined || /[\d@]/.test(row.text + next.text) || !isWrapped(next, row) || row.page !== next.page ? null : candidateOf(Claims.join([row.text, next.text]), [row, next], 0.1)

/** A place that no list knows. */
const village = /^\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}[\p{L}'’-]+){0,3}$/u

/** Where a row that tells of a birth says that somebody lives. */
const residenceIn = (row: Row): ReadonlyArray<Candidate> => {
  const place = residence.exec(row.text)?.[1]?.split(birth)[0]?.replace(/[\s,.;–—-]+$/u, "") ?? ""
  return runsOf(place).flatMap((run) => candidateOf(run, [row], 0.5) ?? (village.test(run) ? [{ raw: run, rows: [row], place: { city: run, country: null, certainty: 0.5 }, score: 0.5 }] : []))
}

/** Without the words that links stand behind: "Fremantle WA  Portfolio  GitHub"; a map may stand behind the town itself. */
const unlinked = (row: Row): string =>
  row.words.some(({ url }) => url !== null) ? row.words.map(({ text, url }) => (url === null || /^mailto:|maps/iu.test(url) || (Places.parse(text)?.city ?? null) !== null ? text : "|")).join(" ") : row.text

const candidatesOf = (rows: ReadonlyArray<Row>): ReadonlyArray<Candidate> =>
  rows.flatMap((row, index) => {
    if (birth.test(row.text)) return residenceIn(row)
    // "Rúa do Mar 27" sounds like the end of a time.
    if (row.segments.some(({ date }) => date?.isRange === true && date.from !== null)) return []
    const next = rows[index + 1]
    const own = runsOf(unlinked(row)).filter((run) => !notHome.test(run)).flatMap((run) => {
      const lived = residence.exec(run)?.[1]
      const isLabelled = lived !== undefined || homeLabel.test(run)
      const bare = lived ?? run.replace(homeLabel, "")
      const parts = row.segments.filter((segment) => segment.joint === "gap" || segment.joint === "style").map((segment) => segment.text)
      // "Live   Halifax, Nova Scotia"
      const behindLabel = row.segments[1]?.joint === "style" ? [row.text.slice(row.segments[1].start)] : []
      const town = townOf(bare)
      // An address of work may be all that there is.
      const ofWork = town === null ? null : candidateOf(town, [row], /\d/.test(town) ? 0 : -0.3)
      return [...[...partsOf(bare), ...codedTown(bare), ...behindLabel, ...parts].flatMap((piece) => candidateOf(piece, [row], isLabelled ? 0.5 : 0) ?? []), ...ofWork === null ? [] : [ofWork]]
    })
    const broken = brokenPlace(row, next)
    if (broken !== null) return [broken, ...own]
    const isStreet = street.test(row.text) && !notHome.test(row.text) && next !== undefined && row.text.split(" ").length < 9 && !emailPattern.test(row.text + next.text) && next.y > row.y
    if (!isStreet) return own
    const bare = row.text.replace(homeLabel, "")
    const joined = candidateOf(Claims.join([/,$|\d{4,6}$/.test(bare) ? bare : `${bare},`, next.text]), [row, next], 0.1)
    return joined === null || Places.parse(next.text) === null && !/\d{4}$/.test(bare) && !/^\d{4,6}$/.test(next.text) ? own : [joined, ...own]
  })

/** "Live Halifax" where "Halifax" looks other: what stands before the town is its label. */
const isLabelled = (one: Candidate, other: Candidate): boolean =>
  one.rows[0] === other.rows[0] && other.place.city !== null && other.score >= one.score - 0.05 && one.place.city?.endsWith(` ${other.place.city}`) === true && one.place.country === other.place.country

/** `name` is that of the person: "Castro" in a row of its own is no town there. */
export const locationOf = (rows: ReadonlyArray<Row>, name: Draft.Claim | null): Draft.DraftLocation => {
  const isOfName = (row: Row): boolean => name !== null && name.lines.includes(row.number) && name.value.includes(row.text)
  const candidates = candidatesOf(rows.filter((row) => !isOfName(row)))
  const best = candidates.filter((one) => !candidates.some((other) => isLabelled(one, other))).reduce<Candidate | null>((one, other) => (one === null || other.score > one.score + 0.05 ? other : one), null)
  if (best === null || best.score < 0.5) return { raw: null, city: null, country: null }
  const { place, raw } = best
  const written = raw.split(/[,(]/).at(-1)?.replace(/\).*$/, "").trim() ?? ""
  const country = place.country !== null && Countries.codeOf(written) === place.country ? Claims.of(written, best.rows) : null
  return { raw: Claims.of(raw, best.rows), city: place.city === null ? null : Claims.of(place.city, best.rows), country }
}
