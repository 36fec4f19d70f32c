/** What differs between the fake servers: how a vendor reads a question, checks it, and writes answers and errors. */
import type { IncomingHttpHeaders } from "node:http"
import type { Stop } from "./Play.js"

export interface Json {
  readonly [key: string]: unknown
}

/** A question as the vendor would understand it. */
export interface Heard {
  readonly model: string
  readonly instructions: string
  /** all of the user's turns */
  readonly text: string
  /** turns of the model that were sent back to it */
  readonly earlier: ReadonlyArray<string>
  readonly pictures: ReadonlyArray<{ readonly mediaType: string; readonly bytes: Uint8Array }>
  readonly schema: Json | null
}

export interface Request {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Json
}

export interface Problem {
  readonly status: number
  readonly code: string
  readonly message: string
}

export interface Vendor {
  /** null: the vendor would take it */
  readonly problemOf: (request: Request) => Problem | null
  readonly hear: (request: Request) => Heard
  readonly answer: (request: Request, text: string, stop: Stop, tokens: { readonly input: number; readonly output: number }) => Json
  readonly error: (problem: Problem) => Json
}

export const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): ReadonlyArray<Json> => (Array.isArray(value) ? value.filter(isJson) : [])

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** The first member that the vendor does not know. */
export const unknownMember = (body: Json, known: ReadonlyArray<string>): string | undefined =>
  Object.keys(body).find((key) => !known.includes(key))
