/** Runs the operators of a page and notes what they put where: glyphs, drawn shapes and pictures. */
import type { Document } from "@excv/schema"
import type { Operators, Session } from "../engine/Session.js"
import * as Backdrops from "./Backdrops.js"
import * as Clip from "./Clip.js"
import * as Covers from "./Covers.js"
import type { Glyph } from "./Glyph.js"
import type { Layers } from "./Layers.js"
import type { Mark } from "./Marks.js"
import * as Matrix from "./Matrix.js"
import { Operator } from "./Operator.js"
import * as Shapes from "./Shapes.js"
import * as SoftMask from "./SoftMask.js"
import * as State from "./State.js"
import * as TextCursor from "./TextCursor.js"

export interface Content {
  /** in the order of the file */
  readonly glyphs: Array<Glyph>
  readonly shapes: Array<Document.Shape>
  /** small discs and squares: bullets that were drawn */
  readonly dots: Array<Document.Box>
  /** small shapes with what they were painted with: ratings that were drawn */
  readonly marks: Array<Mark>
  /** where a picture was painted */
  readonly pictures: Array<Document.Box>
  /** what lies over glyphs that were placed before it */
  readonly covers: Array<Covers.Cover>
}

export interface Interpreter {
  readonly content: Content
  readonly run: (operators: Operators) => void
}

/** More states than this on the stack come only from a broken or hostile file. */
const maxDepth = 512
const maxPictures = 1_000
const maxMarks = 10_000

export const make = (session: Session, base: Matrix.Matrix, layers: Layers): Interpreter => {
  const content: Content = { glyphs: [], shapes: [], dots: [], marks: [], pictures: [], covers: [] }
  const stack: Array<State.State> = []
  const backdrops = Backdrops.make()
  const drawing = { ...content, backdrops }
  const cursor = TextCursor.make(content.glyphs, backdrops)
  let state = State.initial(base)
  /** a transform after which nothing was painted yet: where the engine left out a picture */
  let empty: Matrix.Matrix | null = null
  /** the soft mask that is being painted, in how many groups, and the one that was painted before */
  let mask: SoftMask.SoftMask | null = null
  let maskDepth = 0
  let masked: SoftMask.SoftMask | null = null
  /** for each marked content that is open: whether it is switched off */
  const marked: Array<boolean> = []
  let isClipPending = false

  const isOff = () => marked.includes(true)

  const painted = () => {
    empty = null
  }
  const paintPicture = (matrix: Matrix.Matrix) => {
    const box = Matrix.bounds(matrix, 0, 0, 1, 1)
    if (isOff()) return
    if (content.pictures.length < maxPictures) content.pictures.push(box)
    if (mask !== null) return SoftMask.paintAny(mask, state, box)
    backdrops.paint(box, null)
    if (state.isPlain && state.alpha === 1) Covers.add(content.covers, { box: Clip.within(state.clip, box), after: content.glyphs.length, isPicture: true })
  }
  const save = () => {
    if (stack.length < maxDepth) stack.push({ ...state })
  }
  const restore = () => {
    if (empty !== null) paintPicture(empty)
    painted()
    state = stack.pop() ?? state
  }
  const transform = (value: unknown) => {
    const matrix = Matrix.parse(value)
    if (matrix === null) return
    state.ctm = Matrix.multiply(state.ctm, matrix)
    empty = state.ctm
  }
  const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0)
  const color = (value: unknown) => (typeof value === "string" && value.startsWith("#") ? value : null)

  const setFont = (id: unknown, size: unknown) => {
    state.font = session.font(String(id))
    state.fontSize = number(size)
  }
  const setGraphicsState = (entries: unknown) => {
    if (!Array.isArray(entries)) return
    for (const [key, value] of entries as ReadonlyArray<readonly [string, unknown]>) {
      if (key === "Font" && Array.isArray(value)) setFont(value[0], value[1])
      if (key === "ca") state.alpha = state.groupAlpha * number(value)
      if (key === "BM") state.isPlain = state.isGroupPlain && (value === "source-over" || value === "Normal")
      if (key === "SMask") state.mask = value === true ? masked : null
      if (key === "LW") state.lineWidth = number(value)
    }
  }

  const clip = (box: Document.Box) => {
    state.clip = Clip.within(state.clip, box)
  }
  const boundsOf = (value: unknown): Document.Box | null => {
    const [x0, y0, x1, y1] = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array ? Array.from(value as ArrayLike<unknown>, Number) : []
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || ![x0, y0, x1, y1].every(Number.isFinite)) return null
    return Matrix.bounds(state.ctm, x0, y0, x1, y1)
  }
  const construct = (paint: number, path: unknown, extent: unknown) => {
    if (paint !== Operator.endPath) painted()
    if (mask !== null) Shapes.addToMask(mask, state, paint, path)
    else if (!isOff()) {
      Shapes.add(drawing, state, paint, path).forEach((box) =>
        Covers.add(content.covers, { box: Clip.within(state.clip, box), after: content.glyphs.length, isPicture: false }))
    }
    const box = isClipPending ? boundsOf(extent) : null
    if (box !== null) clip(box)
    isClipPending = false
  }
  const beginMarked = (isHidden: boolean) => {
    if (marked.length < maxMarks) marked.push(isHidden)
  }

  const handlers: { readonly [operator: number]: (args: ReadonlyArray<unknown>) => void } = {
    [Operator.save]: save,
    [Operator.restore]: restore,
    [Operator.transform]: transform,
    [Operator.setLineWidth]: ([width]) => { state.lineWidth = number(width) },
    [Operator.setGState]: ([entries]) => setGraphicsState(entries),
    [Operator.setFont]: ([id, size]) => setFont(id, size),
    [Operator.setCharSpacing]: ([value]) => { state.charSpacing = number(value) },
    [Operator.setWordSpacing]: ([value]) => { state.wordSpacing = number(value) },
    [Operator.setHScale]: ([value]) => { state.horizontalScale = number(value) / 100 },
    [Operator.setLeading]: ([value]) => { state.leading = number(value) },
    [Operator.setTextRise]: ([value]) => { state.rise = number(value) },
    [Operator.setTextRenderingMode]: ([value]) => { state.renderingMode = number(value) },
    [Operator.setFillRGBColor]: ([value]) => { state.fill = color(value) },
    [Operator.setStrokeRGBColor]: ([value]) => { state.stroke = color(value) },
    [Operator.setFillColorN]: () => { state.fill = null },
    [Operator.setStrokeColorN]: () => { state.stroke = null },
    [Operator.setFillTransparent]: () => { state.fill = null },
    [Operator.setStrokeTransparent]: () => { state.stroke = null },
    [Operator.beginText]: () => cursor.begin(),
    [Operator.setTextMatrix]: ([value]) => cursor.set(value),
    [Operator.moveText]: ([x, y]) => cursor.move(number(x), number(y)),
    [Operator.setLeadingMoveText]: ([x, y]) => {
      state.leading = -number(y)
      cursor.move(number(x), number(y))
    },
    [Operator.nextLine]: () => cursor.move(0, -state.leading),
    [Operator.showText]: ([glyphs]) => {
      painted()
      if (mask === null) cursor.show(state, glyphs, isOff())
      else SoftMask.paintAny(mask, state, null)
    },
    [Operator.constructPath]: ([paint, path, extent]) => construct(number(paint), path, extent),
    [Operator.clip]: () => { isClipPending = true },
    [Operator.eoClip]: () => { isClipPending = true },
    [Operator.beginMarkedContent]: () => beginMarked(false),
    [Operator.beginMarkedContentProps]: ([tag, properties]) => beginMarked(tag === "OC" && !layers.isShown(properties)),
    [Operator.endMarkedContent]: () => void marked.pop(),
    [Operator.shadingFill]: () => {
      if (mask === null) backdrops.paintAnywhere()
      else SoftMask.paintAny(mask, state, null)
      painted()
    },
    [Operator.paintImageMaskXObject]: () => {
      paintPicture(state.ctm)
      painted()
    },
    [Operator.paintSolidColorImageMask]: () => {
      const box = Matrix.bounds(state.ctm, 0, 0, 1, 1)
      if (mask === null) {
        backdrops.paint(box, state.fill)
        Shapes.addFill(content.shapes, box, state.fill)
      } else SoftMask.paint(mask, state, box, state.fill, state.alpha === 1)
      painted()
    },
    [Operator.paintFormXObjectBegin]: ([matrix, extent]) => {
      save()
      if (matrix !== null) transform(matrix)
      const box = boundsOf(extent)
      if (box !== null) clip(box)
      painted()
    },
    [Operator.paintFormXObjectEnd]: restore,
    [Operator.beginGroup]: ([options]) => {
      save()
      state.groupAlpha = state.alpha
      state.isGroupPlain = state.isPlain
      // A group begins without a mask, and is masked as a whole.
      if (state.mask !== null) state.groupMasks = [...state.groupMasks, state.mask]
      state.mask = null
      const smask = (options as { readonly smask?: unknown } | null)?.smask
      if (mask !== null || smask) maskDepth++
      if (mask !== null || !smask) return
      mask = SoftMask.make(smask)
      state.alpha = state.groupAlpha = 1
    },
    [Operator.endGroup]: () => {
      if (maskDepth === 1) {
        masked = mask
        mask = null
      }
      maskDepth = Math.max(0, maskDepth - 1)
      restore()
    },
    [Operator.beginAnnotation]: ([, , placed, rotated]) => {
      save()
      state = State.initial(base)
      transform(placed)
      transform(rotated)
      painted()
    },
    [Operator.endAnnotation]: restore
  }

  return {
    content,
    run: ({ fnArray, argsArray }) => {
      fnArray.forEach((operator, index) => {
        const args = argsArray[index]
        handlers[operator]?.(Array.isArray(args) || args instanceof Float32Array ? (args as ReadonlyArray<unknown>) : [])
      })
    }
  }
}
