/** Accounts and keys for an operator: the same operations on the database of this process and on that of a running server. */
import type { AdminApi } from "@excv/api"
import type { Plans, StoreError } from "@excv/store"
import { Accounts, Keys } from "@excv/store"
import type { Duration } from "effect"
import { Context, Data, Effect, Layer, Option } from "effect"

/** What was asked for cannot be done; the message says what to change. */
export class KeysRefused extends Data.TaggedError("KeysRefused")<{
  readonly reason: "account_not_found" | "key_not_found" | "plan_unknown"
  readonly message: string
}> {}

/** The database, or the server that owns it, is away. */
export class KeysUnavailable extends Data.TaggedError("KeysUnavailable")<{ readonly message: string }> {}

export type KeysError = KeysRefused | KeysUnavailable

export declare namespace KeysAdmin {
  interface Service {
    /** The account of this name, made with the plan when there is none; the plan of an existing one stays. */
    readonly ensureAccount: (wanted: AdminApi.AccountWanted) => Effect.Effect<AdminApi.Account, KeysError>
    readonly createKey: (wanted: AdminApi.KeyWanted) => Effect.Effect<AdminApi.NewKey, KeysError>
    /** of one account by name, or of all; oldest first */
    readonly listKeys: (account: Option.Option<string>) => Effect.Effect<ReadonlyArray<AdminApi.Key>, KeysError>
    readonly revokeKey: (id: string) => Effect.Effect<AdminApi.Key, KeysError>
    /** The old key is accepted until the overlap has passed. */
    readonly rotateKey: (id: string, overlap: Duration.Duration) => Effect.Effect<AdminApi.NewKey, KeysError>
  }
}

export class KeysAdmin extends Context.Tag("@excv/server/KeysAdmin")<KeysAdmin, KeysAdmin.Service>() {}

const make = Effect.gen(function* () {
  const accounts = yield* Accounts.Accounts
  const keys = yield* Keys.Keys

  const ensureAccount = (wanted: AdminApi.AccountWanted) =>
    accounts.findByName(wanted.name).pipe(
      Effect.flatMap(Option.match({ onNone: () => accounts.create(wanted), onSome: Effect.succeed })),
      // Somebody else made it in between.
      Effect.catchTag("AccountExists", () => Effect.flatMap(accounts.findByName(wanted.name), orNotFound(wanted.name))),
      Effect.map(accountView),
      friendly
    )

  const createKey = ({ account, mode }: AdminApi.KeyWanted) =>
    Effect.gen(function* () {
      const { id, name } = yield* ensureAccount(account)
      const created = yield* keys.create({ accountId: id, mode })
      return { key: keyView(created.key, name), token: created.token }
    }).pipe(friendly)

  const listKeys = (account: Option.Option<string>) =>
    Effect.gen(function* () {
      const owners = Option.isNone(account)
        ? yield* accounts.list
        : [yield* Effect.flatMap(accounts.findByName(account.value), orNotFound(account.value))]
      const lists = yield* Effect.forEach(owners, ({ id, name }) =>
        Effect.map(keys.list(id), (list) => list.map((key) => keyView(key, name))))
      return lists.flat()
    }).pipe(friendly)

  const nameOf = (accountId: string) =>
    Effect.map(accounts.get(accountId), Option.match({ onNone: () => accountId, onSome: ({ name }) => name }))

  const revokeKey = (id: string) =>
    Effect.gen(function* () {
      const key = yield* keys.revoke(id)
      return keyView(key, yield* nameOf(key.accountId))
    }).pipe(friendly)

  const rotateKey = (id: string, overlap: Duration.Duration) =>
    Effect.gen(function* () {
      const { key, token } = yield* keys.rotate(id, overlap)
      return { key: keyView(key, yield* nameOf(key.accountId)), token }
    }).pipe(friendly)

  return KeysAdmin.of({ ensureAccount, createKey, listKeys, revokeKey, rotateKey })
})

/** On the database that this process has open. */
export const layerStore = Layer.effect(KeysAdmin, make)

const accountView = ({ createdAt, id, name, plan }: Accounts.Account): AdminApi.Account =>
  ({ id, name, plan, created_at: createdAt })

const keyView = (key: Keys.Key, account: string): AdminApi.Key => ({
  id: key.id,
  account,
  mode: key.mode,
  hint: `${key.prefix}…${key.lastFour}`,
  created_at: key.createdAt,
  expires_at: key.expiresAt,
  revoked_at: key.revokedAt,
  last_used_at: key.lastUsedAt
})

const orNotFound = (name: string) => (account: Option.Option<Accounts.Account>) =>
  Effect.mapError(account, () => new KeysRefused({ reason: "account_not_found", message: `There is no account "${name}"` }))

type StoreFailure = StoreError.StoreError | Plans.PlanUnknown | Keys.KeyNotFound

const friendly = <A, R>(effect: Effect.Effect<A, KeysError | StoreFailure, R>): Effect.Effect<A, KeysError, R> =>
  Effect.mapError(effect, (error): KeysError => {
    switch (error._tag) {
      case "StoreError":
        return new KeysUnavailable({ message: error.message })
      case "PlanUnknown":
        return new KeysRefused({ reason: "plan_unknown", message: error.message })
      case "KeyNotFound":
        return new KeysRefused({ reason: "key_not_found", message: error.message })
      default:
        return error
    }
  })
