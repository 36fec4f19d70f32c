/** XML as a tree. A document type, and with it every entity, is refused; depth and size are bounded. */
import { DocumentRefused } from "@excv/provider"
import { Effect } from "effect"
import { SaxesParser } from "saxes"
import type { Element } from "./Element.js"
import * as Namespaces from "./Namespaces.js"

/** A table in a table in a text box is at 40. */
const maxDepth = 250
/** A CV has some thousands, a book a hundred thousand. */
const maxElements = 200_000

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Array<Element | string>
}

class Refusal extends Error {
  constructor(readonly reason: DocumentRefused.Reason) {
    super(reason)
  }
}

const refuse = (reason: DocumentRefused.Reason): never => {
  throw new Refusal(reason)
}

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8"
}

/** What a choice requires is written as prefixes; the names of those that nobody here understands are left. */
const unknownRequirements = (parser: SaxesParser<{ xmlns: true }>, requires: string): string =>
  requires.split(/\s+/).filter((prefix) => prefix !== "" && !Namespaces.isKnown(parser.resolve(prefix) ?? "")).join(" ")

const tree = (source: string): Element => {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const top: Open = { name: "", attributes: new Map(), children: [] }
  const stack: Array<Open> = [top]
  let count = 0
  const add = (node: Element | string) => stack[stack.length - 1]?.children.push(node)
  parser.on("error", () => refuse("corrupted"))
  parser.on("doctype", () => refuse("corrupted"))
  parser.on("text", add)
  parser.on("cdata", add)
  parser.on("opentag", (tag) => {
    if (stack.length > maxDepth) refuse("corrupted")
    if (++count > maxElements) refuse("inflates_too_much")
    const attributes = new Map(Object.values(tag.attributes).map(({ local, uri, value }) => [Namespaces.qualified(uri, local), value]))
    const name = Namespaces.qualified(tag.uri, tag.local)
    if (name === "mc:Choice") attributes.set("unknown", unknownRequirements(parser, attributes.get("Requires") ?? ""))
    const element = { name, attributes, children: [] }
    add(element)
    stack.push(element)
  })
  parser.on("closetag", () => void stack.pop())
  parser.write(source).close()
  const root = top.children.find((node) => typeof node !== "string")
  return root ?? refuse("corrupted")
}

/** The root element. Fails with `corrupted`, or with `inflates_too_much` when it has too many elements. */
export const parse = (bytes: Uint8Array): Effect.Effect<Element, DocumentRefused.DocumentRefused> =>
  Effect.try({
    try: () => tree(new TextDecoder(encodingOf(bytes)).decode(bytes)),
    catch: (error) => new DocumentRefused.DocumentRefused({ reason: error instanceof Refusal ? error.reason : "corrupted" })
  })
