/** Accounts: who owns keys and credits. */
import { SqlClient } from "@effect/sql"
import type { Option } from "effect"
import { Array, Context, Effect, Layer, Schema } from "effect"
import * as Id from "./Id.js"
import * as Moment from "./Moment.js"
import * as Plans from "./Plans.js"
import * as StoreError from "./StoreError.js"

export const Account = Schema.Struct({
  id: Schema.String,
  /** unique */
  name: Schema.String,
  plan: Schema.String,
  /** its day of the month, in UTC, begins every period */
  createdAt: Schema.DateFromSelf
})
export type Account = typeof Account.Type

/** Another account has this name. */
export class AccountExists extends Schema.TaggedError<AccountExists>("@excv/store/AccountExists")("AccountExists", {
  name: Schema.String
}) {
  override get message() {
    return `There is already an account "${this.name}"`
  }
}

export declare namespace Accounts {
  interface Service {
    readonly create: (
      account: { readonly name: string; readonly plan: string }
    ) => Effect.Effect<Account, AccountExists | Plans.PlanUnknown | StoreError.StoreError>
    readonly get: (id: string) => Effect.Effect<Option.Option<Account>, StoreError.StoreError>
    readonly findByName: (name: string) => Effect.Effect<Option.Option<Account>, StoreError.StoreError>
    /** oldest first */
    readonly list: Effect.Effect<ReadonlyArray<Account>, StoreError.StoreError>
  }
}

export class Accounts extends Context.Tag("@excv/store/Accounts")<Accounts, Accounts.Service>() {}

export const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const plans = yield* Plans.Plans
  const columns = sql.literal(`id, name, plan, created_at AS "createdAt"`)

  const create = Effect.fn("Accounts.create")(function* (account: { readonly name: string; readonly plan: string }) {
    yield* plans.get(account.plan)
    const id = yield* Id.make("acc")
    const now = yield* Moment.now(sql)
    const created = yield* sql<Account>`
      INSERT INTO accounts (id, name, plan, created_at) VALUES (${id}, ${account.name}, ${account.plan}, ${now})
      ON CONFLICT (name) DO NOTHING RETURNING ${columns}`
    return yield* Effect.mapError(Array.head(created), () => new AccountExists({ name: account.name }))
  }, StoreError.during("Accounts.create"))

  const get = Effect.fn("Accounts.get")(function* (id: string) {
    return Array.head(yield* sql<Account>`SELECT ${columns} FROM accounts WHERE id = ${id}`)
  }, StoreError.during("Accounts.get"))

  const findByName = Effect.fn("Accounts.findByName")(function* (name: string) {
    return Array.head(yield* sql<Account>`SELECT ${columns} FROM accounts WHERE name = ${name}`)
  }, StoreError.during("Accounts.findByName"))

  const list = sql<Account>`SELECT ${columns} FROM accounts ORDER BY created_at, id`.pipe(
    StoreError.during("Accounts.list"),
    Effect.withSpan("Accounts.list")
  )

  return Accounts.of({ create, get, findByName, list })
})

export const layer = Layer.effect(Accounts, make)
