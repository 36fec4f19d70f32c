/** The text matrices of a content stream: turns shown strings into placed glyphs. */
import type { Backdrops } from "./Backdrops.js"
import * as Clip from "./Clip.js"
import type { Glyph, Ink } from "./Glyph.js"
import * as Matrix from "./Matrix.js"
import * as SoftMask from "./SoftMask.js"
import type { State } from "./State.js"

/** A glyph as the engine hands it over; `width` is in thousandths of text space, or in the units of a Type 3 font. */
interface EngineGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: ReadonlyArray<number> | null
}

/** More glyphs than this on one page are not a text to read. */
const maxGlyphs = 200_000

const strokeMode = 1
const invisibleMode = 3
const clipOnlyMode = 7
const minAlpha = 0.05
/** Fill and stroke in the text's own colour is how word processors fake bold. */
const fillAndStrokeMode = 2

export interface TextCursor {
  readonly begin: () => void
  readonly set: (matrix: unknown) => void
  readonly move: (x: number, y: number) => void
  /** `isOff`: within a layer that is switched off */
  readonly show: (state: State, glyphs: unknown, isOff: boolean) => void
}

const isGlyph = (value: unknown): value is EngineGlyph =>
  typeof value === "object" && value !== null && typeof (value as EngineGlyph).unicode === "string"

/** degrees: text that leans no more runs along the lines of its page */
const maxLean = 3
/** points: smaller text cannot be read */
const minSize = 2

/** How the shown string lies on the page. */
const placement = (state: State, textMatrix: Matrix.Matrix) => {
  const [a, b, c, d, e, f] = Matrix.multiply(state.ctm, textMatrix)
  const along = Math.hypot(a, b)
  const across = Math.hypot(c, d)
  const direction = state.fontSize * state.horizontalScale < 0 ? 180 : 0
  const turned = Math.round((Math.atan2(b, a) * 180) / Math.PI + direction + 360) % 360
  const angle = turned <= maxLean || turned >= 360 - maxLean ? 0 : turned
  return { a, b, c, d, e, f, along, across, angle }
}

const inkOf = (state: State, size: number, color: string | null, x: number, y: number, backdrops: Backdrops): Ink => {
  if (state.renderingMode === invisibleMode || state.renderingMode === clipOnlyMode) return "none"
  if (state.alpha < minAlpha) return "invisible"
  if (size < minSize) return "tiny"
  return backdrops.hides(x, y - size / 3, color) ? "no_contrast" : "seen"
}

/** A glyph that there is ink for may be cut away, or masked. */
const shownAs = (state: State, glyph: Glyph): Ink => {
  if (Clip.cutsAway(state.clip, glyph)) return "clipped"
  const isMasked = (state.mask !== null && SoftMask.hides(state.mask, glyph)) || state.groupMasks.some((mask) => SoftMask.hides(mask, glyph))
  return isMasked ? "invisible" : "seen"
}

export const make = (glyphs: Array<Glyph>, backdrops: Backdrops): TextCursor => {
  let lineMatrix = Matrix.identity
  let matrix = Matrix.identity

  const show: TextCursor["show"] = (state, shown, isOff) => {
    if (!Array.isArray(shown)) return
    const { font, fontSize, horizontalScale, renderingMode } = state
    const place = placement(state, matrix)
    const size = Math.abs(fontSize) * font.unit * font.em * place.across
    const unit = font.unit * fontSize
    const bold = font.bold || (renderingMode === fillAndStrokeMode && state.stroke === state.fill)
    const color = renderingMode === strokeMode ? state.stroke : state.fill
    const ink = isOff ? "layer_off" : inkOf(state, size, color, place.e, place.f, backdrops)
    /** distance from the start of the string, in text space */
    let x = 0, y = 0
    for (const item of shown as ReadonlyArray<unknown>) {
      if (typeof item === "number") {
        if (font.vertical) y += (-item * fontSize) / 1000
        else x += ((-item * fontSize) / 1000) * horizontalScale
        continue
      }
      if (!isGlyph(item)) continue
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
      const advance = item.width * unit * horizontalScale
      if (glyphs.length < maxGlyphs) {
        const originX = font.vertical ? x - advance / 2 : x
        const originY = y + state.rise
        const glyph: Glyph = {
          text: item.unicode,
          isSpace: item.isSpace,
          x: place.a * originX + place.c * originY + place.e,
          y: place.b * originX + place.d * originY + place.f,
          width: Math.abs(advance) * place.along,
          spacing: font.vertical ? 0 : spacing * horizontalScale * place.along,
          size, angle: place.angle, font, bold, color, ink
        }
        const shownInk = ink === "seen" ? shownAs(state, glyph) : ink
        glyphs.push(shownInk === ink ? glyph : { ...glyph, ink: shownInk })
      }
      if (font.vertical) y -= Math.abs((item.vmetric?.[0] ?? 1000) * unit) + spacing
      else x += advance + spacing * horizontalScale
    }
    matrix = Matrix.multiply(matrix, [1, 0, 0, 1, x, y])
  }

  return {
    begin: () => {
      lineMatrix = matrix = Matrix.identity
    },
    set: (value) => {
      lineMatrix = matrix = Matrix.parse(value) ?? Matrix.identity
    },
    move: (x, y) => {
      lineMatrix = matrix = Matrix.multiply(lineMatrix, [1, 0, 0, 1, x, y])
    },
    show
  }
}
