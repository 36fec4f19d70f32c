/** Segments: a line cut where people part the slots of an entry: at wide gaps, changes of style, bars, dashes, commas and dates. */
import type { Dates} from "@excv/lexicon";
import { Companies, Places, Titles } from "@excv/lexicon"
import type { Document } from "@excv/schema"

/** What parts a segment from the one before it, the strongest first. */
export type Joint = "start" | "gap" | "date" | "bar" | "style" | "dash" | "at" | "paren" | "colon" | "comma"

export interface Segment {
  /** without the signs around it */
  readonly text: string
  /** offsets into the text of the line */
  readonly start: number
  readonly end: number
  /** left edge, in points */
  readonly x: number
  readonly joint: Joint
  readonly style: string
  readonly date: Dates.Match | null
}

/** In ems: wider than any justified space, narrower than a column gap. */
const wideGap = 1.2

/** Three signs or more in a row rate something. */
const bars = /^[|¦‖•·∙⋅●◦▪■♦►»›/\\~]{1,2}$/u
/** A sign before a place, a date or an address, which no rating is made of. */
const icon = /^(?![•·∙⋅●◦▪■♦►★☆○⬤◯□▰▱░◉◎⚫⚪█©®™°])\p{So}\ufe0f?$/u
export const rating = /^[●○★☆⬤◯■□▰▱█░◉◎⚫⚪]{3,}$/u
const dashes = /^[-–—−]+$/u
const connectors = new Set(["at", "@", "bei", "beim", "chez", "presso", "bij", "hos"])

/** Words that lead from a title to its company only where a company follows: they also stand within titles. */
const doubtful = new Set(["en", "na", "no", "em", "w", "we", "på", "vid", "in", "da", "au", "à"])

/** Words that stand within no title; what was written in few words before one is a title whether a list knows it or not. */
const sure = new Set(["bij", "bei", "beim", "chez", "presso", "hos"])
const maxHeadWords = 5

/** Before the name of a company behind such a word: no part of it. */
const article = /^(?:der|dem|den|die|das|the|la|le|les|el|los|las|lo|il|gli|de|het)$/u

/** "bij": the word leads to nothing but a company. */
export const leadsSurely = (word: string): boolean => sure.has(word.toLowerCase())

/** "Coach bij Vierstroom": such a word stands before this place in a text. */
export const isSurelyCompany = (text: string, start: number): boolean => leadsSurely(text.slice(0, start).trim().split(" ").at(-1) ?? "")

const isHeadOf = (before: string, behind: string): boolean =>
  /^[\p{Lu}\d]/u.test(before) && /^\p{Lu}/u.test(behind) && !/[.;!?]/.test(before) && before.trim().split(" ").filter((one) => /^\p{L}{2}/u.test(one)).length <= maxHeadWords && behind.split(" ").length <= 2 * maxHeadWords

/** "Associate of Applied Business in Logistics" */
const degree = /^(?:associate|master|doctor) of\s/iu

/** What a text says from `from` on leads to a company with the word at `start`. */
const leadsToCompany = (text: string, from: number, start: number, end: number): boolean => {
  const word = text.slice(start, end).toLowerCase()
  if (!connectors.has(word) && !doubtful.has(word)) return false
  const before = text.slice(from, start).replace(/^[\s:,;–—-]+/u, "")
  const isTitle = !degree.test(text) && Titles.score(before.replace(/\([^()]*\)/g, " ")) > 0.6
  if (connectors.has(word) && isTitle) return true
  if (sure.has(word) && isHeadOf(before, text.slice(end + 1))) return true
  const rest = text.slice(end + 1).split(/[,|(]|\s[–—-]\s/u)[0] ?? ""
  if (!/^\p{Lu}/u.test(rest)) return false
  // "2016 – 2019: cook at Mesón Alto": within a sentence only names are written so.
  const isNamed = from > 0 && isTitle && /^\p{Ll}/u.test(before)
  return isNamed || (isTitle || connectors.has(word) && start < 45) && Companies.bodyScore(rest) >= 0.5
}

/** Words that lead from a company to its town. */
const before = new Set(["in", "à", "a", "i", "w", "we", "en", "em", "te"])
const town = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Ll}{1,5} )?\p{Lu}[\p{L}'’-]+){0,2}$/u

/** "Cook at Hotel Mar in Lisbon": behind the company that another such word led to, up to the next sign. */
const leadsToTown = (text: string, start: number, end: number): boolean =>
  before.has(text.slice(start, end)) && town.test(text.slice(end + 1).split(/[,|(·•–]|\s\d/)[0]?.trim() ?? "")

const trimmed = (text: string, start: number, end: number): readonly [number, number] => {
  let [from, to] = [start, end]
  while (from < to && /[\s,;:|•·–—\-/@]/u.test(text.charAt(from))) from++
  while (to > from && /[\s,;:|•·–—\-/@]/u.test(text.charAt(to - 1))) to--
  const inner = text.slice(from, to)
  if (!/[()]/.test(inner)) return [from, to]
  // "(Leeds)." ends a sentence.
  if (/^\([^()]*\)\.$/.test(inner)) return trimmed(text, from, to - 1)
  const opens = inner.split("(").length
  const closes = inner.split(")").length
  if (opens < closes && inner.endsWith(")")) return trimmed(text, from, to - 1)
  if (opens > closes && inner.startsWith("(")) return trimmed(text, from + 1, to)
  if (opens > closes && inner.endsWith("(")) return trimmed(text, from, to - 1)
  if (closes > opens && inner.startsWith(")")) return trimmed(text, from + 1, to)
  if (inner.startsWith("(") && inner.endsWith(")") && opens === 2) return trimmed(text, from + 1, to - 1)
  return [from, to]
}

const styles = new WeakMap<Document.Word, string>()

/** Signature of how a word looks: words of one style have the same. */
export const styleOf = (word: Document.Word): string => {
  const known = styles.get(word)
  if (known !== undefined) return known
  const { bold, color, fontSize, italic } = word
  const style = `${Math.round(fontSize * 2) / 2}${bold ? "b" : ""}${italic ? "i" : ""}${color ?? ""}`
  styles.set(word, style)
  return style
}

interface Placed {
  readonly word: Document.Word
  readonly start: number
  readonly end: number
}

/** Words with their offsets into the text that joins them by single spaces. */
const place = (words: ReadonlyArray<Document.Word>): ReadonlyArray<Placed> => {
  let offset = 0
  return words.map((word) => {
    const start = offset
    offset += word.text.length + 1
    return { word, start, end: start + word.text.length }
  })
}

/** times the smaller one: sizes measured in a picture that lie closer are the same */
const scannedScale = 1.16

const isOtherStyle = (one: Document.Word, other: Document.Word): boolean => {
  if (one.confidence === null || other.confidence === null) return styleOf(one) !== styleOf(other)
  const smaller = Math.min(one.fontSize, other.fontSize), larger = Math.max(one.fontSize, other.fontSize)
  return one.bold !== other.bold || larger > scannedScale * smaller
}

/** In ems: the same before a word at the left edge of a column, wider than a space between words. */
const edgeGap = 0.42

/** Left edges of columns, in half points. */
export type Edges = ReadonlySet<number>

export const edgeOf = (x: number): number => Math.round(x * 2)

/** points: the spaces of a justified line are equal but for rounding */
const spaceNoise = 0.1
/** equal gaps in a row that are no chance */
const minSpaces = 3

const gapBetween = (previous: Document.Word, next: Document.Word): number => next.box.x - previous.box.x - previous.box.width

/** Words of a justified line with a stretched space before them, as wide as several in a row; such a line is full. */
const spacedIn = (words: ReadonlyArray<Document.Word>, room: number): ReadonlySet<Document.Word> => {
  const found = new Set<Document.Word>()
  if (room > spaceNoise * 10) return found
  let run: Array<Document.Word> = []
  let width = 0
  words.forEach((word, at) => {
    const previous = words[at - 1]
    if (previous === undefined) return
    const gap = gapBetween(previous, word)
    if (Math.abs(gap - width) >= spaceNoise) [run, width] = [[], gap]
    run.push(word)
    if (run.length >= minSpaces) for (const one of run) found.add(one)
  })
  return found
}

/** em: letters are hardly wider on average, capitals and others */
const maxAdvance = { capitals: 0.78, others: 0.6 }
const minTracked = 3

/** Points between the letters of a word set wide: its spaces are as much wider, on both sides. */
const trackingOf = ({ box, fontSize, text }: Document.Word): number => {
  const length = [...text].length
  return length < minTracked ? 0 : Math.max(0, box.width / length - (text === text.toUpperCase() ? maxAdvance.capitals : maxAdvance.others) * fontSize)
}

const jointBefore = (previous: Placed, next: Placed, edges: Edges, spaced: ReadonlySet<Document.Word>): Joint | null => {
  const gap = spaced.has(next.word) ? 0 : gapBetween(previous.word, next.word)
  // What follows the dots of a rating is another thing, however narrow the gap.
  const isAfterRating = rating.test(previous.word.text) && /\p{L}/u.test(next.word.text) && gap > 0.5 * next.word.fontSize
  const isAtEdge = edges.has(edgeOf(next.word.box.x)) && gap > edgeGap * next.word.fontSize
  const tracking = gap > wideGap * next.word.fontSize ? Math.min(trackingOf(previous.word), trackingOf(next.word)) : 0
  if (gap > wideGap * next.word.fontSize + 2 * tracking || isAtEdge || isAfterRating) return "gap"
  // The comma after a short word may be all that is set in the other style.
  const isTail = gap < edgeGap * next.word.fontSize && previous.word.fontSize === next.word.fontSize && /^.{1,3}[,;:]$/u.test(next.word.text) && !/[,;:)]$/.test(previous.word.text)
  if (isOtherStyle(previous.word, next.word) && !isTail) return "style"
  if (/^\(/.test(next.word.text) || /\)[,;]?$/.test(previous.word.text)) return "paren"
  if (/:$/.test(previous.word.text)) return "colon"
  // "Licenciatura en Biología. Universidad de Sevilla.", "Padova. 70/70 e lode."
  const isEnded = sentenceEnd.test(previous.word.text) && /^(?:\p{Lu}|\d+[/.,]\d)/u.test(next.word.text)
  return isEnded || /[,;]$/.test(previous.word.text) ? "comma" : null
}

const sentenceEnd = /\p{Ll}{4}\.$/u

const noEdges: Edges = new Set()

/** Where the text before a word ends, without the dot of a sentence: "Oficial de mantenimiento. Conservas Ría". */
const endBefore = ({ end, word }: Placed): number => (sentenceEnd.test(word.text) ? end - 1 : end)

/** what stands before the town of an address that a hyphen leads to */
const minNameWords = 2

/** "Applewood Medical Pavilion-Selah, WA": a firm and its town, as job boards print them, but not "University of Wisconsin-Madison". */
const townsApart = (segments: ReadonlyArray<Segment>): ReadonlyArray<Segment> => {
  const [last, named] = [segments.at(-1), segments.at(-2)]
  const parts = /^(.*?[^\s-])-(\p{Lu}[\p{L}.' -]+)$/u.exec(named?.text ?? "")
  if (last?.joint !== "comma" || last.date !== null || named === undefined || parts === null || !/^\p{Lu}{2}$/u.test(last.text)) return segments
  const [name = "", town = ""] = parts.slice(1), words = name.split(" ")
  const isRegion = [1, 2].some((count) => Places.countriesOfRegion(words.slice(-count).join(" ")).length > 0)
  if (words.length < minNameWords || isRegion || Places.countriesOfRegion(last.text).length === 0) return segments
  const parted = [{ ...named, text: name, end: named.start + name.length }, { ...named, text: town, start: named.end - town.length, joint: "dash" as const }]
  return [...segments.slice(0, -2), ...parted, last]
}

/** The segments of a line, from left to right; dates are segments of their own. A column of dates may be narrow; `room` is left behind the line. */
export const split = (words: ReadonlyArray<Document.Word>, text: string, dates: ReadonlyArray<Dates.Match>, columns: Edges, room = Infinity): ReadonlyArray<Segment> => {
  const edges = dates[0]?.start === 0 ? columns : noEdges
  const placed = place(words)
  const spaced = spacedIn(words, room)
  const segments: Array<Segment> = []
  let open: { readonly first: Placed; last: Placed; readonly joint: Joint } | null = null
  let joint: Joint = "start"
  let from = 0
  const close = (isWithin = false) => {
    if (open === null) return
    const [start, end] = trimmed(text, open.first.start, isWithin ? endBefore(open.last) : open.last.end)
    // The brackets around a date say nothing.
    if (start < end && !/^[[\]()]+$/.test(text.slice(start, end))) segments.push({ text: text.slice(start, end), start, end, x: open.first.word.box.x, joint: open.joint, style: styleOf(open.first.word), date: null })
    open = null
  }
  let previous: Placed | null = null
  for (const item of placed) {
    const date = dates.find((match) => item.start < match.end && item.end > match.start)
    if (date !== undefined) {
      close()
      if (segments.at(-1)?.date !== date) {
        from = date.end
        segments.push({ text: text.slice(date.start, date.end), start: date.start, end: date.end, x: item.word.box.x, joint: previous === null ? "start" : jointBefore(previous, item, edges, spaced) ?? "date", style: styleOf(item.word), date })
      }
      joint = "date"
    } else if (bars.test(item.word.text) || icon.test(item.word.text) || dashes.test(item.word.text) && previous !== null) {
      close()
      const isWide = previous !== null && icon.test(item.word.text) && jointBefore(previous, item, edges, spaced) === "gap"
      joint = joint === "start" && previous === null ? "start" : isWide ? "gap" : dashes.test(item.word.text) ? "dash" : "bar"
    } else if (previous !== null && leadsToCompany(text, from, item.start, item.end)) {
      close()
      joint = "at"
    } else if (open !== null && (open.joint === "at" || item.word.text === "te") && leadsToTown(text, item.start, item.end)) {
      close()
      joint = "comma"
    } else if (joint === "at" && open === null && article.test(item.word.text)) {
      // "bei der Kranz GmbH"
    } else {
      const parted: Joint | null = previous === null ? null : jointBefore(previous, item, edges, spaced)
      if (parted !== null && open !== null) {
        close(parted === "comma")
        joint = parted
      } else if (parted === "gap") joint = "gap"
      if (open === null) {
        open = { first: item, last: item, joint }
        joint = "comma"
      } else open.last = item
    }
    previous = item
  }
  close()
  return townsApart(segments)
}
