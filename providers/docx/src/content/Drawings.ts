/** DrawingML: pictures, shapes and text boxes, in groups too, with the place that their anchor gives them. */
import * as Element from "../container/Element.js"
import * as Theme from "../style/Theme.js"
import type { Anchor, Drawing, Fill, Place, Shape } from "./Content.js"
import { type Context, hidden, type ReadBlocks } from "./Context.js"

const aligned: Readonly<Record<string, Place["at"]>> = {
  left: "start", top: "start", inside: "start", center: "center", right: "end", bottom: "end", outside: "end"
}

const placeOf = (element: Element.Element | undefined, otherwise: string): Place => {
  const from = Element.attribute(element, "relativeFrom") ?? otherwise
  const offset = Element.child(element, "wp:posOffset"), align = Element.child(element, "wp:align")
  const at = Element.measure(offset === undefined ? undefined : Element.text(offset), Element.emuPerPoint)
  return { from, at: at ?? aligned[align === undefined ? "" : Element.text(align).trim()] ?? 0 }
}

const isOn = (element: Element.Element, name: string): boolean => ["1", "true", "on"].includes(Element.attribute(element, name) ?? "")

const wrapOf = (element: Element.Element): Anchor["wrap"] => {
  if (Element.child(element, "wp:wrapTopAndBottom") !== undefined) return "topAndBottom"
  return ["wp:wrapSquare", "wp:wrapTight", "wp:wrapThrough"].some((name) => Element.child(element, name) !== undefined) ? "around" : "none"
}

const anchorOf = (element: Element.Element): Anchor => {
  const simple = Element.child(element, "wp:simplePos")
  const isSimple = isOn(element, "simplePos")
  return {
    horizontal: isSimple ? { from: "page", at: Element.emu(simple, "x") ?? 0 } : placeOf(Element.child(element, "wp:positionH"), "column"),
    vertical: isSimple ? { from: "page", at: Element.emu(simple, "y") ?? 0 } : placeOf(Element.child(element, "wp:positionV"), "paragraph"),
    wrap: wrapOf(element),
    distance: Math.max(Element.emu(element, "distL") ?? 0, Element.emu(element, "distR") ?? 0),
    isBehind: isOn(element, "behindDoc"),
    order: Element.number(Element.attribute(element, "relativeHeight")) ?? 0
  }
}

/** From the coordinates within a group to points from the drawing's corner. */
interface Frame {
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
}

const boxOf = (transform: Element.Element | undefined, frame: Frame) => {
  const at = Element.child(transform, "a:off"), size = Element.child(transform, "a:ext")
  const number = (element: Element.Element | undefined, name: string) => Element.number(Element.attribute(element, name)) ?? 0
  return {
    x: frame.x + number(at, "x") * frame.scaleX, y: frame.y + number(at, "y") * frame.scaleY,
    width: number(size, "cx") * frame.scaleX, height: number(size, "cy") * frame.scaleY
  }
}

const within = (group: Element.Element, frame: Frame): Frame => {
  const transform = Element.path(group, "wpg:grpSpPr", "a:xfrm")
  const box = boxOf(transform, frame)
  const at = Element.child(transform, "a:chOff"), size = Element.child(transform, "a:chExt")
  const number = (element: Element.Element | undefined, name: string) => Element.number(Element.attribute(element, name)) ?? 0
  const scaleX = number(size, "cx") > 0 ? box.width / number(size, "cx") : frame.scaleX
  const scaleY = number(size, "cy") > 0 ? box.height / number(size, "cy") : frame.scaleY
  return { x: box.x - number(at, "x") * scaleX, y: box.y - number(at, "y") * scaleY, scaleX, scaleY }
}

const fillOf = (theme: Theme.Theme, properties: Element.Element | undefined, reference: Element.Element | undefined): Fill => {
  if (Element.child(properties, "a:noFill") !== undefined) return null
  const solid = Element.child(properties, "a:solidFill")
  if (solid !== undefined) {
    const { alpha, color } = Theme.drawingColor(theme, solid)
    return alpha < 0.05 ? null : { color: alpha < 0.95 ? null : color, isOpaque: alpha >= 0.95 }
  }
  if (["a:gradFill", "a:blipFill", "a:pattFill"].some((name) => Element.child(properties, name) !== undefined)) return { color: null, isOpaque: false }
  const index = Element.number(Element.attribute(reference, "idx")) ?? 0
  return reference === undefined || index === 0 ? null : { color: Theme.drawingColor(theme, reference).color, isOpaque: true }
}

const outlineOf = (theme: Theme.Theme, properties: Element.Element | undefined): string | null => {
  const solid = Element.path(properties, "a:ln", "a:solidFill")
  return solid === undefined ? null : Theme.drawingColor(theme, solid).color
}

const verticals: Readonly<Record<string, Shape["vertical"]>> = { ctr: "center", b: "bottom" }

/** points: of a text box that says nothing */
const standardInset = { leftRight: 7.2, topBottom: 3.6 }

const insetOf = (body: Element.Element | undefined): Shape["inset"] => ({
  left: Element.emu(body, "lIns") ?? standardInset.leftRight, right: Element.emu(body, "rIns") ?? standardInset.leftRight,
  top: Element.emu(body, "tIns") ?? standardInset.topBottom, bottom: Element.emu(body, "bIns") ?? standardInset.topBottom
})

const noInset = { top: 0, right: 0, bottom: 0, left: 0 }

export const read = (context: Context, drawing: Element.Element, readBlocks: ReadBlocks): ReadonlyArray<Drawing> => {
  const { relationships, theme } = context
  const linkOf = (element: Element.Element | undefined): string | null => {
    const target = relationships.get(Element.attribute(Element.child(element, "a:hlinkClick"), "r:id") ?? "")
    return target?.isExternal === true ? target.target : null
  }

  const shapeOf = (element: Element.Element, frame: Frame, isHidden: boolean): Shape => {
    const properties = Element.child(element, "wps:spPr")
    const text = Element.path(element, "wps:txbx", "w:txbxContent")
    const body = Element.child(element, "wps:bodyPr")
    return {
      ...boxOf(Element.child(properties, "a:xfrm"), frame),
      fill: isHidden ? null : fillOf(theme, properties, Element.path(element, "wps:style", "a:fillRef")),
      isPicture: false,
      outline: outlineOf(theme, properties),
      blocks: text === undefined ? [] : readBlocks(isHidden ? hidden(context) : context, Element.elements(text)),
      inset: insetOf(body),
      vertical: verticals[Element.attribute(body, "anchor") ?? ""] ?? "top",
      grows: Element.child(body, "a:spAutoFit") !== undefined || Element.child(element, "wps:txbx")?.attributes.has("id") === true
    }
  }
  const pictureOf = (element: Element.Element, frame: Frame): Shape => ({
    ...boxOf(Element.path(element, "pic:spPr", "a:xfrm"), frame),
    fill: { color: null, isOpaque: true }, isPicture: true, outline: null, blocks: [], inset: noInset, vertical: "top", grows: false
  })
  const shapesOf = (element: Element.Element, frame: Frame, isHidden: boolean): ReadonlyArray<Shape> => {
    switch (element.name) {
      case "wps:wsp": return [shapeOf(element, frame, isHidden)]
      case "pic:pic": return isHidden ? [] : [pictureOf(element, frame)]
      case "wpg:wgp":
      case "wpg:grpSp": {
        const inner = within(element, frame)
        return Element.elements(element).flatMap((part) => shapesOf(part, inner, isHidden))
      }
      case "mc:Fallback": return []
      default: return Element.elements(element).flatMap((part) => shapesOf(part, frame, isHidden))
    }
  }

  return Element.elements(drawing).filter(({ name }) => name === "wp:inline" || name === "wp:anchor").map((element): Drawing => {
    const extent = Element.child(element, "wp:extent")
    const width = Element.emu(extent, "cx") ?? 0, height = Element.emu(extent, "cy") ?? 0
    const graphic = Element.path(element, "a:graphic", "a:graphicData")
    const frame = { x: 0, y: 0, scaleX: 1 / Element.emuPerPoint, scaleY: 1 / Element.emuPerPoint }
    const isHidden = isOn(element, "hidden") || Element.children(element, "wp:docPr").some((inner) => isOn(inner, "hidden"))
    const shapes = graphic === undefined ? [] : shapesOf(graphic, frame, isHidden)
    // The extent is what counts for a shape that stands alone; what its own transform says is often out of date.
    const [only] = shapes
    return {
      kind: "drawing", width, height,
      anchor: element.name === "wp:anchor" ? anchorOf(element) : null,
      shapes: shapes.length === 1 && only !== undefined ? [{ ...only, x: 0, y: 0, width, height }] : shapes,
      url: linkOf(Element.child(element, "wp:docPr"))
    }
  })
}
