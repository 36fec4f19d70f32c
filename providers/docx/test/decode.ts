/** Word documents written by hand, and what the decoder and the layout make of them. */
import { Limits } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import { strToU8, zipSync } from "fflate"
import { DocxDecoder } from "../src/index.js"

const transitional = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main", r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006", a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  wpg: "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", v: "urn:schemas-microsoft-com:vml", w14: "http://schemas.microsoft.com/office/word/2010/wordml"
}

export const strict = { ...transitional, w: "http://purl.oclc.org/ooxml/wordprocessingml/main", r: "http://purl.oclc.org/ooxml/officeDocument/relationships" }

export interface Source {
  /** XML of blocks */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly theme?: string
  /** XML of blocks */
  readonly header?: string
  readonly footer?: string
  /** addresses by the names of their relationships */
  readonly links?: Readonly<Record<string, string>>
  readonly namespaces?: Readonly<Record<string, string>>
  readonly section?: string
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

const relationships = (entries: ReadonlyArray<string>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`

const margins = "<w:pgSz w:w=\"12000\" w:h=\"16000\"/><w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\" w:left=\"1000\" w:header=\"400\" w:footer=\"400\"/>"

/** A page of 600 × 800 points with margins of 50. */
export const build = (source: Source): Uint8Array => {
  const xmlns = Object.entries(source.namespaces ?? transitional).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("")
  const wrapped = (name: string, content: string | undefined) => (content === undefined ? undefined : `<${name}${xmlns}>${content}</${name}>`)
  const parts = {
    styles: wrapped("w:styles", source.styles), numbering: wrapped("w:numbering", source.numbering), settings: wrapped("w:settings", source.settings),
    theme: wrapped("a:theme", source.theme), header: wrapped("w:hdr", source.header), footer: wrapped("w:ftr", source.footer)
  }
  const given = Object.entries(parts).flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]))
  const references = ["header", "footer"].filter((name) => given.some(([part]) => part === name)).map((name) => `<w:${name}Reference w:type="default" r:id="${name}"/>`).join("")
  const files = {
    "[Content_Types].xml": "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    "_rels/.rels": relationships([`<Relationship Id="m" Type="${office}/officeDocument" Target="/word/document.xml"/>`]),
    "word/document.xml": `<w:document${xmlns}><w:body>${source.body}<w:sectPr>${references}${margins}${source.section ?? ""}</w:sectPr></w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships([
      ...given.map(([name]) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`),
      ...Object.entries(source.links ?? {}).map(([id, url]) => `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${url}" TargetMode="External"/>`)
    ]),
    ...Object.fromEntries(given.map(([name, content]) => [`word/${name}.xml`, content]))
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])))
}

export const decode = (source: Source | Uint8Array, limits: Partial<Limits.Limits> = {}) =>
  DocxDecoder.decoder.decode(source instanceof Uint8Array ? source : build(source), { ...Limits.standard, ...limits })

/** The first page. */
export const page = (source: Source): Effect.Effect<Document.RawPage, unknown> =>
  Effect.flatMap(decode(source), ([first]) => (first === undefined ? Effect.fail("no page") : Effect.succeed(first)))

/** Words of all pages in the order of the file, joined by spaces. */
export const text = (source: Source) =>
  Effect.map(decode(source), (pages) => pages.flatMap(({ words }) => words.map((word) => word.text)).join(" "))

export const run = (content: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${content}</w:t></w:r>`

export const p = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") ? content : run(content)}</w:p>`
