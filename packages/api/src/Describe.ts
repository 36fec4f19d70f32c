/** What OpenAPI says beyond the schemas: the headers of the answers. Apart, because the platform has no place for them. */
import { table } from "./ErrorCode.js"

interface Header {
  readonly description: string
  readonly schema: { readonly type: "string" | "integer" }
}
type Headers = Readonly<Record<string, Header>>

const text = (description: string): Header => ({ description, schema: { type: "string" } })
const integer = (description: string): Header => ({ description, schema: { type: "integer" } })

const requestId: Headers = { "X-Request-Id": text("Identifies the request; a sane one that the client sends is kept") }

export const rateLimit: Headers = {
  "RateLimit-Limit": integer("Requests that the key may make in a burst"),
  "RateLimit-Remaining": integer("Requests that are left now"),
  "RateLimit-Reset": integer("Seconds until all of them are there again")
}

const job: Headers = { "X-Job-Id": text("Unique job identifier") }

export const extracted: Headers = {
  ...rateLimit,
  ...job,
  "X-Processing-Time-Ms": integer("Processing time in milliseconds"),
  "X-Model-Used": text("The model that produced the accepted answer")
}

export const accepted: Headers = { ...rateLimit, ...job, Location: text("Where the job is polled") }

const retryAfter: Headers = { "Retry-After": integer("Seconds to wait before the next try") }

/** A caller who is not known has no rate. */
const unknownCaller = "401"

const errors: Readonly<Record<string, Headers>> = { 429: retryAfter, 503: retryAfter }

const codesOf = (status: string): ReadonlyArray<string> =>
  Object.entries(table).filter(([, row]) => String(row.status) === status).map(([code]) => code)

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null

const mapValues = (value: unknown, change: (value: Json, key: string) => Json): Json =>
  Object.fromEntries(
    Object.entries(isJson(value) ? value : {}).map(([key, member]) => [key, isJson(member) ? change(member, key) : member])
  )

/** Adds the headers of each status to the responses of an operation. */
export const operation = (headers: Readonly<Record<number, Headers>>) => (operation: Json): Json => ({
  ...operation,
  responses: mapValues(operation.responses, (response, status) => ({
    ...response,
    ...(codesOf(status).length > 1 ? { description: codesOf(status).join(", ") } : {}),
    headers: {
      ...requestId,
      ...(Object.keys(headers).length > 0 && status !== unknownCaller ? rateLimit : {}),
      ...errors[status],
      ...headers[Number(status)]
    }
  }))
})

const platformError = "#/components/schemas/HttpApiDecodeError"

/** A malformed request answers with `InvalidRequest`: the platform's own decoding error is never sent. */
export const document = (document: Json): Json => {
  const components = isJson(document.components) ? document.components : {}
  const { HttpApiDecodeError: _, ...schemas } = isJson(components.schemas) ? components.schemas : {}
  return {
    ...document,
    components: { ...components, schemas },
    paths: mapValues(document.paths, (path) => mapValues(path, (operation) => ({
      ...operation,
      responses: Object.fromEntries(
        Object.entries(mapValues(operation.responses, (response) => ({
          ...response,
          content: mapValues(response.content, (media) => ({ ...media, schema: withoutPlatformError(media.schema) }))
        }))).filter(([, response]) => !JSON.stringify(response).includes(platformError))
      )
    })))
  }
}

const withoutPlatformError = (schema: unknown): unknown => {
  if (!isJson(schema) || !Array.isArray(schema.anyOf)) return schema
  const members = schema.anyOf.filter((member: unknown) => !isJson(member) || member.$ref !== platformError)
  return members.length === 1 ? members[0] : { ...schema, anyOf: members }
}
