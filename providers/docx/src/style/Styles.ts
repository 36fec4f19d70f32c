/** The styles of a document: each with what it inherits, from the first ancestor to itself. */
import * as Element from "../container/Element.js"
import * as ParagraphStyle from "./ParagraphStyle.js"
import * as RunStyle from "./RunStyle.js"
import type * as Theme from "./Theme.js"

/** One style as its element says it, without what it inherits. */
export interface Style {
  readonly id: string
  readonly element: Element.Element
  readonly run: Partial<RunStyle.RunStyle>
  readonly paragraph: Partial<ParagraphStyle.ParagraphStyle>
}

export interface Styles {
  readonly run: RunStyle.RunStyle
  readonly paragraph: ParagraphStyle.ParagraphStyle
  /** The style and its ancestors, the eldest first; the default of the type when the name is undefined or unknown. */
  readonly chain: (type: "paragraph" | "character" | "table", id: string | undefined) => ReadonlyArray<Style>
}

const maxAncestors = 50

const defaults = (theme: Theme.Theme, root: Element.Element | undefined) => {
  const found = Element.child(root, "w:docDefaults")
  return {
    run: { ...RunStyle.initial, ...RunStyle.read(theme, Element.path(found, "w:rPrDefault", "w:rPr")) },
    paragraph: ParagraphStyle.over(ParagraphStyle.initial, ParagraphStyle.read(theme, Element.path(found, "w:pPrDefault", "w:pPr")))
  }
}

const styleOf = (theme: Theme.Theme, element: Element.Element): Style => {
  const id = Element.attribute(element, "w:styleId") ?? ""
  return {
    id,
    element,
    run: RunStyle.read(theme, Element.child(element, "w:rPr")),
    paragraph: { ...ParagraphStyle.read(theme, Element.child(element, "w:pPr")), styleId: id }
  }
}

const isDefault = (element: Element.Element): boolean => ["1", "true", "on"].includes(Element.attribute(element, "w:default") ?? "")

export const read = (theme: Theme.Theme, root: Element.Element | undefined): Styles => {
  const elements = Element.children(root, "w:style")
  const byId = new Map(elements.map((element) => [Element.attribute(element, "w:styleId"), element]))
  const standard = new Map(elements.filter(isDefault).map((element) => [Element.attribute(element, "w:type"), element]))
  const known = new Map<Element.Element, ReadonlyArray<Style>>()
  const ancestors = (element: Element.Element | undefined): ReadonlyArray<Style> => {
    const found: Array<Style> = []
    for (let current = element; current !== undefined && found.length < maxAncestors;) {
      found.unshift(styleOf(theme, current))
      const parent = Element.value(Element.child(current, "w:basedOn"))
      current = parent === undefined ? undefined : byId.get(parent)
    }
    return found
  }
  const chain: Styles["chain"] = (type, id) => {
    const named = id === undefined ? undefined : byId.get(id)
    const element = named !== undefined && Element.attribute(named, "w:type") === type ? named : standard.get(type)
    if (element === undefined) return []
    const chained = known.get(element) ?? ancestors(element)
    known.set(element, chained)
    return chained
  }
  return { ...defaults(theme, root), chain }
}
