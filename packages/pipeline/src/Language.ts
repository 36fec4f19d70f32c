/** The language of a document's text. */
import { Text } from "@excv/lexicon"
import { Document, type Draft } from "@excv/schema"

/** ISO 639-1; the text decides, and where it cannot, the extractor; null when neither can. */
export const of = (draft: Draft.Draft, document: Document.Document): string | null =>
  Text.detectLanguage(Document.text(document)) ?? draft.detected_language
