/** How the pictures of pages are read. */
import type { Decoder, Limits, OcrEngine } from "@excv/provider"
import { Picture, type View } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect, Option } from "effect"
import * as Glance from "./Glance.js"
import * as Overlay from "./Overlay.js"
import * as Views from "./Views.js"

/** A document as its decoder gave it. */
export interface Decoded {
  readonly bytes: Uint8Array
  readonly decoder: Decoder
  readonly pages: ReadonlyArray<Document.RawPage>
}

export interface ReadPage {
  readonly page: Document.RawPage
  /** of one that could hardly be read, when somebody wishes for pictures */
  readonly view: View.PageView | null
}

/** What reads pictures. */
export interface Reader {
  /** The pages that need it; those that cannot be read are left out. Seconds a page. */
  readonly read: (decoded: Decoded, limits: Limits.Limits, wish: View.Wish | null) => Effect.Effect<ReadonlyArray<ReadPage>>
}

/** What it reads with. */
export interface Tools {
  readonly engine: OcrEngine
  readonly preparer: Picture.Preparer
  readonly drawer: View.Drawer
}

const hasOverlay = ({ overlay }: Document.RawPage): boolean => overlay !== undefined

/** A layer that nobody sees is compared with the picture of its page. */
export const needsOcr = (page: Document.RawPage): boolean => !page.isBlank && (!page.hasUsableText || hasOverlay(page))

/** All that its text layer says. */
export const layered = ({ overlay = [], ...page }: Document.RawPage): Document.RawPage => ({ ...page, words: [...page.words, ...overlay] })

/** em of a word, from its top: a thin line in between is made of the letters, or strikes them out; it parts nothing */
const lettersFrom = 0.1
const lettersTo = 0.85

const isAmongLetters = ({ box: rule }: Document.Shape, words: ReadonlyArray<Document.Word>): boolean => {
  const y = rule.y + rule.height / 2
  return rule.height < rule.width && words.some(({ box }) =>
    rule.x < box.x + box.width && rule.x + rule.width > box.x && y > box.y + lettersFrom * box.height && y < box.y + lettersTo * box.height)
}

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

/** As many pages show the language of a document, side by side: each takes a thread with some 80 MB. */
const glanced = 2
/** Pages whose pictures are held at the same time: two are read while the next is looked at. */
const atOnce = 3

/** The picture of a page, ready to be read; nothing when it cannot be drawn or looked at. */
const lookAt = ({ bytes, decoder }: Decoded, { engine, preparer }: Tools, limits: Limits.Limits, isLanguageKnown: boolean) => (page: Document.RawPage) =>
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
export const using = (tools: Tools): Reader => ({
  read: Effect.fn("Reader.read")(function*(decoded, limits, wish) {
    const { drawer, engine } = tools
    const pages = decoded.pages.filter(needsOcr)
    const first = yield* Effect.forEach(pages.slice(0, glanced), lookAt(decoded, tools, limits, false), { concurrency: glanced })
    const language = Glance.languageOf(engine, first.flatMap(Option.toArray), decoded.pages.map(layered))
    const look = lookAt(decoded, tools, limits, true)
    const readPage = (page: Document.RawPage, index: number) =>
      Effect.gen(function*() {
        const { drawn, prepared } = yield* (yield* index < first.length ? Effect.succeed(first[index] ?? Option.none()) : look(page))
        const words = yield* engine.read(prepared.picture, language, limits.ocrTimeout)
        const agreed = confirmed(page, drawn, words)
        if (agreed !== null) return { page: agreed, view: null }
        const view = yield* Views.draw(wish && { drawer, wish }, { index, page: page.number }, prepared.picture, words)
        return { page: seen(page.hasUsableText && words.length > 0 ? unseen(page) : page, prepared, words), view }
      }).pipe(Effect.option)
    return (yield* Effect.forEach(pages, readPage, { concurrency: atOnce })).flatMap(Option.toArray)
  })
})
