import { describe, expect, it } from "@effect/vitest"
import type { Picture } from "@excv/provider"
import { Limits } from "@excv/provider"
import { Effect } from "effect"
import { Drawer, ImageDecoder } from "../src/index.js"

/** Black on its left half. */
const half = (width: number, height: number): Picture.Picture => ({
  pixels: Uint8Array.from({ length: width * height }, (_, at) => (at % width < width / 2 ? 0 : 255)), width, height, resolution: 150
})

const drawn = (picture: Picture.Picture, longSide: number) => Effect.map(Drawer.drawer.draw(picture, longSide), (file) => file ?? expect.fail("not drawn"))

describe("a picture drawn for a model", () => {
  it.effect("is a JPEG that shows the same, no larger than asked for and with its own shape", () =>
    Effect.gen(function*() {
      const file = yield* drawn(half(600, 900), 300)
      expect(file).toMatchObject({ mediaType: "image/jpeg", width: 200, height: 300 })
      const again = yield* ImageDecoder.decoder.picture?.(file.bytes, 1, Limits.standard) ?? expect.fail("no pictures")
      const { pixels, width } = again
      expect(pixels[Math.floor(width / 4)]).toBeLessThan(30)
      expect(pixels[Math.floor((3 * width) / 4)]).toBeGreaterThan(225)
    }))

  it.effect("is not made larger", () =>
    Effect.map(drawn(half(40, 30), 1568), ({ height, width }) => expect([width, height]).toEqual([40, 30])))

  it.effect("is nothing when there is nothing to draw", () =>
    Effect.map(Drawer.drawer.draw({ pixels: new Uint8Array(), width: 10, height: 10, resolution: 72 }, 100), (file) => expect(file).toBeNull()))
})
