/** An XML element with the prefixes that this package uses for its namespaces, whatever the file calls them. */

export interface Element {
  /** such as `w:p`; `?:name` in a namespace that is not known */
  readonly name: string
  /** by names such as `w:val`, or `val` without a namespace */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: ReadonlyArray<Element | string>
}

export const isElement = (node: Element | string): node is Element => typeof node !== "string"

export const elements = (element: Element | undefined): ReadonlyArray<Element> => element?.children.filter(isElement) ?? []

/** The first child with this name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  elements(element).find((candidate) => candidate.name === name)

export const children = (element: Element | undefined, name: string): ReadonlyArray<Element> =>
  elements(element).filter((candidate) => candidate.name === name)

/** Follows the names from child to child. */
export const path = (element: Element | undefined, ...names: ReadonlyArray<string>): Element | undefined =>
  names.reduce<Element | undefined>((found, name) => child(found, name), element)

/** The first element with one of these names, at any depth, in the order of the file. */
export const find = (element: Element, names: ReadonlyArray<string>): Element | undefined => {
  for (const candidate of elements(element)) {
    const found = names.includes(candidate.name) ? candidate : find(candidate, names)
    if (found !== undefined) return found
  }
  return undefined
}

export const text = (element: Element): string =>
  element.children.map((node) => (isElement(node) ? text(node) : node)).join("")

export const attribute = (element: Element | undefined, name: string): string | undefined => element?.attributes.get(name)

/** `w:val`, which most properties have. */
export const value = (element: Element | undefined): string | undefined => attribute(element, "w:val")

/** A finite number, or undefined. */
export const number = (given: string | undefined): number | undefined => {
  const parsed = given === undefined || given.trim() === "" ? NaN : Number(given)
  return Number.isFinite(parsed) ? parsed : undefined
}

const pointsPer: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12, px: 0.75 }

/** A measure in points: a bare number counts in units of which `perPoint` make a point, else its unit follows it, as in `2.5cm`. */
export const measure = (given: string | undefined, perPoint: number): number | undefined => {
  const bare = number(given)
  if (bare !== undefined) return bare / perPoint
  const [, digits, unit] = /^\s*(-?[\d.]+)\s*(pt|in|cm|mm|pc|pi|px)\s*$/.exec(given ?? "") ?? []
  const amount = number(digits)
  return amount === undefined ? undefined : amount * (pointsPer[unit ?? "pt"] ?? 1)
}

export const twipsPerPoint = 20
export const emuPerPoint = 12_700

/** Of an attribute in twentieths of a point. */
export const twips = (element: Element | undefined, name: string): number | undefined => measure(attribute(element, name), twipsPerPoint)

/** Of an attribute in English metric units. */
export const emu = (element: Element | undefined, name: string): number | undefined => measure(attribute(element, name), emuPerPoint)

const offValues = new Set(["0", "false", "off", "none"])

/** Of a property that is on when it is there: undefined when it is not there. */
export const toggle = (element: Element | undefined, name: string): boolean | undefined => {
  const found = child(element, name)
  return found === undefined ? undefined : !offValues.has(value(found) ?? "1")
}
