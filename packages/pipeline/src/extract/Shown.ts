/** Which pictures are made for a chain, and what each of its extractors is shown of them. */
import type { Extractor, View } from "@excv/provider"

/** One set of pictures for all: as many as one wishes, and no larger than each can take. Null when nobody wishes for any. */
export const wishOf = (chain: ReadonlyArray<Extractor>): View.Wish | null => {
  const wishes = chain.flatMap(({ wish }) => wish ?? [])
  return wishes.length === 0 ? null : { longSide: Math.min(...wishes.map(({ longSide }) => longSide)), maxPages: Math.max(...wishes.map(({ maxPages }) => maxPages)) }
}

const within = ({ pages, pdf }: View.Views, { maxPages }: View.Wish): View.Views =>
  pages.length <= maxPages ? { pages, pdf } : { pages: pages.slice(0, maxPages), pdf: null }

/** The extractor with the views before its eyes, whoever calls it. */
export const to = (extractor: Extractor, views: View.Views): Extractor => {
  const { extract, mostUsd, wish } = extractor
  if (wish === undefined || views.pages.length === 0) return extractor
  const shown = within(views, wish)
  return {
    ...extractor,
    extract: (document) => extract(document, shown),
    ...(mostUsd === undefined ? {} : { mostUsd: (document) => mostUsd(document, shown) })
  }
}
