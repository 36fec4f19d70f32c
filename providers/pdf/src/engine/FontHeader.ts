/** What pdf.js says about a font: read from the packed header that precedes the font's program in its message. */

export interface Font {
  /** as in the file, without the subset's prefix; empty when unknown */
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
  /** glyph space to text space: 0.001 but for Type 3 fonts */
  readonly unit: number
  /** of the em in units of `unit`: 1000 but for Type 3 fonts */
  readonly em: number
  readonly vertical: boolean
}

/** Stands for a font that cannot be read. */
export const unknown: Font = { name: "", bold: false, italic: false, unit: 0.001, em: 1000, vertical: false }

// The layout of `FontInfo` in pdf.js 5.4: 10 flags of 2 bits, 3 doubles, then boxes behind a byte that says whether they are set.
const bools = { isType3: 5, vertical: 9 }
const boundingBoxAt = 27
const fontMatrixAt = 36
const stringsAt = 96
const nameIndex = 3

const boldName = /bold|black|heavy|semib|demi|extrab|-bd\b|\bbd\b|(?:^|-)(?:cmb|sfb|ecb|lmb|ptmb|phvb)|cmssbx|sfsx|cmbx|sfbx|ecbx|NimbusRomNo9L-Medi|NimbusSanL-Bold/i
const italicName = /italic|oblique|slanted|-it\b|(?:^|-)(?:cmti|sfti|ecti|cmsl|sfsl|cmssi)|Ital\b/i

const readName = (view: DataView): string => {
  let offset = stringsAt
  for (let index = 0; index < nameIndex; index++) offset += 4 + view.getUint32(offset)
  return new TextDecoder().decode(new Uint8Array(view.buffer, offset + 4, view.getUint32(offset)))
}

/** The bounding box's height stands for the em of a Type 3 font, which has none. */
const typeThree = (view: DataView) => {
  const unit = view.getUint8(fontMatrixAt) === 0 ? 0.001 : Math.abs(view.getFloat64(fontMatrixAt + 1 + 3 * 8, true))
  const hasBox = view.getUint8(boundingBoxAt) !== 0
  const height = hasBox ? view.getInt16(boundingBoxAt + 7, true) - view.getInt16(boundingBoxAt + 3, true) : 0
  return { unit, em: height > 0 ? height / 1.2 : 1 / (unit || 0.001) }
}

/** Reads the data of a `commonobj` message of the kind `Font`. */
export const read = (message: unknown): Font => {
  const data = (message as { readonly data?: unknown } | null)?.data
  if (!(data instanceof ArrayBuffer) || data.byteLength < stringsAt + 16) return unknown
  const view = new DataView(data)
  const flag = (index: number) => ((view.getUint8(index >> 2) >> ((index & 3) * 2)) & 3) === 2
  const name = readName(view).replace(/^[A-Z]{6}\+/, "")
  const metrics = flag(bools.isType3) ? typeThree(view) : { unit: 0.001, em: 1000 }
  return { name, bold: boldName.test(name), italic: italicName.test(name), vertical: flag(bools.vertical), ...metrics }
}
