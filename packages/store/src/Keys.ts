/** API keys: made, listed, revoked, rotated. The store keeps only their hash; the text is shown once. */
import { SqlClient } from "@effect/sql"
import { Array, Context, Duration, Effect, Layer, Schema } from "effect"
import type { Redacted } from "effect"
import * as Id from "./Id.js"
import * as KeyToken from "./KeyToken.js"
import * as Moment from "./Moment.js"
import * as StoreError from "./StoreError.js"

/** What may be shown of a key at any time. */
export const Key = Schema.Struct({
  id: Schema.String,
  accountId: Schema.String,
  mode: KeyToken.Mode,
  /** `excv_live_` or `excv_test_` */
  prefix: Schema.String,
  /** the last four characters */
  lastFour: Schema.String,
  createdAt: Schema.DateFromSelf,
  /** the first moment at which it is no longer accepted; null is never */
  expiresAt: Schema.NullOr(Schema.DateFromSelf),
  revokedAt: Schema.NullOr(Schema.DateFromSelf),
  /** to the minute */
  lastUsedAt: Schema.NullOr(Schema.DateFromSelf)
})
export type Key = typeof Key.Type

/** A new key; `token` cannot be had again. */
export interface Created {
  readonly key: Key
  readonly token: Redacted.Redacted
}

/** No key has this id, or, where a usable one is needed, it is revoked or expired. */
export class KeyNotFound extends Schema.TaggedError<KeyNotFound>("@excv/store/KeyNotFound")("KeyNotFound", {
  id: Schema.String
}) {
  override get message() {
    return `There is no usable key "${this.id}"`
  }
}

export declare namespace Keys {
  interface NewKey {
    /** of an existing account */
    readonly accountId: string
    readonly mode: KeyToken.Mode
    readonly expiresAt?: Date | undefined
  }
  interface Service {
    readonly create: (key: NewKey) => Effect.Effect<Created, StoreError.StoreError>
    /** all keys of an account, revoked and expired ones too, oldest first */
    readonly list: (accountId: string) => Effect.Effect<ReadonlyArray<Key>, StoreError.StoreError>
    /** from now on; revoking again changes nothing */
    readonly revoke: (id: string) => Effect.Effect<Key, KeyNotFound | StoreError.StoreError>
    /** a new key of the same account and mode; the old one is accepted until `overlap` has passed, or its earlier expiry */
    readonly rotate: (
      id: string,
      overlap: Duration.Duration
    ) => Effect.Effect<Created, KeyNotFound | StoreError.StoreError>
  }
}

export class Keys extends Context.Tag("@excv/store/Keys")<Keys, Keys.Service>() {}

export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const columns = sql.literal(`id, account_id AS "accountId", mode, 'excv_' || mode || '_' AS prefix, last_four AS "lastFour",
    created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`)

  const create = Effect.fn("Keys.create")(function* (key: Keys.NewKey) {
    const id = yield* Id.make("key")
    const token = yield* KeyToken.make(key.mode)
    const created = yield* sql<Key>`
      INSERT INTO api_keys (id, account_id, mode, hash, last_four, created_at, expires_at)
      VALUES (${id}, ${key.accountId}, ${key.mode}, ${KeyToken.hash(token)}, ${KeyToken.lastFour(token)},
        ${yield* Moment.now(sql)}, ${key.expiresAt ?? null})
      RETURNING ${columns}`
    return { key: yield* Effect.orDie(Array.head(created)), token }
  }, StoreError.during("Keys.create"))

  const list = Effect.fn("Keys.list")(function* (accountId: string) {
    return yield* sql<Key>`SELECT ${columns} FROM api_keys WHERE account_id = ${accountId} ORDER BY created_at, id`
  }, StoreError.during("Keys.list"))

  const revoke = Effect.fn("Keys.revoke")(function* (id: string) {
    const revoked = yield* sql<Key>`
      UPDATE api_keys SET revoked_at = coalesce(revoked_at, ${yield* Moment.now(sql)}) WHERE id = ${id} RETURNING ${columns}`
    return yield* Effect.mapError(Array.head(revoked), () => new KeyNotFound({ id }))
  }, StoreError.during("Keys.revoke"))

  const rotate = Effect.fn("Keys.rotate")(function* (id: string, overlap: Duration.Duration) {
    const notFound = () => new KeyNotFound({ id })
    const found = yield* sql<{ readonly mode: KeyToken.Mode }>`SELECT mode FROM api_keys WHERE id = ${id}`
    const { mode } = yield* Effect.mapError(Array.head(found), notFound)
    const newId = yield* Id.make("key")
    const token = yield* KeyToken.make(mode)
    const now = yield* Moment.now(sql)
    const created = yield* sql<Key>`
      WITH old AS (
        UPDATE api_keys SET expires_at = least(expires_at, ${now} + make_interval(secs => ${Duration.toSeconds(overlap)}))
        WHERE id = ${id} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})
        RETURNING account_id
      )
      INSERT INTO api_keys (id, account_id, mode, hash, last_four, created_at)
      SELECT ${newId}, account_id, ${mode}, ${KeyToken.hash(token)}, ${KeyToken.lastFour(token)}, ${now} FROM old
      RETURNING ${columns}`
    return { key: yield* Effect.mapError(Array.head(created), notFound), token }
  }, StoreError.during("Keys.rotate"))

  return Keys.of({ create, list, revoke, rotate })
})

export const layer = Layer.effect(Keys, make)
