/**
 * Heads and feet that run through the pages: page numbers, the name of the candidate.
 * They would cut entries that go on over a page break, so they leave the reading order. What such a line says and nothing
 * else on its page does (an address in the foot, say) stays, once, where it first occurs.
 */
import type { Document } from "@excv/schema"

interface Line {
  readonly text: string
  readonly box: Document.Box
}

export interface Page<L extends Line> {
  readonly number: number
  readonly height: number
  readonly lines: ReadonlyArray<L>
}

/** share of the page's height, at the top and at the bottom */
const zone = 0.1
/** points that a repeated line may move */
const maxShift = 4

const inZone = (page: { readonly height: number }, { box }: Line): boolean =>
  box.y + box.height < zone * page.height || box.y > (1 - zone) * page.height

const tokens = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}@.+]+/gu) ?? []

/** The text with the number of its page and the number of pages blotted out. */
const pattern = (text: string, page: number, pages: number): string =>
  text.replace(/\d+/g, (digits) => (Number(digits) === page || Number(digits) === pages ? "#" : digits))

/** `3`, `3/4`, `Page 3 of 4`: the number of the page, with the number of pages or without. */
const numbering = /[\p{P}\p{S}\s]*(?:\p{L}+\.?\s+)?#\s*(?:(?:\p{L}{1,4}|[\p{P}\p{S}])\s*#)[\p{P}\p{S}\s]*$|^[\p{P}\p{S}\s]*#[\p{P}\p{S}\s]*$/u

/** `page 2` within a line, and what a document calls itself beside it. */
const paged = /(?<!\p{L})(?:page|pag\.?|pg\.?|p\.|seite|s\.|página|pagina|blz\.?|strona|str\.|sida|side)\s*#(?:\s*(?:\p{L}{1,4}|\/)\s*#)?/iu
/** points to the page at either end: "Berg, Anna – No. 26-555 – page 2" */
const maxHeadWords = 14
const endsPaged = (text: string): boolean => {
  const found = paged.exec(text)
  const [before, behind] = found === null ? ["", ""] : [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  return found !== null && text.split(" ").length <= maxHeadWords && (!/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(behind))
}
const titles: ReadonlySet<string> = new Set(["résumé", "resume", "cv", "curriculum", "vitae", "vitæ", "lebenslauf", "continued"])

/** What is left of the line without it; null when there is none in it. */
const withoutNumbering = (text: string, page: number, pages: number): string | null => {
  const blotted = pattern(text, page, pages)
  return numbering.test(blotted) ? blotted.replace(numbering, "") : null
}

const without = <L extends Line>(pages: ReadonlyArray<Page<L>>, isGone: (page: Page<L>, line: L) => boolean): ReadonlyArray<ReadonlyArray<L>> =>
  pages.map((page) => page.lines.filter((line) => !(inZone(page, line) && isGone(page, line))))

/** The lines of each page without its running head and foot. */
export const strip = <L extends Line>(pages: ReadonlyArray<Page<L>>): ReadonlyArray<ReadonlyArray<L>> => {
  const count = pages.length
  const seen = new Map<string, Array<{ readonly page: number; readonly y: number }>>()
  for (const page of pages) {
    for (const line of page.lines.filter((candidate) => inZone(page, candidate))) {
      const key = pattern(line.text, page.number, count)
      seen.set(key, [...(seen.get(key) ?? []), { page: page.number, y: line.box.y }])
    }
  }
  const repeats = (page: Page<L>, line: L) =>
    (seen.get(pattern(line.text, page.number, count)) ?? []).filter(({ y }) => Math.abs(y - line.box.y) < maxShift)
  const isKnown = (lines: ReadonlyArray<L>, line: L, page: Page<L>, text = line.text) => {
    const known = new Set(lines.filter((other) => other !== line).flatMap((other) => tokens(other.text)))
    return tokens(text).every((token) => known.has(token) || Number(token) === page.number || Number(token) === count)
  }
  const names = pages[0]?.lines.slice(0, 3) ?? []
  return without(pages, (page, line) => {
    const rest = withoutNumbering(line.text, page.number, count)
    if (rest !== null && isKnown(page.lines, line, page, rest)) return true
    const found = repeats(page, line)
    const onPages = new Set(found.map((other) => other.page)).size
    const isRunning = onPages > 1 && onPages * 2 >= count
    const hasNumber = pattern(line.text, page.number, count).includes("#")
    if (isRunning && (found[0]?.page !== page.number || hasNumber || isKnown(page.lines, line, page))) return true
    if (page === pages[0] || !hasNumber) return false
    // The first or the last line of a page that calls itself its page is about the page, whatever else it says.
    if ((line === page.lines[0] || line === page.lines.at(-1)) && endsPaged(pattern(line.text, page.number, count))) return true
    const unpaged = pattern(line.text, page.number, count).replace(paged, " ")
    const own = tokens(unpaged).filter((token) => !titles.has(token)).join(" ")
    return isKnown(names, line, page) || paged.test(pattern(line.text, page.number, count)) && isKnown(names, line, page, own)
  })
}
