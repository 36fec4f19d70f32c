/** The public endpoints, joined to what they do. */
import { HttpApiBuilder, HttpServerResponse } from "@effect/platform"
import { Api, ApiError, Authentication } from "@excv/api"
import type { Envelope, Request } from "@excv/api"
import { DailySpending, Database, Jobs } from "@excv/store"
import { Clock, Effect, Option } from "effect"
import { Admission } from "../work/Admission.js"
import * as Extract from "./Extract.js"
import * as Failure from "./Failure.js"
import * as JobResponse from "./JobResponse.js"

/** Anything else is no identifier of a job, and costs no query. */
const jobId = /^[A-Za-z0-9_-]{1,64}$/

const usage = ({ include }: Request.UsageParameters) =>
  Effect.gen(function* () {
    const { accountId, usage } = yield* Authentication.Caller
    const answer = { success: true as const, data: usage() }
    return include === undefined ? answer : { ...answer, spending: yield* spending(accountId) }
  })

const spending = (accountId: string) =>
  Effect.gen(function* () {
    const { day, heldUsd, limitUsd, spentUsd } = yield* (yield* DailySpending.DailySpending).today(accountId)
    return { day, spent_usd: spentUsd, held_usd: heldUsd, limit_usd: limitUsd } satisfies Envelope.DailySpending
  })

const job = (id: string, parameters: Pick<Request.Parameters, "include">) =>
  Effect.gen(function* () {
    const { accountId } = yield* Authentication.Caller
    const found = jobId.test(id) ? yield* (yield* Jobs.Jobs).get(accountId, id) : Option.none()
    return Option.isNone(found)
      ? yield* new ApiError.NotFound({ message: "There is no such job." })
      : yield* JobResponse.polled(found.value, parameters)
  })

const health = Effect.gen(function* () {
  const { health } = yield* Database.Database
  const isOpen = !(yield* Admission).isClosed()
  const isReachable = yield* Effect.isSuccess(health)
  const body: Envelope.Health = {
    status: isOpen && isReachable ? "healthy" : "unhealthy",
    checks: {
      api: isOpen ? "ok" : "error",
      database: isReachable ? "ok" : "error",
      timestamp: new Date(yield* Clock.currentTimeMillis).toISOString()
    }
  }
  return HttpServerResponse.unsafeJson(body, { status: body.status === "healthy" ? 200 : 503 })
})

export const layer = HttpApiBuilder.group(Api.Api, "extraction", (handlers) =>
  handlers
    .handleRaw("extract", ({ headers, urlParams }) =>
      Extract.handle({ query: urlParams, prefer: headers.prefer, idempotencyKey: headers["idempotency-key"] }))
    .handle("usage", ({ urlParams }) => Effect.catchTag(usage(urlParams), "StoreError", Failure.storeAway))
    .handleRaw("job", ({ path, urlParams }) => Effect.catchTag(job(path.id, urlParams), "StoreError", Failure.storeAway))
    .handleRaw("health", () => health))
