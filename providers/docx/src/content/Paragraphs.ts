/** A paragraph with its resolved style and the sign of its list; page breaks cut it into several. */
import * as Element from "../container/Element.js"
import * as ParagraphStyle from "../style/ParagraphStyle.js"
import * as RunStyle from "../style/RunStyle.js"
import type { Style } from "../style/Styles.js"
import type { Block, Inline, Label, Paragraph } from "./Content.js"
import type { Context, ReadBlocks } from "./Context.js"
import * as Runs from "./Runs.js"

interface Item {
  readonly list: string
  readonly level: number
}

/** The list that a style or a paragraph names; null where it says that there is none. */
const itemOf = (context: Context, properties: Element.Element | undefined, styleId: string | undefined, inherited: Item | null): Item | null => {
  const found = Element.child(properties, "w:numPr")
  if (found === undefined) return inherited
  const list = Element.value(Element.child(found, "w:numId")) ?? inherited?.list
  const written = Element.number(Element.value(Element.child(found, "w:ilvl")))
  if (list === undefined || list === "0") return null
  const level = written ?? (styleId === undefined ? undefined : context.numbering.levelOfStyle(list, styleId)) ?? inherited?.level ?? 0
  return { list, level }
}

interface Resolved {
  readonly style: ParagraphStyle.ParagraphStyle
  readonly run: RunStyle.RunStyle
  readonly item: Item | null
}

/** The indents of a list lie between those of the style that names the list and those of its ancestors. */
const withList = (context: Context, item: Item | null, had: Item | null): Partial<ParagraphStyle.ParagraphStyle> =>
  item === null || (had?.list === item.list && had.level === item.level) ? {} : context.numbering.level(item.list, item.level)?.paragraph ?? {}

const resolve = (context: Context, properties: Element.Element | undefined): Resolved => {
  const chain = context.styles.chain("paragraph", Element.value(Element.child(properties, "w:pStyle")))
  let style = ParagraphStyle.over(context.styles.paragraph, context.cell.paragraph)
  let item: Item | null = null
  const layer = (element: Element.Element | undefined, id: string | undefined, own: Style["paragraph"]) => {
    const next = itemOf(context, element, id, item)
    style = ParagraphStyle.over(style, withList(context, next, item), own)
    item = next
  }
  for (const { element, id, paragraph } of chain) layer(Element.child(element, "w:pPr"), id, paragraph)
  layer(properties, undefined, ParagraphStyle.read(context.theme, properties))
  const run = Object.assign({}, context.styles.run, context.cell.run, ...chain.map((one) => one.run))
  return { style, run, item }
}

const labelOf = (context: Context, item: Item | null, mark: RunStyle.RunStyle): Label | null => {
  const label = item === null ? null : context.numbering.next(item.list, item.level)
  return label === null ? null : { text: label.text, suffix: label.suffix, style: { ...mark, ...label.run } }
}

/** An end that is deleted, moved away or hidden does not end the line. */
const isRunOn = (mark: Element.Element | undefined): boolean =>
  Element.elements(mark).some(({ name }) => name === "w:del" || name === "w:moveFrom") || Element.toggle(mark, "w:vanish") === true

const isContent = (inline: Inline): boolean => inline.kind !== "break"

/** Cut at breaks of pages and columns: only the first part has the sign and the space before, only the last has the space after. */
const cut = (paragraph: Paragraph): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  let inlines: Array<Inline> = []
  let isFirst = true
  const end = (isLast: boolean) => {
    if (blocks.length > 0 && !inlines.some(isContent)) return
    const { style } = paragraph
    const firstLine = isFirst ? style.firstLine : 0
    blocks.push({
      ...paragraph, inlines, label: isFirst ? paragraph.label : null, runsOn: isLast && paragraph.runsOn,
      style: { ...style, firstLine, before: isFirst ? style.before : 0, after: isLast ? style.after : 0 }
    })
    isFirst = false
  }
  for (const inline of paragraph.inlines) {
    if (inline.kind === "break" && inline.of !== "line") {
      if (inlines.some(isContent)) end(false)
      blocks.push({ kind: "stop", of: inline.of })
      inlines = []
    } else inlines.push(inline)
  }
  end(true)
  return blocks
}

export const read = (context: Context, element: Element.Element, readBlocks: ReadBlocks): ReadonlyArray<Block> => {
  const properties = Element.child(element, "w:pPr")
  const { item, run, style } = resolve(context, properties)
  const mark = Element.child(properties, "w:rPr")
  const end = { ...run, ...RunStyle.read(context.theme, mark) }
  const inlines = Runs.read(context, element, run, readBlocks)
  const runsOn = isRunOn(mark)
  // An empty paragraph whose end is hidden is nothing at all.
  const isNothing = runsOn && inlines.length === 0
  const label = isNothing ? null : labelOf(context, item, { ...end, vanishes: run.vanishes })
  return cut({ kind: "paragraph", style, run: end, label, inlines, runsOn })
}
