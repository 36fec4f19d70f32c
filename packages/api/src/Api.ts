/** The public HTTP API: four endpoints under `/api/v1`. Everything that a client may rely on is declared here. */
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "@effect/platform"
import { Schema } from "effect"
import { Wire } from "./ApiError.js"
import { Authentication } from "./Authentication.js"
import * as Describe from "./Describe.js"
import * as Envelope from "./Envelope.js"
import * as Request from "./Request.js"

const extract = HttpApiEndpoint.post("extract", "/extract")
  .setUrlParams(Request.Parameters)
  .setHeaders(Request.Headers)
  .setPayload(Request.Payload)
  .addSuccess(Envelope.Extracted)
  .addSuccess(Envelope.Accepted, { status: 202 })
  .addError(Wire.UnsupportedFormat)
  .addError(Wire.FileTooLarge)
  .addError(Wire.NoFile)
  .addError(Wire.InvalidRequest)
  .addError(Wire.QuotaExceeded)
  .addError(Wire.IdempotencyConflict)
  .addError(Wire.Unprocessable)
  .middleware(Authentication)
  .annotateContext(OpenApi.annotations({
    summary: "Extract structured data from a CV",
    description: "One successful extraction with a live key costs one credit; a failed or sandbox one costs none.",
    transform: Describe.operation({ 200: Describe.extracted, 202: Describe.accepted })
  }))

const usage = HttpApiEndpoint.get("usage", "/usage")
  .setUrlParams(Request.UsageParameters)
  .addSuccess(Envelope.Usage)
  .addError(Wire.InvalidRequest)
  .middleware(Authentication)
  .annotateContext(OpenApi.annotations({
    summary: "Credits of the account in the current period",
    transform: Describe.operation({ 200: Describe.rateLimit })
  }))

const job = HttpApiEndpoint.get("job")`/job/${HttpApiSchema.param("id", Schema.String)}`
  .setUrlParams(Request.JobParameters)
  .addSuccess(Envelope.JobAnswer)
  .addError(Wire.InvalidRequest)
  .addError(Wire.NotFound)
  .middleware(Authentication)
  .annotateContext(OpenApi.annotations({
    summary: "Status and result of one extraction",
    transform: Describe.operation({ 200: Describe.rateLimit })
  }))

const health = HttpApiEndpoint.get("health", "/health")
  .addSuccess(Envelope.Health)
  .addError(Envelope.Health, { status: 503 })
  .annotateContext(OpenApi.annotations({
    summary: "Public health check",
    transform: Describe.operation({})
  }))

const group = HttpApiGroup.make("extraction", { topLevel: true })
  .add(extract)
  .add(usage)
  .add(job)
  .add(health)
  .annotateContext(OpenApi.annotations({ title: "CV extraction" }))

export class Api extends HttpApi.make("excv")
  .add(group)
  .addError(Wire.InternalError)
  .addError(Wire.ServiceUnavailable)
  .prefix("/api/v1")
  .annotate(HttpApi.AdditionalSchemas, Envelope.named)
  .annotateContext(OpenApi.annotations({
    title: "excv",
    version: "1",
    description: "Turns a CV into structured, grounded JSON. Every response carries X-Request-Id; every error has the shape of `Error`.",
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
    servers: [{ url: "/" }],
    transform: Describe.document
  }))
{}

/** OpenAPI 3.1 of all this. Members may be added to answers, so none is forbidden. */
export const document = (): OpenApi.OpenAPISpec => OpenApi.fromApi(Api, { additionalPropertiesStrategy: "allow" })
