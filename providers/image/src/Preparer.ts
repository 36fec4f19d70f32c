/**
 * Preparing a picture for OCR, step by step; each leaves a picture alone that does not need it. The sheet within a photo,
 * its light, the direction of its lines, the size of its letters, what is drawn around them.
 */
import type { Picture } from "@excv/provider"
import { Effect } from "effect"
import * as Drawn from "./prepare/Drawn.js"
import * as Light from "./prepare/Light.js"
import * as Page from "./prepare/Page.js"
import * as Rules from "./prepare/Rules.js"
import * as Sample from "./prepare/Sample.js"
import * as Skew from "./prepare/Skew.js"
import * as Warp from "./prepare/Warp.js"

type Step = (picture: Picture.Picture) => Picture.Picture

const upright: Step = (picture) => {
  const { isSideways, lean } = Skew.directionOf(picture)
  const across = isSideways ? Warp.quarter(picture) : picture
  return Math.abs(lean) < Skew.negligible ? across : Warp.level(across, lean)
}

/** pixels per inch: below it the letters of a page are smaller than the engine likes */
const minResolution = 150

const legible: Step = (picture) =>
  picture.resolution < minResolution ? Warp.enlarge(picture, minResolution / picture.resolution) : picture

/** By name, in their order. The last comes when the lines that it takes out are known. */
const steps = { page: Page.find, light: Light.even, upright, legible, drawn: Drawn.erase } as const
export type StepName = keyof typeof steps
export const stepNames: ReadonlyArray<StepName> = ["page", "light", "upright", "legible", "drawn"]

/** With only some of the steps, to measure what each is worth. 50 to 300 ms a page. */
export const make = (only: ReadonlyArray<StepName>): Picture.Preparer => ({
  prepare: (picture) => Effect.sync(() => {
    const prepared = only.filter((name) => name !== "drawn").reduce((changed, name) => steps[name](changed), picture)
    const read = only.includes("drawn") ? Drawn.erase(prepared, prepared === picture ? Drawn.maxUnderline : Infinity) : prepared
    return { picture: read, samples: Sample.take(read), shapes: Rules.find(prepared) }
  })
})

export const preparer: Picture.Preparer = make(stepNames)
