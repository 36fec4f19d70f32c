/** From configuration to the extractor: it needs nothing. */
import type { Factory } from "@excv/provider"
import { Effect } from "effect"
import { extractor } from "./Extractor.js"

export const factory: Factory = {
  name: "rules",
  isReady: Effect.succeed(true),
  make: () => Effect.succeed(extractor)
}
