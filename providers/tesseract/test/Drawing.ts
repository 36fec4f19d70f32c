/** Pictures drawn by code: grey paper with boxes, discs and rings on it. */
import type { Picture } from "@excv/provider"

export const paper = (width: number, height: number, value = 255): Picture.Picture =>
  ({ pixels: new Uint8Array(width * height).fill(value), width, height, resolution: 200 })

/** From the left and top edge, in pixels. */
export const box = ({ pixels, width }: Picture.Picture, left: number, top: number, wide: number, high: number, value = 0): void => {
  for (let y = top; y < top + high; y++) pixels.fill(value, y * width + left, y * width + left + wide)
}

export const disc = ({ pixels, width }: Picture.Picture, x: number, y: number, radius: number, value = 0, hole = 0): void => {
  for (let j = -radius; j <= radius; j++) {
    for (let i = -radius; i <= radius; i++) {
      const distance = Math.hypot(i, j)
      if (distance <= radius && distance >= hole) pixels[(y + j) * width + x + i] = value
    }
  }
}
