/** How the letters of a run look: each property as its element says, to be laid over what it inherits. */
import * as Element from "../container/Element.js"
import * as Theme from "./Theme.js"

export interface RunStyle {
  /** points */
  readonly fontSize: number
  readonly font: string
  readonly bold: boolean
  readonly italic: boolean
  /** null is black, or white on a dark area */
  readonly color: string | null
  /** of the area behind the letters; null is none */
  readonly shading: string | null
  readonly capitals: "none" | "all" | "small"
  readonly raised: "none" | "superscript" | "subscript"
  /** marked as hidden */
  readonly vanishes: boolean
  /** painted with no ink */
  readonly transparent: boolean
  /** 1 is the width of the font */
  readonly scale: number
  /** points after each letter */
  readonly spacing: number
}

export const initial: RunStyle = {
  fontSize: 10, font: "", bold: false, italic: false, color: null, shading: null, capitals: "none", raised: "none",
  vanishes: false, transparent: false, scale: 1, spacing: 0
}

type Partly = { readonly [Key in keyof RunStyle]?: RunStyle[Key] | undefined }

const capitalsOf = (element: Element.Element): RunStyle["capitals"] | undefined => {
  const all = Element.toggle(element, "w:caps"), small = Element.toggle(element, "w:smallCaps")
  if (all === true) return "all"
  return small === true ? "small" : all === false || small === false ? "none" : undefined
}

const raisedOf = (element: Element.Element): RunStyle["raised"] | undefined => {
  const value = Element.value(Element.child(element, "w:vertAlign"))
  return value === "superscript" || value === "subscript" ? value : value === undefined ? undefined : "none"
}

/** The colour of an area behind a text; a pattern of two colours has none that could hide a text. */
export const shadingOf = (theme: Theme.Theme, element: Element.Element | undefined): string | null | undefined => {
  if (element === undefined) return undefined
  const pattern = Element.value(element) ?? "clear"
  if (pattern === "nil") return null
  if (pattern === "solid") return Theme.wordColor(theme, element, "color", "themeColor") ?? "#000000"
  return Theme.wordColor(theme, element, "fill", "themeFill")
}

const inkOf = (theme: Theme.Theme, element: Element.Element): Partly => {
  const fill = Element.child(element, "w14:textFill")
  const solid = Element.child(fill, "w14:solidFill")
  if (Element.child(fill, "w14:noFill") !== undefined) return { transparent: true }
  if (solid === undefined) return {}
  const { alpha, color } = Theme.drawingColor(theme, solid)
  return { ...(color === null ? {} : { color }), transparent: alpha < 0.05 }
}

const colorsOf = (theme: Theme.Theme, element: Element.Element): Partly => {
  const color = Element.child(element, "w:color"), highlight = Element.value(Element.child(element, "w:highlight"))
  const shading = shadingOf(theme, Element.child(element, "w:shd"))
  return {
    ...(color === undefined ? {} : { color: Theme.wordColor(theme, color, "val", "themeColor") }),
    ...(shading === undefined ? {} : { shading }),
    ...(highlight === undefined || highlight === "none" ? {} : { shading: Theme.color(highlight) }),
    ...inkOf(theme, element)
  }
}

const defined = (style: Partly): Partial<RunStyle> =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as Partial<RunStyle>

const either = (...values: ReadonlyArray<boolean | undefined>): boolean | undefined => {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : known.includes(true)
}

/** What `w:rPr` says; half points and twentieths of a point become points. */
export const read = (theme: Theme.Theme, element: Element.Element | undefined): Partial<RunStyle> => {
  if (element === undefined) return {}
  const fonts = Element.child(element, "w:rFonts")
  const scale = Element.number(Element.value(Element.child(element, "w:w"))?.replace("%", ""))
  return defined({
    fontSize: Element.measure(Element.value(Element.child(element, "w:sz")), 2),
    font: Element.attribute(fonts, "w:ascii") ?? Element.attribute(fonts, "w:hAnsi"),
    bold: Element.toggle(element, "w:b"),
    italic: Element.toggle(element, "w:i"),
    capitals: capitalsOf(element),
    raised: raisedOf(element),
    vanishes: either(Element.toggle(element, "w:vanish"), Element.toggle(element, "w:webHidden")),
    scale: scale === undefined ? undefined : scale / 100,
    spacing: Element.twips(Element.child(element, "w:spacing"), "w:val"),
    ...colorsOf(theme, element)
  })
}
