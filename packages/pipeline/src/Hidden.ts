/** Text that a reader cannot see was cut by the decoder; here the answer says so, once for each page and reason. */
import type { Document, Issue } from "@excv/schema"
import * as Stage from "./Stage.js"

const sentences: Readonly<Record<Document.HiddenReason, string>> = {
  no_contrast: "Text in the colour of its background was ignored.",
  tiny: "Text too small to be read was ignored.",
  off_page: "Text outside of the page was ignored.",
  clipped: "Text outside of the painted area was ignored.",
  covered: "Text behind a picture or a filled area was ignored.",
  layer_off: "Text in a layer that is switched off was ignored.",
  zero_width: "Characters without a shape were ignored.",
  invisible: "Text that is marked as hidden or painted without ink was ignored."
}

export const issues = (pages: ReadonlyArray<Document.RawPage>): ReadonlyArray<Issue.Issue> =>
  pages.flatMap(({ hidden, number }) =>
    hidden.map((reason) => Stage.issue("hidden_text_ignored", sentences[reason], { page: number })))
