/**
 * The OCR stage: pages without a usable text layer are read from their pictures, side by side, and those with a layer that nobody sees
 * are compared with theirs. What cannot be read is reported, and a document without any text is refused.
 */
import { type Decoder, DocumentRefused, type Limits, type OcrEngine, Picture, View } from "@excv/provider"
import type { Document, Issue } from "@excv/schema"
import { Effect, Option } from "effect"
import type { Studio } from "./extract/Shown.js"
import * as Hidden from "./Hidden.js"
import * as Glance from "./ocr/Glance.js"
import * as Overlay from "./ocr/Overlay.js"
import * as Views from "./ocr/Views.js"
import * as Stage from "./Stage.js"

/** What reads pictures. */
export interface Reader {
  readonly engine: OcrEngine
  readonly preparer: Picture.Preparer
}

/** A document as its decoder gave it. */
export interface Decoded {
  readonly bytes: Uint8Array
  readonly decoder: Decoder
  readonly pages: ReadonlyArray<Document.RawPage>
}

export interface Read {
  /** words only where they can be read */
  readonly pages: ReadonlyArray<Document.RawPage>
  readonly issues: ReadonlyArray<Issue.Issue>
  /** of pages that could hardly be read */
  readonly views: View.Views
}

const hasOverlay = ({ overlay }: Document.RawPage): boolean => overlay !== undefined

/** A layer that nobody sees is compared with the picture of its page. */
const needsOcr = (page: Document.RawPage): boolean => !page.isBlank && (!page.hasUsableText || hasOverlay(page))

/** All that its text layer says. */
const layered = ({ overlay = [], ...page }: Document.RawPage): Document.RawPage => ({ ...page, words: [...page.words, ...overlay] })

const unread = (page: Document.RawPage) =>
  Stage.issue("page_without_text", "This page has no usable text layer and could not be read from its picture.", { page: page.number })

/** em of a word, from its top: a thin line in between is made of the letters, or strikes them out; it parts nothing */
const lettersFrom = 0.1
const lettersTo = 0.85

const isAmongLetters = ({ box: rule }: Document.Shape, words: ReadonlyArray<Document.Word>): boolean => {
  const y = rule.y + rule.height / 2
  return rule.height < rule.width && words.some(({ box }) =>
    rule.x < box.x + box.width && rule.x + rule.width > box.x && y > box.y + lettersFrom * box.height && y < box.y + lettersTo * box.height)
}

/** The page when nothing reads its picture. */
const unaided = (page: Document.RawPage): Document.RawPage =>
  page.hasUsableText || page.isBlank ? layered(page) : { ...layered(page), words: [] }

/** The page with what the engine saw; its size is that of the upright picture. */
const seen = ({ overlay: _, ...page }: Document.RawPage, { picture, shapes }: Picture.Prepared, words: ReadonlyArray<Document.Word>): Document.RawPage => ({
  ...page, ...Picture.pageSize(picture), source: "ocr", words, links: [], hasUsableText: words.length > 0,
  shapes: shapes.filter((shape) => shape.kind !== "rule" || !isAmongLetters(shape, words))
})

/** The page with what its picture bears out of the layer that nobody sees; null when the picture has to be read instead of what can be seen. */
const confirmed = (page: Document.RawPage, drawn: Picture.Picture, words: ReadonlyArray<Document.Word>): Document.RawPage | null => {
  const { hasUsableText, overlay = [] } = page
  const otherwise = Overlay.says(page.words) > Overlay.says(overlay) ? [] : null
  const agreed = hasUsableText ? Overlay.compare(overlay, drawn, words) ?? otherwise : null
  return agreed && layered({ ...(Overlay.says(overlay) > Overlay.says(agreed) ? unseen(page) : page), overlay: agreed })
}

/** The page with the word that something was left out. */
const unseen = (page: Document.RawPage): Document.RawPage => ({ ...page, hidden: [...new Set([...page.hidden, "invisible" as const])] })

const refuse = (reason: typeof DocumentRefused.Reason.Type) => new DocumentRefused.DocumentRefused({ reason })

/** As many pages show the language of a document, side by side: each takes a thread with some 80 MB. */
const glanced = 2
/** Pages whose pictures are held at the same time: two are read while the next is looked at. */
const atOnce = 3

/** The picture of a page, ready to be read; nothing when it cannot be drawn or looked at. */
const lookAt = ({ bytes, decoder }: Decoded, { engine, preparer }: Reader, limits: Limits.Limits, isLanguageKnown: boolean) => (page: Document.RawPage) =>
  decoder.picture === null
    ? Effect.succeedNone
    : Effect.bindTo(decoder.picture(bytes, page.number, limits), "drawn").pipe(
      Effect.bind("prepared", ({ drawn }) => preparer.prepare(drawn)),
      Effect.timeout(limits.decodeTimeout),
      Effect.bind("glance", ({ prepared }) => Glance.read(engine, prepared, limits.ocrTimeout, isLanguageKnown)),
      Effect.map(({ drawn, glance }) => ({ ...glance, drawn })),
      Effect.option
    )

/** First the language that all are read in, then page by page. Pages that cannot be read are left out. */
const readPictures = Effect.fn("Ocr.readPictures")(function*(decoded: Decoded, reader: Reader, limits: Limits.Limits, studio: Studio | null) {
  const pages = decoded.pages.filter(needsOcr)
  const first = yield* Effect.forEach(pages.slice(0, glanced), lookAt(decoded, reader, limits, false), { concurrency: glanced })
  const language = Glance.languageOf(reader.engine, first.flatMap(Option.toArray), decoded.pages.map(layered))
  const look = lookAt(decoded, reader, limits, true)
  const readPage = (page: Document.RawPage, index: number) =>
    Effect.gen(function*() {
      const { drawn, prepared } = yield* (yield* index < first.length ? Effect.succeed(first[index] ?? Option.none()) : look(page))
      const words = yield* reader.engine.read(prepared.picture, language, limits.ocrTimeout)
      const agreed = confirmed(page, drawn, words)
      if (agreed !== null) return { page: agreed, view: null }
      const view = yield* Views.draw(studio, { index, page: page.number }, prepared.picture, words)
      return { page: seen(page.hasUsableText && words.length > 0 ? unseen(page) : page, prepared, words), view }
    }).pipe(Effect.option)
  return (yield* Effect.forEach(pages, readPage, { concurrency: atOnce })).flatMap(Option.toArray)
})

const viewsOf = ({ bytes, decoder, pages }: Decoded, found: ReadonlyArray<{ readonly view: View.PageView | null }>): View.Views => {
  const drawn = found.flatMap(({ view }) => view ?? [])
  return drawn.length === 0 ? View.none : { pages: drawn, pdf: Views.pdfOf(bytes, decoder.mediaTypes.includes("application/pdf"), pages, drawn) }
}

/**
 * Without a reader only text layers count; without a studio no pictures are kept. Fails with `blank` when nothing is on any page, with
 * `no_text` when nothing can be read.
 */
export const read = Effect.fn("Ocr.read")(function*(decoded: Decoded, reader: Reader | null, limits: Limits.Limits, studio: Studio | null = null) {
  const written = decoded.pages.filter((page) => !page.isBlank)
  if (written.length === 0) return yield* refuse("blank")
  const found = reader === null || !written.some(needsOcr) ? [] : yield* readPictures(decoded, reader, limits, studio)
  const read = new Map(found.map(({ page }) => [page.number, page]))
  const pages = decoded.pages.map((page) => read.get(page.number) ?? unaided(page))
  if (!pages.some((page) => page.hasUsableText)) return yield* refuse("no_text")
  return { pages, issues: [...Hidden.issues(pages), ...pages.filter(needsOcr).map(unread)], views: viewsOf(decoded, found) } satisfies Read
})
