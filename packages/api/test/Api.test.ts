import { Api, ApiError, ErrorCode } from "@excv/api"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Schema } from "effect"

const document = JSON.parse(JSON.stringify(Api.document())) as {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, { readonly properties?: object; readonly required?: ReadonlyArray<string> }> }
}
interface Operation {
  readonly parameters: ReadonlyArray<{ readonly name: string; readonly in: string }>
  readonly security: ReadonlyArray<object>
  readonly requestBody?: { readonly content: Record<string, unknown> }
  readonly responses: Record<string, { readonly headers: object; readonly content: { readonly "application/json": { readonly schema: unknown } } }>
}

const references = (value: unknown): ReadonlyArray<string> =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, member]) => key === "$ref" ? [String(member)] : references(member))

describe("OpenAPI", () => {
  it("is 3.1 and has exactly the four endpoints", () => {
    expect(document.openapi).toBe("3.1.0")
    expect(Object.entries(document.paths).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
      ["/api/v1/extract", ["post"]],
      ["/api/v1/usage", ["get"]],
      ["/api/v1/job/{id}", ["get"]],
      ["/api/v1/health", ["get"]]
    ])
  })

  it("resolves every reference within itself", () => {
    const names = references(document).map((reference) => reference.replace("#/components/schemas/", ""))
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => !(name in document.components.schemas))).toEqual([])
  })

  it("keeps the names of the vocabulary: an Issue is the reader's, not the platform's", () => {
    expect(Object.keys(document.components.schemas.Issue?.properties ?? {})).toEqual(["code", "message", "page", "path"])
    expect(document.components.schemas).not.toHaveProperty("HttpApiDecodeError")
  })

  it("forbids no additional member", () => {
    expect(JSON.stringify(document)).not.toContain("\"additionalProperties\":false")
  })

  const extract = document.paths["/api/v1/extract"]?.post
  it("takes a file by multipart, by URL-encoded form and by JSON", () => {
    expect(Object.keys(extract?.requestBody?.content ?? {}).sort()).toEqual([
      "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
    ])
    expect(JSON.stringify(extract?.requestBody?.content["multipart/form-data"])).toContain("\"format\":\"binary\"")
  })

  it("lists parameters, headers, and the headers of the answers", () => {
    expect(extract?.parameters.map((parameter) => `${parameter.in} ${parameter.name}`).sort()).toEqual([
      "header idempotency-key", "header prefer", "query as_of", "query include", "query max_cost_usd", "query model"
    ])
    expect(Object.keys(extract?.responses[200]?.headers ?? {})).toEqual([
      "X-Request-Id", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-Job-Id", "X-Processing-Time-Ms", "X-Model-Used"
    ])
    expect(extract?.responses[202]?.headers).toHaveProperty("Location")
    expect(extract?.responses[429]?.headers).toHaveProperty("Retry-After")
    expect(extract?.responses[401]?.headers).not.toHaveProperty("RateLimit-Limit")
  })

  it("asks for a bearer key everywhere but at the health check", () => {
    const open = Object.entries(document.paths).filter(([, { get, post }]) => (get ?? post)?.security.length === 0)
    expect(open.map(([path]) => path)).toEqual(["/api/v1/health"])
  })

  it("describes every error code at its status", () => {
    const everywhere = Object.values(document.paths).flatMap((path) => Object.values(path))
    for (const [code, { status }] of Object.entries(ErrorCode.table)) {
      const schemas = everywhere.flatMap((operation) => references(operation.responses[status] ?? {}))
        .map((reference) => JSON.stringify(document.components.schemas[reference.replace("#/components/schemas/", "")]))
      expect(schemas.filter((schema) => schema.includes(`"enum":["${code}"]`)), code).not.toEqual([])
    }
  })
})

describe("errors", () => {
  it.effect("travel in the envelope and come back as the same error", () =>
    Effect.gen(function* () {
      const error = new ApiError.InvalidRequest({ details: { parameter: "as_of" }, requestId: "r-1" })
      const sent = yield* Schema.encode(ApiError.Wire.InvalidRequest)(error)
      expect(sent).toEqual({
        success: false,
        error: {
          code: "INVALID_REQUEST",
          message: "The request is malformed.",
          retryable: false,
          request_id: "r-1",
          details: { parameter: "as_of" }
        }
      })
      expect(yield* Schema.decode(ApiError.Wire.InvalidRequest)(sent)).toEqual(error)
    }))

  it("have the statuses and the retryable flags of the specification", () => {
    const rows = Object.entries(ErrorCode.table).map(([code, row]) => `${row.status} ${code} ${row.retryable ? "yes" : "no"}`)
    expect(rows).toEqual([
      "400 UNSUPPORTED_FORMAT no", "400 FILE_TOO_LARGE no", "400 NO_FILE no", "400 INVALID_REQUEST no",
      "401 UNAUTHORIZED no", "401 INVALID_KEY no", "402 QUOTA_EXCEEDED no", "404 NOT_FOUND no",
      "409 IDEMPOTENCY_CONFLICT no", "422 UNPROCESSABLE no", "429 RATE_LIMITED yes", "500 INTERNAL_ERROR yes",
      "503 SERVICE_UNAVAILABLE yes"
    ])
  })

  it("are told from other errors, and a stored one is raised again", () => {
    expect(ApiError.isApiError(new ApiError.NoFile({}))).toBe(true)
    expect(ApiError.isApiError({ _tag: "NO_FILE", message: "" })).toBe(false)
    expect(ApiError.statusOf(ApiError.fromObject({ code: "UNPROCESSABLE", message: "", details: { reason: "encrypted" } }))).toBe(422)
  })
})
