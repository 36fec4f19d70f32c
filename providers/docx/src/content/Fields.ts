/** Fields: an instruction that nobody sees and a result that everybody sees, between marks that may nest. */

export interface Fields {
  /** Takes a mark; gives what the pages have to fill in where a field of that kind ends. */
  readonly mark: (type: string) => "number" | "count" | null
  readonly instruct: (text: string) => void
  /** false within instructions, and within results that are filled in */
  readonly isShown: () => boolean
  /** where the field around leads */
  readonly url: () => string | null
}

/** Whether a field shows the number of its page, or how many there are. */
export const pageOf = (instruction: string): "number" | "count" | null => {
  if (/^\s*PAGE\b/i.test(instruction)) return "number"
  return /^\s*(?:NUMPAGES|SECTIONPAGES)\b/i.test(instruction) ? "count" : null
}

/** The address that a field leads to; one within the document has none. */
export const linkOf = (instruction: string): string | null => {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))/i.exec(instruction) ?? []
  return quoted ?? bare ?? null
}

interface Field {
  instruction: string
  hasResult: boolean
}

const isFilledIn = (field: Field): boolean => pageOf(field.instruction) !== null

export const make = (): Fields => {
  const open: Array<Field> = []
  const mark: Fields["mark"] = (type) => {
    const last = open[open.length - 1]
    if (type === "begin") open.push({ instruction: "", hasResult: false })
    if (type === "separate" && last !== undefined) last.hasResult = true
    if (type !== "end") return null
    open.pop()
    return last === undefined ? null : pageOf(last.instruction)
  }
  return {
    mark,
    instruct: (text) => {
      const last = open[open.length - 1]
      if (last !== undefined && !last.hasResult) last.instruction += text
    },
    isShown: () => open.every((field) => field.hasResult && !isFilledIn(field)),
    url: () => open.reduce<string | null>((found, { instruction }) => linkOf(instruction) ?? found, null)
  }
}
