/** A client as others write it: `fetch`, forms and JSON. */
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { TestServer } from "./TestServer.js"

/** A real one-page CV. */
export const cv: Uint8Array<ArrayBuffer> = new Uint8Array(
  readFileSync(new URL("../../../fixtures/documents/priya-raman_classic.pdf", import.meta.url))
)

/** The smallest PDF with this line: for tests that are not about the content. */
export const note = (line: string): Uint8Array<ArrayBuffer> => {
  const content = `BT /F 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${objects.join("")}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`))
}

export const small = note("Priya Raman")

export interface Envelope {
  readonly success: boolean
  readonly data: Record<string, unknown>
  readonly meta?: Record<string, unknown>
  readonly spending?: Record<string, unknown>
  readonly error: {
    readonly code: string
    readonly message: string
    readonly retryable: boolean
    readonly request_id: string
    readonly details?: Record<string, unknown>
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Envelope
}

export interface Sent {
  readonly method?: string
  readonly key?: string
  readonly headers?: Record<string, string>
  readonly body?: NonNullable<RequestInit["body"]>
}

export const send = Effect.fn(function* (path: string, sent: Sent = {}) {
  const { url } = yield* TestServer
  return yield* sendTo(url, path, sent)
})

export const sendTo = (url: string, path: string, { body, headers = {}, key, method = "GET" }: Sent = {}) =>
  Effect.promise(async (signal): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      signal,
      headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
      ...(body === undefined ? {} : { body })
    })
    const text = await response.text()
    const isJson = text !== "" && response.headers.get("content-type") === "application/json"
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} }
  })

export type Fields = Readonly<Record<string, string>>

/** One file and fields, in each form that the API takes. */
export const forms: Readonly<Record<string, (file: Uint8Array<ArrayBuffer>, fields?: Fields) => Pick<Sent, "body" | "headers">>> = {
  "multipart file": (file, fields = {}) => ({ body: multipart({ file: new Blob([file]), ...fields }) }),
  "multipart base64": (file, fields = {}) => ({ body: multipart({ ...encoded(file), ...fields }) }),
  "URL-encoded base64": (file, fields = {}) => ({ body: new URLSearchParams({ ...encoded(file), ...fields }) }),
  "JSON base64": (file, fields = {}) => json({ ...encoded(file), ...fields })
}

export const json = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" }
})

export const multipart = (fields: Readonly<Record<string, string | Blob>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") form.append(name, value)
    else form.append(name, value, "cv.pdf")
  }
  return form
}

const encoded = (file: Uint8Array) => ({
  base64: Buffer.from(file).toString("base64"),
  content_type: "application/pdf"
})

export const extract = (key: string, form: Pick<Sent, "body" | "headers">, headers: Record<string, string> = {}, query = "") =>
  send(`/api/v1/extract${query}`, { method: "POST", key, ...form, headers: { ...form.headers, ...headers } })

/** A file in the default form. */
export const file = (bytes: Uint8Array<ArrayBuffer> = cv, fields: Fields = {}) => ({
  body: multipart({ file: new Blob([bytes]), ...fields })
})
