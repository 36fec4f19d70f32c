/** What models see: which of them read pictures, how large, and what a picture costs, from a dated list. */
import type { View } from "@excv/provider"
import { Config, Effect, Option, Schema } from "effect"
import type { ConfigError } from "effect"
import { createRequire } from "node:module"

/** How a vendor counts the tokens of a picture. */
const Tokens = Schema.Union(
  /** squares of 512 pixels, after the short side was scaled down to 768 */
  Schema.Struct({ by: Schema.Literal("tiles"), base: Schema.Number, each: Schema.Number }),
  /** squares of 32 pixels, 1,536 at most */
  Schema.Struct({ by: Schema.Literal("patches"), each: Schema.Number }),
  Schema.Struct({ by: Schema.Literal("area"), pixels_per_token: Schema.Number }),
  /** squares of two thirds of the short side */
  Schema.Struct({ by: Schema.Literal("crops"), each: Schema.Number })
)
type Tokens = typeof Tokens.Type

const Vendor = Schema.Struct({
  provider: Schema.NonEmptyString,
  /** pixels: what is larger, the vendor scales down itself */
  long_side: Schema.Positive,
  /** of one picture, before base64 */
  max_bytes: Schema.Positive,
  /** for vendors that take a PDF as it is */
  pdf: Schema.NullOr(Schema.Struct({ max_bytes: Schema.Positive, max_pages: Schema.Positive, tokens_per_page: Schema.Positive }))
})

const list = Schema.decodeUnknownSync(Schema.Struct({
  as_of: Schema.String,
  vendors: Schema.Array(Vendor),
  /** `model` is a name or its beginning; the longest one counts */
  models: Schema.Array(Schema.Struct({ model: Schema.NonEmptyString, tokens: Tokens }))
}))(createRequire(import.meta.url)("@excv/model/data/pictures.json"))

export interface Vision {
  readonly wish: View.Wish
  readonly maxBytes: number
  /** of a picture of so many pixels, at most */
  readonly tokens: (width: number, height: number) => number
  readonly pdf: { readonly maxBytes: number; readonly maxPages: number; readonly tokensPerPage: number } | null
}

/** `off`: no picture leaves the house. Else models of the list read pictures, and those that begin with one of these names. */
export type Choice = "off" | { readonly alsoReads: ReadonlyArray<string> }

/** As many pages of one document may be shown: a CV has fewer. */
const maxPages = 4

/** No vendor is known to count more for a picture. */
const unknownTokens: Tokens = { by: "area", pixels_per_token: 400 }

const isOf = (name: string) => (beginning: string): boolean =>
  name.startsWith(beginning) && /^([-@:._].*)?$/u.test(name.slice(beginning.length))

const tokensOf = (model: string, alsoReads: ReadonlyArray<string>): Tokens | null => {
  const name = model.slice(model.lastIndexOf("/") + 1)
  const known = list.models.filter((one) => isOf(name)(one.model)).sort((a, b) => b.model.length - a.model.length)[0]
  return known?.tokens ?? (alsoReads.some((beginning) => isOf(model)(beginning) || isOf(name)(beginning)) ? unknownTokens : null)
}

/** Null for a model that is not known to read pictures. */
export const of = (provider: string, model: string, choice: Choice): Vision | null => {
  if (choice === "off") return null
  const tokens = tokensOf(model, choice.alsoReads)
  const vendor = list.vendors.find((one) => one.provider === provider)
  if (tokens === null || vendor === undefined) return null
  const { long_side, max_bytes, pdf } = vendor
  return {
    wish: { longSide: long_side, maxPages },
    maxBytes: max_bytes,
    tokens: (width, height) => Math.ceil(count(tokens, width, height)),
    pdf: pdf && { maxBytes: pdf.max_bytes, maxPages: pdf.max_pages, tokensPerPage: pdf.tokens_per_page }
  }
}

const tile = 512
const tiledShortSide = 768
const patch = 32
const mostPatches = 1536
const leastCrop = 256

const count = (tokens: Tokens, width: number, height: number): number => {
  const squares = (side: number, scale = 1) => Math.ceil((width * scale) / side) * Math.ceil((height * scale) / side)
  switch (tokens.by) {
    case "tiles": return tokens.base + tokens.each * squares(tile, Math.min(1, tiledShortSide / Math.min(width, height)))
    case "patches": return tokens.each * Math.min(mostPatches, squares(patch))
    case "area": return (width * height) / tokens.pixels_per_token
    case "crops": return tokens.each * squares(Math.max(leastCrop, Math.floor(Math.min(width, height) / 1.5)))
  }
}

const names = Config.string("EXCV_PICTURE_MODELS").pipe(
  Config.withDefault(""),
  Config.map((text) => text.split(",").map((name) => name.trim()).filter((name) => name !== ""))
)

/** `EXCV_MODEL_PICTURES`: `off` (default) or `auto`; `EXCV_PICTURE_MODELS` names more models that read pictures. */
export const config: Effect.Effect<Choice, ConfigError.ConfigError> = Effect.gen(function*() {
  const choice = yield* Config.option(Config.literal("off", "auto")("EXCV_MODEL_PICTURES"))
  return Option.getOrElse(choice, () => "off") === "off" ? "off" : { alsoReads: yield* names }
})
