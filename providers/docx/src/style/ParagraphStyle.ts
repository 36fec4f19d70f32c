/** How a paragraph is set: each property as its element says, to be laid over what it inherits. Lengths in points. */
import * as Element from "../container/Element.js"
import { shadingOf } from "./RunStyle.js"
import type * as Theme from "./Theme.js"

export type Alignment = "left" | "center" | "right"

export interface TabStop {
  /** from the left edge of the column */
  readonly at: number
  readonly alignment: Alignment
}

export interface ParagraphStyle {
  readonly styleId: string
  readonly left: number
  readonly right: number
  /** of the first line, beyond `left`; negative where it hangs */
  readonly firstLine: number
  readonly before: number
  readonly after: number
  readonly line: number
  /** `line` is a factor of the font's own height, or in points */
  readonly lineRule: "auto" | "atLeast" | "exact"
  readonly alignment: Alignment
  readonly rightToLeft: boolean
  /** no space between neighbours of the same style */
  readonly contextual: boolean
  readonly breaksBefore: boolean
  /** ends on the page that the next paragraph begins on */
  readonly keepsWithNext: boolean
  readonly tabs: ReadonlyArray<TabStop>
  /** positions where an inherited stop is none */
  readonly cleared: ReadonlyArray<number>
  readonly shading: string | null
  readonly borders: { readonly top: boolean; readonly bottom: boolean }
}

export const initial: ParagraphStyle = {
  styleId: "", left: 0, right: 0, firstLine: 0, before: 0, after: 0, line: 1, lineRule: "auto", alignment: "left",
  rightToLeft: false, contextual: false, breaksBefore: false, keepsWithNext: false, tabs: [], cleared: [], shading: null, borders: { top: false, bottom: false }
}

type Partly = { readonly [Key in keyof ParagraphStyle]?: ParagraphStyle[Key] | undefined }

const alignments: Readonly<Record<string, Alignment>> = {
  left: "left", start: "left", both: "left", distribute: "left", center: "center", right: "right", end: "right"
}

const tabAlignments: Readonly<Record<string, Alignment>> = { ...alignments, decimal: "right", num: "left" }

const indentsOf = (element: Element.Element | undefined): Partly => {
  const hanging = Element.twips(element, "w:hanging")
  return {
    left: Element.twips(element, "w:start") ?? Element.twips(element, "w:left"),
    right: Element.twips(element, "w:end") ?? Element.twips(element, "w:right"),
    firstLine: hanging === undefined ? Element.twips(element, "w:firstLine") : -hanging
  }
}

/** points, of a space that is left to the program */
const automaticSpace = 14
const perLine = 240

const spacingOf = (element: Element.Element | undefined): Partly => {
  const rule = Element.attribute(element, "w:lineRule")
  const line = Element.attribute(element, "w:line")
  const isAutomatic = rule !== "exact" && rule !== "atLeast"
  const space = (name: string) =>
    ["1", "true", "on"].includes(Element.attribute(element, `w:${name}Autospacing`) ?? "") ? automaticSpace : Element.twips(element, `w:${name}`)
  return {
    before: space("before"),
    after: space("after"),
    ...(line === undefined ? {} : {
      line: Element.measure(line, isAutomatic ? perLine : Element.twipsPerPoint),
      lineRule: isAutomatic ? "auto" : rule
    })
  }
}

const tabsOf = (element: Element.Element | undefined): Partly => {
  if (element === undefined) return {}
  const stops = Element.children(element, "w:tab").map((tab) => ({ at: Element.twips(tab, "w:pos") ?? 0, value: Element.value(tab) ?? "left" }))
  return {
    tabs: stops.flatMap(({ at, value }) => {
      const alignment = tabAlignments[value]
      return alignment === undefined ? [] : [{ at, alignment }]
    }),
    cleared: stops.filter(({ value }) => value === "clear").map(({ at }) => at)
  }
}

const isDrawn = (border: Element.Element | undefined): boolean => border !== undefined && !["nil", "none"].includes(Element.value(border) ?? "")

const bordersOf = (element: Element.Element | undefined): ParagraphStyle["borders"] | undefined =>
  element === undefined ? undefined : { top: isDrawn(Element.child(element, "w:top")), bottom: isDrawn(Element.child(element, "w:bottom")) }

const defined = (style: Partly): Partial<ParagraphStyle> =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as Partial<ParagraphStyle>

/** What `w:pPr` says. */
export const read = (theme: Theme.Theme, element: Element.Element | undefined): Partial<ParagraphStyle> =>
  element === undefined ? {} : defined({
    ...indentsOf(Element.child(element, "w:ind")),
    ...spacingOf(Element.child(element, "w:spacing")),
    ...tabsOf(Element.child(element, "w:tabs")),
    alignment: alignments[Element.value(Element.child(element, "w:jc")) ?? ""],
    rightToLeft: Element.toggle(element, "w:bidi"),
    contextual: Element.toggle(element, "w:contextualSpacing"),
    keepsWithNext: Element.toggle(element, "w:keepNext"),
    breaksBefore: Element.toggle(element, "w:pageBreakBefore"),
    shading: shadingOf(theme, Element.child(element, "w:shd")),
    borders: bordersOf(Element.child(element, "w:pBdr"))
  })

/** Tab stops add up, all else is replaced. */
export const over = (base: ParagraphStyle, ...layers: ReadonlyArray<Partial<ParagraphStyle>>): ParagraphStyle =>
  layers.reduce<ParagraphStyle>((style, layer) => {
    const gone = [...(layer.cleared ?? []), ...(layer.tabs ?? []).map(({ at }) => at)]
    const kept = style.tabs.filter(({ at }) => !gone.some((other) => Math.abs(other - at) < 0.5))
    return { ...style, ...layer, tabs: [...kept, ...(layer.tabs ?? [])].sort((a, b) => a.at - b.at) }
  }, base)
