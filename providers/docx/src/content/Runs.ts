/** The inside of a paragraph: runs, links, fields, breaks and drawings, as a reader with all changes accepted sees them. */
import * as Element from "../container/Element.js"
import * as RunStyle from "../style/RunStyle.js"
import * as Symbols from "../style/Symbols.js"
import type { Inline } from "./Content.js"
import type { Context, ReadBlocks } from "./Context.js"
import * as Fields from "./Fields.js"
import * as Drawings from "./Drawings.js"
import * as Vml from "./Vml.js"

/** Deleted or moved away, or about the text rather than text. */
const skipped = new Set([
  "w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:ffData",
  "w:rt", "w:rubyPr", "w:annotationRef", "w:footnoteRef", "w:endnoteRef", "w:commentReference", "mc:Fallback", "w:tblPr", "w:sectPr", "w:binData", "w:fldData"
])

const breaks: Readonly<Record<string, "page" | "column">> = { page: "page", column: "column" }

/** One of the choices of an alternative: the first that is understood, else the fallback. */
export const alternative = (element: Element.Element): ReadonlyArray<Element.Element> => {
  const choice = Element.children(element, "mc:Choice").find((candidate) => (candidate.attributes.get("unknown") ?? "") === "")
  return Element.elements(choice ?? Element.child(element, "mc:Fallback"))
}

interface Scope {
  readonly style: RunStyle.RunStyle
  readonly url: string | null
}

export const read = (context: Context, paragraph: Element.Element, base: RunStyle.RunStyle, readBlocks: ReadBlocks): ReadonlyArray<Inline> => {
  const inlines: Array<Inline> = []
  const fields = Fields.make()

  const runStyle = (run: Element.Element): RunStyle.RunStyle => {
    const properties = Element.child(run, "w:rPr")
    const named = Element.value(Element.child(properties, "w:rStyle"))
    const inherited = named === undefined ? [] : context.styles.chain("character", named).map((style) => style.run)
    return Object.assign({}, base, ...inherited, RunStyle.read(context.theme, properties))
  }

  const addText = (text: string, scope: Scope) => {
    if (text === "" || !fields.isShown()) return
    context.count(text.length)
    const shown = Symbols.text(scope.style.font, text)
    inlines.push({ kind: "text", text: scope.style.capitals === "none" ? shown : shown.toUpperCase(), style: scope.style, url: scope.url ?? fields.url() })
  }
  const add = (inline: Inline) => {
    if (fields.isShown()) inlines.push(inline)
  }

  const leaves: Readonly<Record<string, (element: Element.Element, scope: Scope) => void>> = {
    "w:t": (element, scope) => addText(textOf(element), scope),
    "m:t": (element, scope) => addText(textOf(element), scope),
    "w:tab": (_, { style }) => add({ kind: "tab", style, to: null }),
    "w:ptab": (element, { style }) => add({ kind: "tab", style, to: absolute[Element.attribute(element, "w:alignment") ?? ""] ?? "left" }),
    "w:br": (element) => add({ kind: "break", of: breaks[Element.attribute(element, "w:type") ?? ""] ?? "line" }),
    "w:cr": () => add({ kind: "break", of: "line" }),
    "w:noBreakHyphen": (_, scope) => addText("-", scope),
    "w:sym": (element, scope) => addText(Symbols.character(Element.attribute(element, "w:font") ?? "", Element.attribute(element, "w:char") ?? ""), scope),
    "w:pgNum": (_, { style }) => add({ kind: "page", of: "number", style }),
    "w:fldChar": (element, { style }) => {
      const page = fields.mark(Element.attribute(element, "w:fldCharType") ?? "")
      if (page !== null && fields.isShown()) inlines.push({ kind: "page", of: page, style })
    },
    "w:instrText": (element) => fields.instruct(textOf(element)),
    "w:drawing": (element) => Drawings.read(context, element, readBlocks).forEach(add),
    "w:pict": (element) => Vml.read(context, element, readBlocks).forEach(add),
    "w:object": (element) => Vml.read(context, element, readBlocks).forEach(add)
  }

  const linkOf = (element: Element.Element): string | null => {
    const target = context.relationships.get(Element.attribute(element, "r:id") ?? "")
    return target !== undefined && target.isExternal ? target.target : null
  }

  const simpleField = (element: Element.Element, scope: Scope) => {
    const instruction = Element.attribute(element, "w:instr") ?? ""
    const page = Fields.pageOf(instruction)
    if (page === null) return walk(element, { ...scope, url: Fields.linkOf(instruction) ?? scope.url })
    const run = Element.child(element, "w:r")
    add({ kind: "page", of: page, style: run === undefined ? scope.style : runStyle(run) })
  }

  const visit = (element: Element.Element, scope: Scope): void => {
    if (skipped.has(element.name)) return
    const leaf = leaves[element.name]
    if (leaf !== undefined) return leaf(element, scope)
    switch (element.name) {
      case "mc:AlternateContent": return alternative(element).forEach((inner) => visit(inner, scope))
      case "w:r": return walk(element, { ...scope, style: runStyle(element) })
      case "w:hyperlink": return walk(element, { ...scope, url: linkOf(element) ?? scope.url })
      case "w:fldSimple": return simpleField(element, scope)
      default: return walk(element, scope)
    }
  }
  const walk = (element: Element.Element, scope: Scope): void => Element.elements(element).forEach((inner) => visit(inner, scope))

  walk(paragraph, { style: base, url: null })
  return inlines
}

const absolute: Readonly<Record<string, "left" | "center" | "right">> = { left: "left", center: "center", right: "right" }

/** Text within an element, without what XML lays around it; line feeds of the file are spaces. */
const textOf = (element: Element.Element): string => {
  const text = element.children.filter((node) => !Element.isElement(node)).join("").replace(/[\t\r\n]+/g, " ")
  return Element.attribute(element, "xml:space") === "preserve" ? text : text.trim()
}
