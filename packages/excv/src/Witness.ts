/** Who reads beside a model: the offline rules. */
import type { Extractor } from "@excv/provider"
import * as Rules from "@excv/provider-rules"

export const witness: Extractor = Rules.extractor
