/** VML, the drawings of Word before 2010 and of documents kept compatible with it: shapes and text boxes placed by CSS. */
import * as Element from "../container/Element.js"
import * as Theme from "../style/Theme.js"
import type { Anchor, Drawing, Fill, Place, Shape } from "./Content.js"
import { type Context, hidden, type ReadBlocks } from "./Context.js"

type Css = ReadonlyMap<string, string>

const cssOf = (element: Element.Element): Css =>
  new Map((Element.attribute(element, "style") ?? "").split(";").flatMap((one) => {
    const at = one.indexOf(":")
    return at < 0 ? [] : [[one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()] as const]
  }))

/** A bare number counts in points. */
const length = (css: Css, name: string): number | undefined => Element.measure(css.get(name), 1)

const origins: Readonly<Record<string, string>> = { text: "column", char: "character", line: "line", margin: "margin", page: "page" }
const aligned: Readonly<Record<string, Place["at"]>> = { left: "start", top: "start", inside: "start", center: "center", right: "end", bottom: "end", outside: "end" }

const placeOf = (css: Css, axis: "horizontal" | "vertical", offset: number): Place => {
  const from = css.get(`mso-position-${axis}-relative`) ?? "text"
  return {
    from: axis === "vertical" && from === "text" ? "paragraph" : origins[from] ?? from.replace(/-area$/, "").replace(/-margin$/, "Margin"),
    at: aligned[css.get(`mso-position-${axis}`) ?? ""] ?? offset
  }
}

const wrapOf = (element: Element.Element): Anchor["wrap"] => {
  const type = Element.attribute(Element.find(element, ["?:wrap"]), "type")
  if (type === "topAndBottom") return type
  return type === "square" || type === "tight" || type === "through" ? "around" : "none"
}

const anchorOf = (element: Element.Element, css: Css): Anchor | null => {
  if (css.get("position") !== "absolute") return null
  const order = Element.number(css.get("z-index")) ?? 0
  return {
    horizontal: placeOf(css, "horizontal", (length(css, "margin-left") ?? 0) + (length(css, "left") ?? 0)),
    vertical: placeOf(css, "vertical", (length(css, "margin-top") ?? 0) + (length(css, "top") ?? 0)),
    wrap: wrapOf(element), distance: length(css, "mso-wrap-distance-left") ?? 9, isBehind: order < 0, order
  }
}

const isOff = (value: string | undefined): boolean => value === "f" || value === "false" || value === "0"

const fillOf = (element: Element.Element): Fill => {
  const fill = Element.child(element, "v:fill")
  const isNone = element.name === "v:line" || isOff(Element.attribute(element, "filled")) || isOff(Element.attribute(fill, "on"))
  if (isNone) return null
  const opacity = Element.attribute(fill, "opacity")
  const isOpaque = opacity === undefined || /^(1|100%|65536f)$/.test(opacity)
  // A shape without a word about its fill is white; one with a type takes it from there, mostly none.
  const named = Theme.color(Element.attribute(element, "fillcolor") ?? Element.attribute(fill, "color"))
  const isPlain = ["v:rect", "v:roundrect", "v:oval"].includes(element.name)
  if (named === null && !isPlain) return null
  return { color: isOpaque ? named ?? "#ffffff" : null, isOpaque }
}

const insetOf = (box: Element.Element | undefined): Shape["inset"] => {
  const [left, top, right, bottom] = (Element.attribute(box, "inset") ?? "").split(",").map((one) => Element.measure(one, 1))
  return { left: left ?? 7.2, top: top ?? 3.6, right: right ?? 7.2, bottom: bottom ?? 3.6 }
}

const drawn = new Set(["v:shape", "v:rect", "v:roundrect", "v:oval", "v:line"])

interface Frame {
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
}

const pair = (text: string | undefined, otherwise: readonly [number, number]): readonly [number, number] => {
  const [x, y] = (text ?? "").split(",").map((one) => Element.number(one))
  return [x ?? otherwise[0], y ?? otherwise[1]]
}

/** Left, top, width and height of a part of a group count in the group's own units. */
const boxOf = (css: Css, frame: Frame) => ({
  x: frame.x + (length(css, "left") ?? 0) * frame.scaleX, y: frame.y + (length(css, "top") ?? 0) * frame.scaleY,
  width: (length(css, "width") ?? 0) * frame.scaleX, height: (length(css, "height") ?? 0) * frame.scaleY
})

export const read = (context: Context, picture: Element.Element, readBlocks: ReadBlocks): ReadonlyArray<Drawing> => {
  const shapeOf = (element: Element.Element, box: Pick<Shape, "x" | "y" | "width" | "height">, isHidden: boolean): Shape => {
    const text = Element.child(element, "v:textbox")
    const content = text === undefined ? undefined : Element.find(text, ["w:txbxContent"])
    const isPicture = !isHidden && Element.child(element, "v:imagedata") !== undefined
    return {
      ...box, isPicture,
      fill: isHidden ? null : isPicture ? { color: null, isOpaque: true } : fillOf(element),
      outline: null,
      blocks: content === undefined ? [] : readBlocks(isHidden ? hidden(context) : context, Element.elements(content)),
      inset: insetOf(text),
      vertical: "top",
      grows: true
    }
  }
  const partsOf = (group: Element.Element, frame: Frame, isHidden: boolean): ReadonlyArray<Shape> =>
    Element.elements(group).flatMap((element) => {
      const box = boxOf(cssOf(element), frame)
      if (element.name === "v:group") return partsOf(element, frameOf(element, box), isHidden)
      return drawn.has(element.name) ? [shapeOf(element, box, isHidden)] : []
    })
  const top = (element: Element.Element): ReadonlyArray<Drawing> => {
    const css = cssOf(element)
    const isGroup = element.name === "v:group"
    if (!isGroup && !drawn.has(element.name)) return element.name === "v:shapetype" ? [] : Element.elements(element).flatMap(top)
    const box = { x: 0, y: 0, width: length(css, "width") ?? 0, height: length(css, "height") ?? 0 }
    const isHidden = css.get("visibility") === "hidden"
    const shapes = isGroup ? partsOf(element, frameOf(element, box), isHidden) : [shapeOf(element, box, isHidden)]
    const url = Element.attribute(element, "href") ?? null
    return [{ kind: "drawing", width: box.width, height: box.height, anchor: anchorOf(element, css), shapes, url }]
  }
  return Element.elements(picture).flatMap(top)
}

const frameOf = (group: Element.Element, box: Pick<Shape, "x" | "y" | "width" | "height">): Frame => {
  const [width, height] = pair(Element.attribute(group, "coordsize"), [1_000, 1_000])
  const [x, y] = pair(Element.attribute(group, "coordorigin"), [0, 0])
  const scaleX = box.width / (width || 1), scaleY = box.height / (height || 1)
  return { x: box.x - x * scaleX, y: box.y - y * scaleY, scaleX, scaleY }
}
