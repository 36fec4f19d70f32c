/** Pages that OCR could hardly read are kept as pictures too, for extractors that read pictures. */
import type { Document } from "@excv/schema"
import type { Picture, View } from "@excv/provider"
import { Effect } from "effect"
import * as Glance from "./Glance.js"

/** What draws, and how large. */
export interface Studio {
  readonly drawer: View.Drawer
  readonly wish: View.Wish
}

/** Mean confidence of the words. Over the scans of the fixtures, the pages below it are those with most misread values. */
export const poorBelief = 0.92

/** A page that is not blank and has so few words is one of which OCR saw only a part. */
export const fewWords = 20

/** Without a word there is no evidence, whatever the picture says. */
export const isPoor = (words: ReadonlyArray<Document.Word>): boolean =>
  words.length > 0 && (words.length < fewWords || Glance.belief(words) < poorBelief)

/** Null for a page that OCR read well, and behind the first pages that may be shown. `index` counts the pages that OCR reads from 0. */
export const draw = (
  studio: Studio | null,
  { index, page }: { readonly index: number; readonly page: number },
  picture: Picture.Picture,
  words: ReadonlyArray<Document.Word>
): Effect.Effect<View.PageView | null> =>
  studio === null || index >= studio.wish.maxPages || !isPoor(words)
    ? Effect.succeed(null)
    : Effect.map(studio.drawer.draw(picture, studio.wish.longSide), (drawn) => drawn && { ...drawn, page })

const holdsPicturesOnly = ({ hidden, links, overlay = [], words }: Document.RawPage): boolean =>
  words.length + overlay.length + hidden.length + links.length === 0

/** A file with text in it that nobody sees is never shown whole. */
export const pdfOf = (bytes: Uint8Array, isPdf: boolean, pages: ReadonlyArray<Document.RawPage>, drawn: ReadonlyArray<View.PageView>): Uint8Array | null =>
  isPdf && drawn.length === pages.length && pages.every(holdsPicturesOnly) ? bytes : null
