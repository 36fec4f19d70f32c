/**
 * The admin route: accounts and keys, for the command line of the machine that the server runs on, while the server owns
 * the embedded database. Loopback and a token from the data directory; not a part of the public API.
 */
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiMiddleware, HttpApiSchema, HttpApiSecurity } from "@effect/platform"
import { Schema } from "effect"
import { Wire } from "./ApiError.js"

export const Mode = Schema.Literal("live", "test")

export const Account = Schema.Struct({ id: Schema.String, name: Schema.String, plan: Schema.String, created_at: Schema.Date })
export type Account = typeof Account.Type

/** What may be shown of a key at any time. */
export const Key = Schema.Struct({
  id: Schema.String,
  /** name */
  account: Schema.String,
  mode: Mode,
  /** `excv_live_…abcd`: enough to recognise it */
  hint: Schema.String,
  created_at: Schema.Date,
  expires_at: Schema.NullOr(Schema.Date),
  revoked_at: Schema.NullOr(Schema.Date),
  last_used_at: Schema.NullOr(Schema.Date)
})
export type Key = typeof Key.Type

/** The only time that the text of the key is shown. */
export const NewKey = Schema.Struct({ key: Key, token: Schema.Redacted(Schema.String) })
export type NewKey = typeof NewKey.Type

export const AccountWanted = Schema.Struct({
  name: Schema.NonEmptyTrimmedString.pipe(Schema.maxLength(200)),
  /** of the account, when it is made now */
  plan: Schema.NonEmptyTrimmedString
})
export type AccountWanted = typeof AccountWanted.Type

/** The account is made when there is none of this name. */
export const KeyWanted = Schema.Struct({ account: AccountWanted, mode: Mode })
export type KeyWanted = typeof KeyWanted.Type

/** The old key is accepted for so long. */
export const Overlap = Schema.Struct({ overlap_seconds: Schema.NonNegativeInt })

/** Whoever fails it learns nothing: not even that the route exists. */
export class AdminAuthentication extends HttpApiMiddleware.Tag<AdminAuthentication>()("@excv/api/AdminAuthentication", {
  failure: Wire.NotFound,
  security: { token: HttpApiSecurity.bearer }
}) {}

const id = HttpApiSchema.param("id", Schema.String)

const group = HttpApiGroup.make("admin", { topLevel: true })
  .add(HttpApiEndpoint.post("ensureAccount", "/accounts").setPayload(AccountWanted).addSuccess(Account))
  .add(HttpApiEndpoint.post("createKey", "/keys").setPayload(KeyWanted).addSuccess(NewKey))
  .add(HttpApiEndpoint.get("listKeys", "/keys")
    .setUrlParams(Schema.Struct({ account: Schema.optional(Schema.String) }))
    .addSuccess(Schema.Array(Key)))
  .add(HttpApiEndpoint.post("revokeKey")`/keys/${id}/revoke`.addSuccess(Key))
  .add(HttpApiEndpoint.post("rotateKey")`/keys/${id}/rotate`.setPayload(Overlap).addSuccess(NewKey))
  .middleware(AdminAuthentication)

/** Refusals are `InvalidRequest` with `details.reason`. */
export class AdminApi extends HttpApi.make("excv-admin")
  .add(group)
  .addError(Wire.InvalidRequest)
  .addError(Wire.NotFound)
  .addError(Wire.InternalError)
  .addError(Wire.ServiceUnavailable)
  .prefix("/admin")
{}
