/** Resampling a picture: turns by quarters, by any angle, and the straightening of a page seen from aside. */
import type { Picture } from "@excv/provider"

export type Point = readonly [x: number, y: number]

/** Top left, top right, bottom right, bottom left, in pixels. */
export type Quad = readonly [Point, Point, Point, Point]

const white = 255

/** A new picture whose pixel (x, y) is taken from `source(x, y)` of the old one, between its pixels; white outside. */
const resample = (
  picture: Picture.Picture,
  size: { readonly width: number; readonly height: number },
  source: (x: number, y: number, put: (x: number, y: number) => void) => void
): Picture.Picture => {
  const { height, pixels, width } = picture
  const made = new Uint8Array(size.width * size.height)
  let at = 0
  const put = (x: number, y: number) => {
    const column = Math.floor(x), row = Math.floor(y)
    if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) {
      made[at] = white
      return
    }
    const right = x - column, down = y - row, first = row * width + column
    const top = (pixels[first] ?? 0) * (1 - right) + (pixels[first + 1] ?? 0) * right
    const bottom = (pixels[first + width] ?? 0) * (1 - right) + (pixels[first + width + 1] ?? 0) * right
    made[at] = top * (1 - down) + bottom * down + 0.5
  }
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, at++) source(x, y, put)
  }
  return { ...picture, ...size, pixels: made }
}

/** By a quarter turn to the right. */
export const quarter = ({ height, pixels, resolution, width }: Picture.Picture): Picture.Picture => {
  const made = new Uint8Array(pixels.length)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) made[x * height + (height - 1 - y)] = pixels[at] ?? white
  }
  return { pixels: made, width: height, height: width, resolution }
}

/** About the middle; lines that fall to the right by this angle (radians) come out level. */
export const level = (picture: Picture.Picture, angle: number): Picture.Picture => {
  const { height, width } = picture, cos = Math.cos(angle), sin = Math.sin(angle)
  const middleX = width / 2, middleY = height / 2
  return resample(picture, { width, height }, (x, y, put) =>
    put(middleX + (x - middleX) * cos - (y - middleY) * sin, middleY + (x - middleX) * sin + (y - middleY) * cos))
}

/** The part inside the four corners, as a rectangle of this size. */
export const straighten = (picture: Picture.Picture, quad: Quad, size: { readonly width: number; readonly height: number }): Picture.Picture => {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad
  const dx1 = x1 - x2, dx2 = x3 - x2, dy1 = y1 - y2, dy2 = y3 - y2
  const sx = x0 - x1 + x2 - x3, sy = y0 - y1 + y2 - y3
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / determinant, h = (dx1 * sy - sx * dy1) / determinant
  const a = x1 - x0 + g * x1, b = x3 - x0 + h * x3, d = y1 - y0 + g * y1, e = y3 - y0 + h * y3
  return resample(picture, size, (x, y, put) => {
    const u = x / size.width, v = y / size.height, scale = g * u + h * v + 1
    put((a * u + b * v + x0) / scale, (d * u + e * v + y0) / scale)
  })
}

/** Each pixel the mean of the `factor` × `factor` pixels that it stands for. */
export const shrink = ({ height, pixels, resolution, width }: Picture.Picture, factor: number): Picture.Picture => {
  const columns = Math.floor(width / factor), rows = Math.floor(height / factor)
  const made = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let y = 0; y < factor; y++) {
        for (let x = 0, at = (row * factor + y) * width + column * factor; x < factor; x++, at++) sum += pixels[at] ?? 0
      }
      made[row * columns + column] = sum / (factor * factor)
    }
  }
  return { pixels: made, width: columns, height: rows, resolution: resolution / factor }
}

/** Enlarged between its pixels. */
export const enlarge = (picture: Picture.Picture, factor: number): Picture.Picture => {
  const size = { width: Math.round(picture.width * factor), height: Math.round(picture.height * factor) }
  const made = resample(picture, size, (x, y, put) => put((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5))
  return { ...made, resolution: picture.resolution * factor }
}
