/** Writes small PDF files by hand: one content stream a page, set in Helvetica. */

export interface Page {
  /** operators of the page, such as `BT /F1 12 Tf 72 700 Td (Hello) Tj ET`; A4, origin at the bottom left */
  readonly content: string
  readonly rotate?: number
  /** further resources, such as `/ExtGState << /G0 6 0 R >>` */
  readonly resources?: string
}

const object = (number: number, body: string) => `${number} 0 obj\n${body}\nendobj\n`

export const stream = (dictionary: string, content: string): string => `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** The bytes of a PDF with these pages; `pagesBody` replaces the page tree's root, to break it. `further` objects come behind one page as 6, 7 … */
export const build = (pages: ReadonlyArray<Page>, pagesBody?: string, further: ReadonlyArray<string> = []): Uint8Array => {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    pagesBody ?? `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap(({ content, resources = "", rotate = 0 }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
      stream("", content)
    ]),
    ...further
  ]
  let text = "%PDF-1.4\n"
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += object(index + 1, body)
    return offset
  })
  const start = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(text, "latin1"))
}

/** A string shown at a place, in points from the bottom left. */
export const show = (text: string, x: number, y: number, before = ""): string => `BT ${before} /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`
