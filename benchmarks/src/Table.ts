/** Plain text tables: columns aligned, numbers to the right. */

/** The first row is the heading; the first column is aligned to the left, the others to the right. */
export const render = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))))
  const line = (row: ReadonlyArray<string>) =>
    widths.map((size, column) => pad(row[column] ?? "", size, column > 0)).join("  ").trimEnd()
  const [heading, ...body] = rows.map(line)
  return [heading ?? "", widths.map((size) => "-".repeat(size)).join("  "), ...body].join("\n")
}

/** A share in 0..1 with three decimals; nothing for null and NaN. */
export const share = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? "" : value.toFixed(3)

/** A difference with its sign. */
export const signed = (value: number | null | undefined): string => {
  const text = share(value)
  if (Number(text) === 0) return text.replace("-", "")
  return text.startsWith("-") ? text : `+${text}`
}

export const percent = (value: number | null): string => value === null || Number.isNaN(value) ? "" : `${(100 * value).toFixed(2)} %`

/** In milliseconds. */
export const ms = (value: number): string => value.toFixed(1)

const width = (text: string): number => [...text].length

const pad = (text: string, size: number, toTheRight: boolean): string => {
  const space = " ".repeat(size - width(text))
  return toTheRight ? space + text : text + space
}
