/**
 * A document's text, read apart from the product: what decides whether a value is invented must not come from what is measured.
 * PDF only, by pdf.js; the text holds the targets of the links, and also what a reader may not see.
 */
import { Effect } from "effect"

/** Null when the file is no PDF, or pdf.js cannot read it. */
export const read = (bytes: Uint8Array): Effect.Effect<string | null> =>
  isPdf(bytes) ? Effect.tryPromise(() => readPdf(bytes)).pipe(Effect.orElseSucceed(() => null)) : Effect.succeed(null)

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")

const readPdf = async (bytes: Uint8Array): Promise<string> => {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs")
  // A copy, because pdf.js takes the bytes away from who gives them; verbosity 0 keeps its warnings out of the tables.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: true })
  try {
    const pdf = await task.promise
    const pages: Array<string> = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.map((item) => "str" in item ? item.str + (item.hasEOL ? "\n" : "") : "").join(""))
      pages.push(...linksOf(await page.getAnnotations()))
    }
    return pages.join("\n")
  } finally {
    await task.destroy()
  }
}

const linksOf = (annotations: ReadonlyArray<{ readonly url?: string; readonly unsafeUrl?: string }>): ReadonlyArray<string> =>
  annotations.flatMap((annotation) => annotation.url ?? annotation.unsafeUrl ?? [])
