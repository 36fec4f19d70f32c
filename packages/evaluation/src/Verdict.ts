/**
 * Verdicts: every value that a truth expects and every value that an answer gives, paired, and whether they agree. Scores,
 * explanations, hallucination and the calibration of single values are all read off this one list.
 */
import { Predicate } from "effect"
import { maximize } from "./Assignment.js"
import { agrees } from "./Comparer.js"
import type { Leaf } from "./Comparer.js"
import { lists, scalars } from "./Field.js"
import type { Field, List, Member } from "./Field.js"
import type { Expected } from "./Truth.js"

/** A value and its JSON pointer into the resume that holds it. */
export interface Located {
  readonly pointer: string
  readonly value: Exclude<Leaf, null>
}

/** At least one of `expected` (null: the answer invents or misplaces) and `given` (null: the answer misses) is there. */
export interface Verdict {
  readonly field: Field
  readonly expected: Located | null
  readonly given: Located | null
  readonly correct: boolean
}

/**
 * The verdicts on an answer, field by field in the order of `Field`. Items of a list are paired so that the most values agree,
 * and only where an identifying member agrees; the values of unpaired items are missed or invented. Where a member is itself a
 * list (highlights, technologies), its values are paired in the same way within their item. Values that both sides lack give no verdict.
 */
export const compare = (expected: Expected, given: Expected): ReadonlyArray<Verdict> => [
  ...scalars.flatMap((field) => leaves(field, scalarOf(expected, field), scalarOf(given, field))),
  ...lists.flatMap((list) => compareList(list, itemsOf(expected, list), itemsOf(given, list)))
]

type Content = Leaf | ReadonlyArray<Leaf>
type Item = { readonly [key: string]: Content | undefined }
type Place = { readonly pointer: string; readonly content: Content }

const scalarOf = (resume: Expected, field: Field): Place => {
  const path = field.name.split(".")
  const content = path.reduce<unknown>((value, key) => Predicate.isRecord(value) ? value[key] : null, resume)
  return { pointer: `/${path.join("/")}`, content: isLeaf(content) ? content : null }
}

const isLeaf = (value: unknown): value is Leaf =>
  value === null || Predicate.isString(value) || Predicate.isNumber(value) || Predicate.isBoolean(value)

const itemsOf = (resume: Expected, list: List): ReadonlyArray<Item> => resume[list.name]

const compareList = (list: List, expected: ReadonlyArray<Item>, given: ReadonlyArray<Item>): ReadonlyArray<Verdict> => {
  const pairs = maximize(expected.map((left) => given.map((right) => gain(list, left, right))))
  const matches = [
    ...pairs,
    ...expected.flatMap((_, left) => pairs.some((pair) => pair[0] === left) ? [] : [[left, null] as const]),
    ...given.flatMap((_, right) => pairs.some((pair) => pair[1] === right) ? [] : [[null, right] as const])
  ]
  return list.members.flatMap((member) => {
    const field: Field = { name: `${list.name}.${member.key}`, group: list.group, kind: member.kind }
    return matches.flatMap(([left, right]) =>
      leaves(field, memberOf(list, member, expected, left), memberOf(list, member, given, right))
    )
  })
}

const memberOf = (list: List, member: Member, items: ReadonlyArray<Item>, index: number | null): Place =>
  index === null
    ? { pointer: "", content: null }
    : { pointer: `/${list.name}/${index}/${member.key}`, content: items[index]?.[member.key] ?? null }

/** How many values of two items agree; 0 when no identifying one does. */
const gain = (list: List, expected: Item, given: Item): number => {
  const agreeing = (member: Member): number => {
    const place = (item: Item): Place => ({ pointer: "", content: item[member.key] ?? null })
    const field: Field = { name: member.key, group: list.group, kind: member.kind }
    return leaves(field, place(expected), place(given)).filter((verdict) => verdict.correct).length
  }
  const identifying = sum(list.members.filter((member) => member.identifies).map(agreeing))
  return identifying === 0 ? 0 : identifying + sum(list.members.filter((member) => !member.identifies).map(agreeing))
}

const leaves = (field: Field, expected: Place, given: Place): ReadonlyArray<Verdict> => {
  const left = locate(expected)
  const right = locate(given)
  const nested = Array.isArray(expected.content) || Array.isArray(given.content)
  if (!nested) return left.length + right.length === 0 ? [] : [verdict(field, left[0] ?? null, right[0] ?? null)]
  const pairs = maximize(left.map((a) => right.map((b) => agrees(field.kind, a.value, b.value) ? 1 : 0)))
  return [
    ...pairs.map(([a, b]) => verdict(field, left[a] ?? null, right[b] ?? null)),
    ...left.filter((_, a) => pairs.every((pair) => pair[0] !== a)).map((value) => verdict(field, value, null)),
    ...right.filter((_, b) => pairs.every((pair) => pair[1] !== b)).map((value) => verdict(field, null, value))
  ]
}

const locate = ({ content, pointer }: Place): ReadonlyArray<Located> => {
  if (content === null) return []
  if (typeof content !== "object") return [{ pointer, value: content }]
  return content.flatMap((value, index) => value === null ? [] : [{ pointer: `${pointer}/${index}`, value }])
}

const verdict = (field: Field, expected: Located | null, given: Located | null): Verdict => ({
  field,
  expected,
  given,
  correct: expected !== null && given !== null && agrees(field.kind, expected.value, given.value)
})

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0)
