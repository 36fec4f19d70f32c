/** Bearer keys: who is calling and whether they may call now, in one statement, before the body is read. */
import { HttpApp, HttpServerRequest, HttpServerResponse } from "@effect/platform"
import { ApiError, Authentication } from "@excv/api"
import type { Envelope } from "@excv/api"
import { Access } from "@excv/store"
import type { Credits } from "@excv/store"
import { Effect, Layer, Redacted } from "effect"
import * as Failure from "./Failure.js"

const bearer = /^Bearer +(\S+) *$/i

const withRate = ({ limit, remaining, resetSeconds }: Access.Rate) => {
  const headers = {
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(remaining),
    "ratelimit-reset": String(resetSeconds)
  }
  return HttpApp.appendPreResponseHandler((_request, response) =>
    Effect.succeed(HttpServerResponse.setHeaders(response, headers)))
}

const usageOf = (credits: Credits.Usage): Envelope.CreditUsage => ({
  plan: credits.plan,
  credits_used: credits.creditsUsed,
  credits_limit: credits.creditsLimit,
  credits_remaining: credits.creditsRemaining,
  current_period_start: credits.currentPeriodStart.toISOString(),
  current_period_end: credits.currentPeriodEnd.toISOString(),
  overage_rate: credits.overageRate
})

type Denial = ApiError.Unauthorized | ApiError.InvalidKey | ApiError.RateLimited | ApiError.ServiceUnavailable

const identify = (access: Access.Access.Service) => (
  authorization: string | undefined
): Effect.Effect<Authentication.Caller.Service, Denial> => {
  const token = bearer.exec(authorization ?? "")?.[1]
  if (token === undefined) return new ApiError.Unauthorized({})
  return access.authenticate(Redacted.make(token)).pipe(
    Effect.catchTags({
      InvalidKey: () => new ApiError.InvalidKey({}),
      StoreError: Failure.storeAway
    }),
    Effect.tap(({ rate }) => withRate(rate)),
    Effect.flatMap(({ accountId, credits, keyId, mode, rate }) =>
      rate.allowed
        ? Effect.succeed({ accountId, keyId, sandbox: mode === "test", usage: () => usageOf(credits) })
        : new ApiError.RateLimited({ details: { retry_after_seconds: rate.retryAfterSeconds } }))
  )
}

export const layer = Layer.effect(
  Authentication.Authentication,
  Effect.map(Access.Access, (access) => {
    const identified = identify(access)
    return {
      bearer: () =>
        Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => identified(request.headers.authorization))
    }
  })
)
