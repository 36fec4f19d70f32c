/** What decides about a mutation: the same seed, the same file. */
import type { Utils } from "effect"

export type Dice = Pick<Utils.PCGRandom, "integer">
