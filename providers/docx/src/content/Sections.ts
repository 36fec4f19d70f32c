/** The whole document: its sections with their pages, columns, headers and footers. */
import * as Element from "../container/Element.js"
import type { Part } from "../container/Parts.js"
import * as Blocks from "./Blocks.js"
import type { Block, Document, Running, Section } from "./Content.js"
import type { Context } from "./Context.js"
import * as Theme from "../style/Theme.js"

/** points: of a page that says nothing, a letter */
const standard = { width: 612, height: 792, margin: 72, running: 36, space: 36 }

/** A part of the body with the properties that close it. */
interface Stretch {
  readonly elements: ReadonlyArray<Element.Element>
  readonly properties: Element.Element | undefined
}

/** Sections end with a paragraph that says so, which may stand in a wrapper. */
const stretches = (body: Element.Element): ReadonlyArray<Stretch> => {
  const found: Array<Stretch> = []
  let elements: Array<Element.Element> = []
  for (const element of Element.elements(body)) {
    if (element.name === "w:sectPr") continue
    elements.push(element)
    const properties = element.name === "w:p" ? Element.path(element, "w:pPr", "w:sectPr") : undefined
    if (properties === undefined) continue
    found.push({ elements, properties })
    elements = []
  }
  return [...found, { elements, properties: Element.child(body, "w:sectPr") }]
}

/** Columns that share the width, or have their own. */
const columnsOf = (properties: Element.Element | undefined, room: number): Section["columns"] => {
  const columns = Element.child(properties, "w:cols")
  const own = Element.children(columns, "w:col")
  const isEqual = !["0", "false", "off"].includes(Element.attribute(columns, "w:equalWidth") ?? "1")
  if (!isEqual && own.length > 0) {
    return own.map((column) => ({ width: Element.twips(column, "w:w") ?? room / own.length, space: Element.twips(column, "w:space") ?? 0 }))
  }
  const count = Math.max(1, Math.min(20, Element.number(Element.attribute(columns, "w:num")) ?? 1))
  const space = Element.twips(columns, "w:space") ?? standard.space
  return Array.from({ length: count }, () => ({ width: (room - space * (count - 1)) / count, space }))
}

type ReadRunning = (id: string) => ReadonlyArray<Block> | null

/** What a section does not say is as in the section before. */
const runningOf = (properties: Element.Element | undefined, kind: "header" | "footer", before: Running, readRunning: ReadRunning): Running => {
  const references = Element.children(properties, `w:${kind}Reference`)
  const of = (type: string) => {
    const reference = references.find((element) => (Element.attribute(element, "w:type") ?? "default") === type)
    return reference === undefined ? undefined : readRunning(Element.attribute(reference, "r:id") ?? "") ?? undefined
  }
  return { first: of("first") ?? before.first, even: of("even") ?? before.even, standard: of("default") ?? before.standard }
}

const sectionOf = (properties: Element.Element | undefined, before: Section | undefined, blocks: ReadonlyArray<Block>, readRunning: ReadRunning): Section => {
  const size = Element.child(properties, "w:pgSz"), edge = Element.child(properties, "w:pgMar")
  const none: Running = { first: null, even: null, standard: null }
  const positive = (value: number | undefined, otherwise: number) => (value !== undefined && value > 10 && value < 5_000 ? value : otherwise)
  const width = positive(Element.twips(size, "w:w"), standard.width), height = positive(Element.twips(size, "w:h"), standard.height)
  const gutter = Element.twips(edge, "w:gutter") ?? 0
  // A negative margin is one that a large header does not push down.
  const side = (name: string) => Math.abs(Element.twips(edge, `w:${name}`) ?? standard.margin)
  const margin = { top: side("top"), right: side("right"), bottom: side("bottom"), left: side("left") + gutter }
  const room = width - margin.left - margin.right
  const type = Element.value(Element.child(properties, "w:type"))
  return {
    width, height, margin: room > 20 ? margin : { ...margin, left: 0, right: 0 },
    headerAt: Element.twips(edge, "w:header") ?? standard.running,
    footerAt: Element.twips(edge, "w:footer") ?? standard.running,
    columns: columnsOf(properties, room > 20 ? room : width),
    isContinuous: before !== undefined && type === "continuous" && before.width === width && before.height === height,
    hasFirst: Element.toggle(properties, "w:titlePg") === true,
    header: runningOf(properties, "header", before?.header ?? none, readRunning),
    footer: runningOf(properties, "footer", before?.footer ?? none, readRunning),
    blocks
  }
}

export interface Parts {
  readonly main: Part
  readonly settings: Element.Element | undefined
  /** headers and footers by the name of their relationship, as the main part has it */
  readonly running: ReadonlyMap<string, Part>
}

export const read = (context: Context, { main, running, settings }: Parts): Document => {
  const body = Element.child(main.root, "w:body")
  const readRunning: ReadRunning = (id) => {
    const part = running.get(id)
    return part === undefined ? null : Blocks.read({ ...context, relationships: part.relationships }, Element.elements(part.root))
  }
  const sections: Array<Section> = []
  for (const { elements, properties } of body === undefined ? [] : stretches(body)) {
    sections.push(sectionOf(properties, sections[sections.length - 1], Blocks.read(context, elements), readRunning))
  }
  const background = Element.child(main.root, "w:background")
  const isShown = Element.toggle(settings, "w:displayBackgroundShape") === true
  return {
    sections,
    hasEven: Element.toggle(settings, "w:evenAndOddHeaders") === true,
    background: background !== undefined && isShown ? Theme.wordColor(context.theme, background, "color", "themeColor") : null,
    tabEvery: Math.max(4, Element.twips(Element.child(settings, "w:defaultTabStop"), "w:val") ?? 36)
  }
}
