/** The parts of a document and what relates them: the main part, its styles, numbers, headers, and the targets of links. */
import { DocumentRefused } from "@excv/provider"
import { Effect } from "effect"
import type { Archive } from "./Archive.js"
import * as Element from "./Element.js"
import * as Xml from "./Xml.js"

export interface Relationship {
  readonly id: string
  /** the last word of its type, such as `styles` */
  readonly type: string
  /** the name of a part, or the address that an external one leads to */
  readonly target: string
  readonly isExternal: boolean
}

/** A part with what it refers to. */
export interface Part {
  readonly root: Element.Element
  readonly relationships: ReadonlyMap<string, Relationship>
}

const corrupted = new DocumentRefused.DocumentRefused({ reason: "corrupted" })

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1)

/** The name of the part that a target means, seen from the part that names it; it never leaves the archive. */
const resolve = (from: string, target: string): string => {
  const steps = target.startsWith("/") ? target.split("/") : `${folderOf(from)}${target}`.split("/")
  const names: Array<string> = []
  for (const step of steps) {
    if (step === "..") names.pop()
    else if (step !== "" && step !== ".") names.push(step)
  }
  return names.join("/")
}

const relationshipOf = (from: string) => (element: Element.Element): ReadonlyArray<Relationship> => {
  const [id, type, target] = ["Id", "Type", "Target"].map((name) => Element.attribute(element, name))
  if (id === undefined || type === undefined || target === undefined) return []
  const isExternal = Element.attribute(element, "TargetMode")?.toLowerCase() === "external"
  return [{ id, type: type.slice(type.lastIndexOf("/") + 1), target: isExternal ? target : resolve(from, target), isExternal }]
}

const relationships = Effect.fn("Parts.relationships")(function*(archive: Archive, name: string) {
  const folder = folderOf(name)
  const bytes = yield* archive.read(`${folder}_rels/${name.slice(folder.length)}.rels`)
  if (bytes === null) return []
  return Element.children(yield* Xml.parse(bytes), "rel:Relationship").flatMap(relationshipOf(name))
})

/** The part with this name, null when it is not there. */
export const read = Effect.fn("Parts.read")(function*(archive: Archive, name: string) {
  const bytes = yield* archive.read(name)
  if (bytes === null) return null
  const root = yield* Xml.parse(bytes)
  const related = yield* relationships(archive, name)
  const part: Part = { root, relationships: new Map(related.map((relationship) => [relationship.id, relationship])) }
  return part
})

/** What is inflated of all that a document relates to. */
const wanted = new Set(["theme", "styles", "numbering", "settings", "header", "footer"])

/** The main part; fails with `corrupted` where there is none. All parts are inflated before the first long one is parsed, which costs more. */
export const main = Effect.fn("Parts.main")(function*(archive: Archive) {
  const roots = yield* relationships(archive, "")
  const name = roots.find(({ isExternal, type }) => type === "officeDocument" && !isExternal)?.target ?? "word/document.xml"
  yield* archive.read(name)
  for (const { isExternal, target, type } of yield* relationships(archive, name)) {
    if (!isExternal && wanted.has(type)) yield* archive.read(target)
  }
  const part = yield* read(archive, name)
  if (part === null || part.root.name !== "w:document") return yield* corrupted
  return part
})

/** The first part that this one has of a type, null when it has none. */
export const related = (archive: Archive, { relationships: all }: Part, type: string) => {
  const found = [...all.values()].find((relationship) => relationship.type === type && !relationship.isExternal)
  return found === undefined ? Effect.succeed(null) : read(archive, found.target)
}
