/** The colours of the theme, and how colours of texts and areas are written. */
import * as Element from "../container/Element.js"

/** `#rrggbb` by the names that documents use, such as `accent1` and `background1`. */
export type Theme = ReadonlyMap<string, string>

const aliases: Readonly<Record<string, ReadonlyArray<string>>> = {
  dk1: ["dark1", "text1", "tx1"], lt1: ["light1", "background1", "bg1"],
  dk2: ["dark2", "text2", "tx2"], lt2: ["light2", "background2", "bg2"],
  hlink: ["hyperlink"], folHlink: ["followedHyperlink"]
}

const named: Readonly<Record<string, string>> = {
  black: "#000000", white: "#ffffff", red: "#ff0000", green: "#008000", blue: "#0000ff", yellow: "#ffff00", cyan: "#00ffff", magenta: "#ff00ff",
  darkBlue: "#000080", darkCyan: "#008080", darkGreen: "#008000", darkMagenta: "#800080", darkRed: "#800000", darkYellow: "#808000",
  darkGray: "#808080", lightGray: "#c0c0c0", gray: "#808080", silver: "#c0c0c0", navy: "#000080", maroon: "#800000", teal: "#008080", olive: "#808000"
}

/** `#rrggbb` of six digits, of three behind a number sign, or of a name; null for anything else, such as `auto`. */
export const color = (given: string | undefined): string | null => {
  const text = given?.trim().replace(/\s*\[\d+\]$/, "") ?? ""
  const [, six] = /^#?([0-9a-f]{6})$/i.exec(text) ?? []
  if (six !== undefined) return `#${six.toLowerCase()}`
  const [, ...three] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text) ?? []
  return three.length > 0 ? `#${three.map((digit) => digit + digit).join("").toLowerCase()}` : named[text] ?? null
}

const schemeColor = (element: Element.Element): string | null => {
  const value = Element.child(element, "a:srgbClr") ?? Element.child(element, "a:sysClr")
  return color(Element.attribute(value, "lastClr") ?? Element.attribute(value, "val"))
}

export const read = (root: Element.Element | undefined): Theme => {
  const scheme = Element.elements(Element.path(root, "a:themeElements", "a:clrScheme"))
  return new Map(scheme.flatMap((element) => {
    const name = element.name.slice(2), value = schemeColor(element)
    return value === null ? [] : [name, ...(aliases[name] ?? [])].map((alias) => [alias, value] as const)
  }))
}

/** Of an element that says a colour and perhaps the theme's name for it; where the theme's is tinted, the colour beside it is the result. */
export const wordColor = (theme: Theme, element: Element.Element, value: string, scheme: string): string | null => {
  const name = Element.attribute(element, `w:${scheme}`)
  const isChanged = element.attributes.has(`w:${scheme}Tint`) || element.attributes.has(`w:${scheme}Shade`)
  const written = color(Element.attribute(element, `w:${value}`))
  return name === undefined || (isChanged && written !== null) ? written : theme.get(name) ?? written
}

const clamp = (value: number): number => Math.round(Math.min(255, Math.max(0, value)))

/** Of `lumMod` and `lumOff` on each channel: near enough to tell light from dark. */
const changed = (base: string, element: Element.Element): string => {
  const share = (name: string, otherwise: number) => (Element.number(Element.attribute(Element.child(element, name), "val")) ?? otherwise) / 100_000
  const factor = share("a:lumMod", 100_000) * share("a:shade", 100_000), offset = share("a:lumOff", 0), tint = share("a:tint", 100_000)
  const channels = [1, 3, 5].map((at) => Number.parseInt(base.slice(at, at + 2), 16))
  return `#${channels.map((channel) => clamp(255 - (255 - (channel * factor + 255 * offset)) * tint).toString(16).padStart(2, "0")).join("")}`
}

/** A colour in a drawing. */
export interface DrawingColor {
  /** null where it has no single one */
  readonly color: string | null
  /** 1 is opaque */
  readonly alpha: number
}

const drawingNames = ["a:srgbClr", "a:schemeClr", "a:sysClr", "a:prstClr", "w14:srgbClr", "w14:schemeClr"]

/** Of an element with a colour in it, such as `a:solidFill`. */
export const drawingColor = (theme: Theme, element: Element.Element): DrawingColor => {
  const found = Element.elements(element).find(({ name }) => drawingNames.includes(name))
  if (found === undefined) return { color: null, alpha: 1 }
  const value = Element.attribute(found, "lastClr") ?? Element.attribute(found, "val") ?? Element.attribute(found, "w14:val") ?? ""
  const base = theme.get(value) ?? color(value)
  const opacity = Element.number(Element.attribute(Element.child(found, "a:alpha"), "val"))
  // Word's own colours say how much one sees through them.
  const transparency = Element.number(Element.attribute(Element.child(found, "w14:alpha"), "w14:val"))
  return { color: base === null ? null : changed(base, found), alpha: opacity !== undefined ? opacity / 100_000 : 1 - (transparency ?? 0) / 100_000 }
}
