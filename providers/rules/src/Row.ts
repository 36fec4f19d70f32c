/** Rows: the lines of a document with what the eye sees in them: bullets, style, gaps, dates, segments. */
import { Dates } from "@excv/lexicon"
import type { Document } from "@excv/schema"
import type { Edges, Segment } from "./Segment.js"
import { edgeOf, rating, split, styleOf } from "./Segment.js"
import * as SmallCaps from "./SmallCaps.js"

export interface Row {
  readonly number: number
  readonly page: number
  readonly column: number
  /** without its bullet */
  readonly text: string
  readonly words: ReadonlyArray<Document.Word>
  readonly isBullet: boolean
  /** its bullet was that of an entry */
  readonly opens?: boolean
  /** of its text, in points */
  readonly x: number
  readonly right: number
  readonly y: number
  readonly bottom: number
  /** of its main style */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly color: string | null
  readonly caps: boolean
  /** a line as long as the text stands below it */
  readonly underlined: boolean
  /** signature of the main style */
  readonly style: string
  /** white space above, in its own font size; 1.5 at the top of a page or column */
  readonly gapAbove: number
  /** points left between its end and the right edge of its column */
  readonly room: number
  readonly dates: ReadonlyArray<Dates.Match>
  /** the end of its date stands in the next row, as in narrow columns of dates */
  readonly dateEnd: { readonly text: string; readonly number: number } | null
  readonly segments: ReadonlyArray<Segment>
  /** of the columns of its page */
  readonly edges: Edges
  /** numbers of the further lines of a cell of several lines */
  readonly further: ReadonlyArray<number>
}

/** those that have a case */
const letters = (text: string): number => text.match(/\p{Changes_When_Casemapped}/gu)?.length ?? 0

/** The word whose style carries most letters, dates apart. */
const mainWord = (words: ReadonlyArray<Document.Word>): Document.Word | undefined => {
  const [first] = words, style = first && styleOf(first)
  if (words.every((word) => styleOf(word) === style)) return first
  const weight = new Map<string, { readonly word: Document.Word; count: number }>()
  for (const word of words) {
    const key = styleOf(word)
    const known = weight.get(key)
    const count = letters(word.text)
    if (known === undefined) weight.set(key, { word, count })
    else known.count += count
  }
  return [...weight.values()].reduce<{ readonly word: Document.Word; readonly count: number } | null>(
    (best, one) => (best === null || one.count > best.count ? one : best), null)?.word
}

const bullet = /^[•‣›⁃∙·●○◦▪▫■□◆◇►▶▸➢➤➔→✓✔❖»*]$/u

/** "2. Cabin filter door": the number of an item, unless it begins a date. */
const isNumbered = (words: ReadonlyArray<Document.Word>): boolean =>
  words.length > 1 && /^\d{1,2}[.)]$/.test(words[0]?.text ?? "") && Dates.find(words.slice(0, 3).map((word) => word.text).join(" ")).length === 0

/** "+ Led a team": typewriters have no bullets. */
const isTypedBullet = ([first, second]: ReadonlyArray<Document.Word>): boolean =>
  /^[+o]$/.test(first?.text ?? "") && /^\p{L}/u.test(second?.text ?? "")

/** "★★★★☆ Triage" begins with how well somebody does it, not with an icon. */
const isIcon = (words: ReadonlyArray<Document.Word>): boolean =>
  words.length > 1 && /^[\p{Extended_Pictographic}\p{So}\p{Co}\ufe0f]+$/u.test(words[0]?.text ?? "") && !rating.test(words[0]?.text ?? "") && !/\d/.test(words[0]?.text ?? "")

/** A row from words; `gapAbove` and `room` come from its neighbours. */
export const make = (line: Document.Line, words: ReadonlyArray<Document.Word>, gapAbove: number, room: number, edges: Edges = new Set(), ornaments: ReadonlySet<string> = new Set()): Row => {
  const isBullet = words.length > 1 && (bullet.test(words[0]?.text ?? "") || ornaments.has(words[0]?.text ?? "") || isTypedBullet(words))
  const kept = isBullet || isNumbered(words) || isIcon(words) ? words.slice(1) : words
  const text = kept.map((word) => word.text).join(" ")
  const dates = Dates.find(text)
  const first = kept[0]
  const last = kept.at(-1)
  const main = mainWord(kept)
  return {
    number: line.number, page: line.page, column: line.column, text, words: kept, isBullet,
    x: first?.box.x ?? line.box.x,
    right: last === undefined ? line.box.x + line.box.width : last.box.x + last.box.width,
    y: line.box.y, bottom: line.box.y + line.box.height,
    size: main?.fontSize ?? 0, bold: main?.bold ?? false, italic: main?.italic ?? false, color: main?.color ?? null,
    caps: text === text.toUpperCase() && text !== text.toLowerCase() && letters(text) > 2,
    underlined: false,
    style: main === undefined ? "" : styleOf(main),
    gapAbove, room, dates, dateEnd: null,
    segments: split(kept, text, dates, edges, room), edges, further: []
  }
}

/** A part of a row, as a row of its own. */
export const part = (row: Row, words: ReadonlyArray<Document.Word>, gapAbove: number, room = row.room): Row => {
  const box = { x: row.x, y: row.y, width: row.right - row.x, height: row.bottom - row.y }
  const line = { number: row.number, page: row.page, column: row.column, edge: row.right + row.room, text: row.text, box, words }
  return { ...make(line, words, gapAbove, room, row.edges), further: row.further, underlined: row.underlined }
}

/** points between the texts of two cells of a table; cards stand farther apart */
const cellGap = 16

/** Cells of several lines under titles of one look are entries of their own. */
const isTile = (start: Document.Line, previous: Document.Line, line: Document.Line): boolean => {
  const [title, text, next] = [start.words[0], previous.words[0], line.words[0]]
  return title !== undefined && text !== undefined && next !== undefined && styleOf(title) !== styleOf(text) && styleOf(title) === styleOf(next)
}

/** lines of a cell, and points that titles level with each other may differ */
const maxCellLines = 14
const level = 1

/** times the text below it: the title of a section */
const titleScale = 1.08

/** A title level with that of the cell before it, however far below each its text stands. */
const isTitledAs = (before: ReadonlyArray<Document.Line>, line: Document.Line): boolean => {
  const [text, title] = [before.at(-1)?.words[0], line.words[0]]
  return text !== undefined && title !== undefined && title.fontSize > titleScale * text.fontSize && before.some((one) => {
    const other = one.words[0]
    return one.page === line.page && one.box.x < line.box.x && Math.abs(one.box.y - line.box.y) < level && other !== undefined && styleOf(other) === styleOf(title)
  })
}

/** White space above a line, in its own font size: a cell goes on with the row of the cell before it, which began at `start`. */
const gapBetween = (previous: Document.Line | null, line: Document.Line, start: Document.Line, before: () => ReadonlyArray<Document.Line>): number => {
  if (previous === null || previous.page !== line.page) return blockGap
  if (previous.box.y < line.box.y) return (line.box.y - previous.box.y - previous.box.height) / Math.max(1, line.words[0]?.fontSize ?? 10)
  const isNextCell = line.column === previous.column && line.box.x > previous.box.x && line.box.x - previous.edge < cellGap && !isTile(start, previous, line) && !isTitledAs(before(), line)
  return isNextCell ? 0.3 : blockGap
}

const blockGap = 1.5

/** What has to stand below a CV, and says nothing of the person. */
const declaration = /^(?:wyrażam zgodę|zgadzam się na przetwarzanie|autorizzo (?:il|al) trattamento|il sottoscritto|la sottoscritta|i hereby (?:declare|certify)|hiermit (?:versichere|erkläre)|ich versichere|declaro (?:que|bajo)|je soussigné)/iu

/** "References on request", "References can be had from my employers." */
const onRequest = /^(?:references?|referees|referenzen|références|referencias|referenze|referências|referenties|referencje|referenser)(?!\p{L})[^.:]{0,40}(?:request|anfrage|wunsch|demande|petición|solicitud|solicitar|richiesta|pedido|aanvraag|życzenie|prośbę|begäran)[^.]{0,12}\.?$|^(?:references?|referees|referenzen|références|referencias|referenze|referências|referenties|referencje|referenser)\s+(?:can be|are available|available|will be|may be|können|nenne|disponibles?|disponibili|disponíveis|beschikbaar|dostępne|lämnas|finns)(?!\p{L})[^.:]{0,60}\.?$/iu

/** "Freiburg, den 12. Januar 2026", and who signed there */
const signed = /^\p{Lu}[\p{L} .-]{1,30},\s+(?:den |le |li |il |dnia )?(?:\d{1,2}\.?\s+\p{L}{3,12}\.?|\d{1,2}[./]\d{1,2}[./])\s*\d{4}(?:\s+\p{Lu}[\p{L}’'-]+){0,4}$/u

const withoutDeclaration = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  let isIn = false
  return rows.filter((row, index) => {
    if (declaration.test(row.text)) isIn = true
    else if (isIn && (row.gapAbove > 0.9 || row.page !== rows[index - 1]?.page)) isIn = false
    return !isIn && !onRequest.test(row.text) && !(signed.test(row.text) && row.gapAbove > 1 && (index > rows.length - 6 || rows[index + 1]?.page !== row.page))
  })
}

/** All rows of a document in reading order, without declarations; the layout has left out what runs through the pages. */
export const all = (document: Document.Document): ReadonlyArray<Row> => withoutDeclaration(rowsOf(document))

/** lines that begin at the edge of a column, at least */
const minEdgeLines = 4

/** The left edges of the columns of a page: where several of its lines begin. */
const edgesOf = ({ lines, width }: Document.Page): Edges => {
  const counts = new Map<number, number>()
  for (const { words: [first, second] } of lines) {
    const start = first !== undefined && bullet.test(first.text) ? second : first
    if (start !== undefined && start.box.x < width / 2) counts.set(edgeOf(start.box.x), (counts.get(edgeOf(start.box.x)) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([edge, count]) => (count >= minEdgeLines ? [edge] : [])))
}

/** Any sign that two lines one below the other begin with, as "✿" before what somebody does, is a bullet; icons differ. */
const ornamentsOf = (lines: ReadonlyArray<Document.Line>): ReadonlySet<string> =>
  new Set(lines.flatMap(({ words: [first, second] }, index) => {
    const above = lines[index - 1]?.words[0]
    return first !== undefined && second !== undefined && isIcon([first, second]) && above?.text === first.text ? [first.text] : []
  }))

/** points: a line below a text is as long as the text, and stands so far below the letters at most */
const underlineSlack = 2.5
const underlineDrop = 0.35

const isUnderlined = ({ box }: Document.Line, shapes: ReadonlyArray<Document.Shape>): boolean =>
  shapes.some(({ box: rule, kind }) => kind === "rule" && rule.height < 2 && Math.abs(rule.x - box.x) < underlineSlack && Math.abs(rule.x + rule.width - box.x - box.width) < underlineSlack &&
    rule.y > box.y + box.height * (1 - underlineDrop) && rule.y < box.y + box.height * (1 + underlineDrop))

const rowsOf = (document: Document.Document): ReadonlyArray<Row> => {
  const shapes = new Map(document.pages.map((page) => [page.number, page.shapes.filter(({ kind }) => kind === "rule")]))
  const edges = new Map(document.pages.map((page) => [page.number, edgesOf(page)]))
  const lines = document.pages.flatMap((page) => page.lines)
  const ornaments = ornamentsOf(lines)
  let previous: Document.Line | null = null
  let start: Document.Line | null = null
  return lines.filter((line) => line.words.length > 0).map((line, index, all) => {
    const gapAbove = gapBetween(previous, line, start ?? line, () => all.slice(Math.max(0, index - maxCellLines), index))
    if (start === null || previous === null || previous.box.y >= line.box.y || gapAbove > 0.8 || line.box.x < start.box.x - cellGap) start = line
    previous = line
    const row = make(line, SmallCaps.even(line.words), gapAbove, line.edge - line.box.x - line.box.width, edges.get(line.page), ornaments)
    return isUnderlined(line, shapes.get(line.page) ?? []) ? { ...row, underlined: true } : row
  })
}
