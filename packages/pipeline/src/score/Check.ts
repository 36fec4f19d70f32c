/** The check of an item: each of its values against its claims. Values that are not grounded go, and are reported. */
import type { Evidence, Issue } from "@excv/schema"
import type { Item, Sources } from "../Normalized.js"
import * as Stage from "../Stage.js"
import * as Grounding from "./Grounding.js"

export interface Checked<A> {
  readonly value: A
  /** by field; only fields that have a value */
  readonly evidence: { readonly [field: string]: ReadonlyArray<Evidence.Evidence> }
  readonly dropped: ReadonlyArray<string>
}

const isEmpty = (value: unknown): boolean => value === null || value === false || (Array.isArray(value) && value.length === 0)

/** `key` is the field without which the item makes no sense: the value is null when it is not grounded. */
export const item = <A extends object>(
  { sources, value }: Item<A>,
  at: Grounding.Index,
  key?: keyof A & string
): Checked<A | null> => {
  const kept: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  const evidence: Record<string, ReadonlyArray<Evidence.Evidence>> = {}
  const dropped: Array<string> = []
  for (const [field, given] of Object.entries(value)) {
    const claims = sources[field as keyof Sources<A>]
    if (claims === undefined || isEmpty(given)) continue
    const found = claims.map((claim) => Grounding.ground(claim, at))
    if (Array.isArray(given)) {
      kept[field] = given.filter((_, index) => found[index])
      if (found.some((entry) => entry === null)) dropped.push(field)
    } else if (found[0] == null) {
      if (field === key) return { value: null, evidence: {}, dropped: [field] }
      kept[field] = typeof given === "boolean" ? false : null
      dropped.push(field)
      continue
    }
    evidence[field] = found.flatMap((entry) => entry ?? [])
  }
  return { value: kept as A, evidence, dropped }
}

export const droppedIssue = (path: string): Issue.Issue =>
  Stage.issue("ungrounded_value_dropped", "A value was not found in the visible text and was dropped.", { path })
