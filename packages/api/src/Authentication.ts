/** Who is calling: the bearer key of a request, looked up and rate limited before anything else is done. */
import { HttpApiMiddleware, HttpApiSecurity, OpenApi } from "@effect/platform"
import { Context, Schema } from "effect"
import { Wire } from "./ApiError.js"
import type { CreditUsage } from "./Envelope.js"

export declare namespace Caller {
  export interface Service {
    readonly accountId: string
    readonly keyId: string
    /** made with a test key: consumes no credits */
    readonly sandbox: boolean
    /** what the account has used when this request began */
    readonly usage: () => CreditUsage
  }
}

/** The owner of the key of the current request. */
export class Caller extends Context.Tag("@excv/api/Caller")<Caller, Caller.Service>() {}

const bearer = HttpApiSecurity.bearer.pipe(
  HttpApiSecurity.annotateContext(OpenApi.annotations({
    description: "`excv_live_…` consumes credits, `excv_test_…` is the sandbox",
    format: "excv key"
  }))
)

/** Fails before the body is read; every answer after it carries `RateLimit-*`. */
export class Authentication extends HttpApiMiddleware.Tag<Authentication>()("@excv/api/Authentication", {
  provides: Caller,
  failure: Schema.Union(Wire.Unauthorized, Wire.InvalidKey, Wire.RateLimited, Wire.ServiceUnavailable),
  security: { bearer }
}) {}
