/** Whether a document is worth a call: a blank, tiny or plainly other document costs nothing. */
import type { Document } from "@excv/schema"
import type { Hints } from "./Hints.js"
import { isHeading } from "./Rendering.js"

/** A business card has more. */
const minLetters = 60

const letters = (lines: ReadonlyArray<Document.Line>): number =>
  lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, "").length, 0)

/** Refuses only what has no sign of a CV at all: no address, no telephone number, no period and no title of a section. */
export const isWorthACall = (lines: ReadonlyArray<Document.Line>, { emails, links, periods, phones }: Hints): boolean =>
  letters(lines) >= minLetters &&
  (emails.length + phones.length + links.length + periods.length > 0 || lines.some(isHeading))
