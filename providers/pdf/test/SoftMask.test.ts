import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { firstText } from "./decode.js"
import * as PdfBuilder from "./PdfBuilder.js"

const group = (content: string, dictionary = ""): string =>
  PdfBuilder.stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Shading << /S0 8 0 R >> >> ${dictionary}`, content)

const shading = "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>"

const content = `q /G0 gs\n${PdfBuilder.show("masked", 72, 500)}Q\n${PdfBuilder.show("free", 72, 700)}`

/** What can be seen of a text under a mask that paints this. */
const seen = (painted: string, mask = "/S /Luminosity", before = content): Promise<string> => {
  const state = `<< /Type /ExtGState /SMask << /Type /Mask /G 7 0 R ${mask} >> >>`
  const none = "<< /Type /ExtGState /SMask /None >>"
  const bytes = PdfBuilder.build([{ content: before, resources: "/ExtGState << /G0 6 0 R /G1 9 0 R >> /XObject << /X0 10 0 R >>" }], undefined,
    [state, group(painted), shading, none, group(PdfBuilder.show("inside", 72, 500))])
  return Effect.runPromise(firstText(bytes))
}

const around = "0 480 595 60 re f"
const inverted = "/TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>"

describe("a text under a soft mask", () => {
  it.each([
    ["paints nothing", ""],
    ["is black where the text stands", `0 g ${around}`],
    ["is bright elsewhere only", "1 g 0 600 595 200 re f"],
    ["is painted black over white", `1 g 0 0 595 842 re f 0 g ${around}`]
  ])("cannot be seen where the mask %s", async (_, painted) => {
    expect(await seen(painted)).toBe("free")
  })

  it.each([
    ["is bright there", `1 g ${around}`],
    ["is grey there", `0.4 g ${around}`],
    ["is painted by a pattern", "/S0 sh"],
    ["has a black path of another form there", `1 g 0 0 595 842 re f 0 g 0 480 m 595 480 l 300 540 l f`]
  ])("can be seen where the mask %s", async (_, painted) => {
    expect(await seen(painted)).toBe("masked free")
  })

  it("is judged by what the mask's brightness is turned into", async () => {
    expect(await seen("1 g 0 0 595 842 re f", `/S /Luminosity ${inverted}`)).toBe("free")
    expect(await seen("", `/S /Luminosity ${inverted}`)).toBe("masked free")
    expect(await seen("", "/S /Luminosity /BC [1]")).toBe("masked free")
  })

  it("is judged by opacity where the mask says so", async () => {
    expect(await seen(`0 g ${around}`, "/S /Alpha")).toBe("masked free")
    expect(await seen("0 g 0 600 595 200 re f", "/S /Alpha")).toBe("free")
  })

  it("can be seen again once there is no mask, and hides with the group that it is painted in", async () => {
    expect(await seen("", undefined, `/G0 gs /G1 gs\n${PdfBuilder.show("masked", 72, 500)}`)).toBe("masked")
    expect(await seen("", undefined, `/G0 gs /X0 Do /G1 gs\n${PdfBuilder.show("free", 72, 700)}`)).toBe("free")
  })
})
