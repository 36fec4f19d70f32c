/** Lists: what stands before each item, counted through the document. */
import * as Element from "../container/Element.js"
import * as NumberFormat from "./NumberFormat.js"
import * as ParagraphStyle from "./ParagraphStyle.js"
import * as RunStyle from "./RunStyle.js"
import * as Symbols from "./Symbols.js"
import type * as Theme from "./Theme.js"

export interface Level {
  readonly start: number
  /** counts anew where its list first occurs */
  readonly restarts: boolean
  readonly format: string
  /** such as `%1.%2` */
  readonly text: string
  /** what follows the sign */
  readonly suffix: "tab" | "space" | "nothing"
  readonly paragraph: Partial<ParagraphStyle.ParagraphStyle>
  readonly run: Partial<RunStyle.RunStyle>
  readonly styleId: string | undefined
}

export interface Label {
  readonly text: string
  readonly suffix: Level["suffix"]
  readonly run: Partial<RunStyle.RunStyle>
}

export interface Numbering {
  /** undefined when there is no such list */
  readonly level: (list: string, level: number) => Level | undefined
  /** the level that belongs to a paragraph style */
  readonly levelOfStyle: (list: string, styleId: string) => number | undefined
  /** Counts on and gives the sign of the next item, null when it has none. */
  readonly next: (list: string, level: number) => Label | null
}

const suffixes: Readonly<Record<string, Level["suffix"]>> = { tab: "tab", space: "space", nothing: "nothing" }

const levelOf = (theme: Theme.Theme, element: Element.Element): Level => ({
  start: Element.number(Element.value(Element.child(element, "w:start"))) ?? 1,
  restarts: false,
  format: Element.value(Element.child(element, "w:numFmt")) ?? "decimal",
  text: Element.value(Element.child(element, "w:lvlText")) ?? "",
  suffix: suffixes[Element.value(Element.child(element, "w:suff")) ?? "tab"] ?? "tab",
  paragraph: ParagraphStyle.read(theme, Element.child(element, "w:pPr")),
  run: RunStyle.read(theme, Element.child(element, "w:rPr")),
  styleId: Element.value(Element.child(element, "w:pStyle"))
})

interface List {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
}

const levelNumber = (element: Element.Element): number => Element.number(Element.attribute(element, "w:ilvl")) ?? 0

const levelsOf = (theme: Theme.Theme, element: Element.Element | undefined): ReadonlyArray<readonly [number, Level]> =>
  Element.children(element, "w:lvl").map((level) => [levelNumber(level), levelOf(theme, level)] as const)

/** What a list changes of what it is made from. */
const overridesOf = (theme: Theme.Theme, list: Element.Element, base: ReadonlyMap<number, Level>): ReadonlyArray<readonly [number, Level]> =>
  Element.children(list, "w:lvlOverride").flatMap((override) => {
    const number = levelNumber(override)
    const own = Element.child(override, "w:lvl")
    const level = own === undefined ? base.get(number) : levelOf(theme, own)
    const start = Element.number(Element.value(Element.child(override, "w:startOverride")))
    return level === undefined ? [] : [[number, { ...level, start: start ?? level.start, restarts: start !== undefined }] as const]
  })

const listsOf = (theme: Theme.Theme, root: Element.Element | undefined): ReadonlyMap<string, List> => {
  const abstracts = new Map(Element.children(root, "w:abstractNum").map((element) => [Element.attribute(element, "w:abstractNumId") ?? "", element]))
  const byLink = new Map([...abstracts.values()].map((element) => [Element.value(Element.child(element, "w:styleLink")), element]))
  return new Map(Element.children(root, "w:num").map((list) => {
    const abstractId = Element.value(Element.child(list, "w:abstractNumId")) ?? ""
    const named = abstracts.get(abstractId)
    const link = Element.value(Element.child(named, "w:numStyleLink"))
    const base = new Map(levelsOf(theme, link === undefined ? named : byLink.get(link) ?? named))
    return [Element.attribute(list, "w:numId") ?? "", { abstractId, levels: new Map([...base, ...overridesOf(theme, list, base)]) }]
  }))
}

export const read = (theme: Theme.Theme, root: Element.Element | undefined): Numbering => {
  const lists = listsOf(theme, root)
  /** by what the list is made from: lists made from the same one count on */
  const counters = new Map<string, Map<number, number>>()
  const started = new Set<string>()
  const next: Numbering["next"] = (id, number) => {
    const list = lists.get(id), level = list?.levels.get(number)
    if (list === undefined || level === undefined) return null
    const counts = counters.get(list.abstractId) ?? new Map<number, number>()
    counters.set(list.abstractId, counts)
    const isFirst = level.restarts && !started.has(`${id} ${number}`)
    started.add(`${id} ${number}`)
    counts.set(number, isFirst ? level.start : (counts.get(number) ?? level.start - 1) + 1)
    for (const deeper of [...counts.keys()].filter((other) => other > number)) counts.delete(deeper)
    if (level.format === "none") return null
    const text = level.format === "bullet"
      ? Symbols.listSign(level.run.font ?? "", level.text)
      : level.text.replace(/%(\d)/g, (_, digit: string) => {
          const at = Number(digit) - 1
          const shown = list.levels.get(at)
          return NumberFormat.format(counts.get(at) ?? shown?.start ?? 1, shown?.format ?? "decimal")
        })
    return text.trim() === "" ? null : { text: text.trim(), suffix: level.suffix, run: level.run }
  }
  return {
    level: (list, level) => lists.get(list)?.levels.get(level),
    levelOfStyle: (list, styleId) => [...(lists.get(list)?.levels ?? [])].find(([, level]) => level.styleId === styleId)?.[0],
    next
  }
}
