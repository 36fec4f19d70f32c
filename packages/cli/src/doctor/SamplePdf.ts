/** A one-page PDF with a line of text, made here, so that the doctor needs no file. */

const text = "Erika Example, engineer, erika@example.com"

const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`

const objects = [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
]

/** The table of the objects gives each one's place in the file, in exactly 20 bytes. */
const make = (): string => {
  const parts = ["%PDF-1.4\n"]
  const places = objects.map((object, index) => {
    const place = parts.join("").length
    parts.push(`${index + 1} 0 obj\n${object}\nendobj\n`)
    return `${String(place).padStart(10, "0")} 00000 n \n`
  })
  const body = parts.join("")
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}` +
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

export const bytes: Uint8Array = new TextEncoder().encode(make())
