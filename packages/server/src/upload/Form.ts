/** The three forms of a body, read into the same fields: multipart, URL-encoded and JSON. */
import { ApiError } from "@excv/api"
import { Effect } from "effect"
import * as Multipasta from "multipasta"
import { incomplete } from "./Body.js"

/** By name. A file is bytes; all else is text, or whatever JSON holds. */
export type Fields = ReadonlyMap<string, unknown>

type Parsed = Effect.Effect<Fields, ApiError.InvalidRequest>

/** An empty body is a form without fields. */
export const parse = (contentType: string | undefined, body: Buffer): Parsed => {
  if (body.length === 0) return Effect.succeed(new Map())
  switch (contentType?.split(";", 1)[0]?.trim().toLowerCase()) {
    case "multipart/form-data":
      return multipart(contentType ?? "", body)
    case "application/x-www-form-urlencoded":
      return urlEncoded(body)
    case "application/json":
      return json(body)
    default:
      return unknownType
  }
}

const unknownType = new ApiError.InvalidRequest({
  message: "Send multipart/form-data, application/x-www-form-urlencoded or application/json.",
  details: { parameter: "content-type" }
})

const maxParts = 32

/** Parsed in one piece: the body is in memory anyway, and no boundary can fall between two chunks. */
const multipart = (contentType: string, body: Buffer): Parsed =>
  Effect.try({
    try: () => {
      const fields = new Map<string, Buffer>()
      const state = { done: false, broken: false }
      const broken = () => {
        state.broken = true
      }
      const parser = Multipasta.make({
        headers: { "content-type": contentType },
        maxParts,
        isFile: () => true,
        onField: broken,
        onFile: ({ name }) => {
          const chunks: Array<Uint8Array> = []
          if (fields.has(name)) broken()
          return (chunk) => {
            if (chunk !== null) chunks.push(chunk)
            else fields.set(name, asBuffer(chunks))
          }
        },
        onError: broken,
        onDone: () => {
          state.done = true
        }
      })
      parser.write(body)
      parser.end()
      return state.done && !state.broken ? fields : null
    },
    catch: () => malformed("multipart/form-data")
  }).pipe(
    Effect.filterOrFail((fields) => fields !== null, () => malformed("multipart/form-data")),
    Effect.map((fields) => new Map(Array.from(fields, ([name, value]) => [name, name === "file" ? value : value.toString()])))
  )

const asBuffer = (chunks: ReadonlyArray<Uint8Array>): Buffer => {
  const [first] = chunks
  return first !== undefined && chunks.length === 1
    ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
    : Buffer.concat(chunks)
}

/** `+` is a digit of base64: clients that forget to escape it mean it, and a form would read it as a space. */
const urlEncoded = (body: Buffer): Parsed =>
  Effect.succeed(new Map(Array.from(new URLSearchParams(body.toString("latin1")), ([name, value]) =>
    [name, name === "base64" ? value.replaceAll(" ", "+") : value])))

const json = (body: Buffer): Parsed =>
  Effect.try({ try: (): unknown => JSON.parse(body.toString("utf8")), catch: () => malformed("JSON") }).pipe(
    Effect.filterOrFail(
      (value): value is object => typeof value === "object" && value !== null && !Array.isArray(value),
      () => incomplete("The body must be a JSON object.")
    ),
    Effect.map((value) => new Map(Object.entries(value)))
  )

const malformed = (form: string) => incomplete(`The body is not well-formed ${form}.`)
