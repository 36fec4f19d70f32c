/** Items: the rows of a list grouped into the things they list, and texts cut at the signs that part items. */
import type { Row } from "./Row.js"
import { isOpen, isWrapped } from "./Wrap.js"

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** A date closes what it dates: the next text that begins with a capital is another thing. */
const endsInDate = (row: Row): boolean => (row.segments.at(-1)?.date ?? null) !== null

/** Rows grouped by item: a bullet, a wider gap or the style of the first row starts one; a wrapped line goes on. */
export const group = (rows: ReadonlyArray<Row>): ReadonlyArray<ReadonlyArray<Row>> => {
  const first = rows[0]
  if (first === undefined) return []
  const gap = median(rows.slice(1).map((row) => row.gapAbove))
  const hasBullets = rows.some((row) => row.isBullet)
  const startStyle = first.segments[0]?.style ?? first.style
  const styles = new Set(rows.map((row) => row.segments.at(-1)?.style ?? row.style))
  const isStyled = styles.size > 1 || rows.some((row) => row.segments[0]?.style !== startStyle)
  const groups: Array<Array<Row>> = []
  let previous: Row | null = null
  for (const row of rows) {
    const style = row.segments[0]?.style ?? row.style
    const last = groups.at(-1)
    const isContinued = previous !== null && !row.isBullet && (
      isStyled && style !== startStyle ||
      /[,(&/]$/.test(previous.text) || /^[\p{Ll}(]/u.test(row.text) && isWrapped(row, previous) ||
      hasBullets && row.x > first.x - 2
    )
    const wraps = previous !== null && isWrapped(row, previous) && style === (previous.segments.at(-1)?.style ?? "") && row.gapAbove < gap + 0.3 &&
      (!/^\p{Lu}/u.test(row.text) || isOpen(previous.text) || previous.segments.length > 1 && !endsInDate(previous) || last?.some((one) => one.isBullet) === true)
    if (last !== undefined && row.gapAbove < gap + 0.6 && (isContinued || wraps)) last.push(row)
    else groups.push([row])
    previous = row
  }
  return groups
}

export interface Piece {
  readonly text: string
  /** offset into the text that was cut */
  readonly start: number
}

/** A text cut at a sign that stands outside brackets. */
export const cutAt = (text: string, isSign: (text: string, at: number) => number): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === "(" || character === "[") depth++
    else if ((character === ")" || character === "]") && depth > 0) depth--
    const length = depth > 0 ? 0 : isSign(text, at)
    if (length > 0) {
      pieces.push({ text: text.slice(start, at), start })
      start = at + length
      at += length - 1
    }
  }
  pieces.push({ text: text.slice(start), start })
  return pieces.filter((piece) => piece.text.trim() !== "")
}

const listSign = /^(?:\s*[;•·|∙⋅◦▪■●‣]\s*|\s*,\s+|,(?=\D)|\s+(?:\/\/|[*~›»→✓✔☑▸►➢➤❖✦◆‖¦])\s+|\s+[/–—-]\s+)/u

/** Signs that part the items of a list: commas, semicolons, bars, dots, and on demand dashes and slashes between spaces. */
export const signLength = (withDash: boolean, withSlash = withDash) => (text: string, at: number): number => {
  const character = text.charAt(at)
  if (!/[\s;•·|∙⋅◦▪■●‣,]/u.test(character)) return 0
  const found = listSign.exec(text.slice(at, at + 12))?.[0] ?? ""
  return !withDash && /[–—-]/u.test(found) || !withSlash && found.trim() === "/" ? 0 : found.length
}
