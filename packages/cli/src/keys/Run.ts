/** The runs of `excv keys`: through the server when it owns the database, directly on the database when nobody does. */
import { AdminApi } from "@excv/api"
import { KeysAdmin, RemoteKeys } from "@excv/server"
import type { Duration } from "effect"
import { Effect, Option, Redacted, Schema } from "effect"
import * as Configuration from "../Configuration.js"
import * as Exit from "../Exit.js"
import * as Output from "../Output.js"
import * as Table from "./Table.js"

interface Shared {
  readonly json: boolean
  readonly dataDir: Option.Option<string>
}

interface Create extends Shared {
  readonly account: string
  readonly plan: Option.Option<string>
  readonly mode: AdminApi.Key["mode"]
}

interface List extends Shared {
  readonly account: Option.Option<string>
  readonly mode: Option.Option<AdminApi.Key["mode"]>
}

interface One extends Shared {
  readonly id: string
}

interface Rotate extends One {
  readonly overlap: Duration.Duration
}

/** Of an account that is made without one. */
const defaultPlan = "starter"

export const create = (options: Create) =>
  using(options, (keys) =>
    Effect.gen(function*() {
      const wanted = yield* Schema.decode(AdminApi.AccountWanted)({
        name: options.account,
        plan: Option.getOrElse(options.plan, () => defaultPlan)
      }).pipe(Effect.mapError(() => Exit.usage("--account takes a name of 1 to 200 characters, --plan the name of a plan")))
      const account = yield* keys.ensureAccount(wanted)
      if (Option.isSome(options.plan) && account.plan !== wanted.plan) {
        return yield* Exit.failed(`The account "${account.name}" has the plan ${account.plan}, not ${wanted.plan}`)
      }
      const made = yield* keys.createKey({ account: wanted, mode: options.mode })
      yield* showNew(options, made, `The ${made.key.mode} key ${made.key.id} of the account "${account.name}"`)
    }))

export const list = (options: List) =>
  using(options, (keys) =>
    Effect.gen(function*() {
      const all = yield* keys.listKeys(options.account)
      const wanted = all.filter(({ mode }) => Option.getOrElse(options.mode, () => mode) === mode)
      yield* options.json
        ? printJson(Schema.Array(AdminApi.Key), wanted)
        : wanted.length === 0 ? Output.say("There are no keys") : Output.result(`${Table.keys(wanted, new Date())}\n`)
    }))

export const revoke = (options: One) =>
  using(options, (keys) =>
    Effect.flatMap(keys.revokeKey(options.id), (key) =>
      options.json
        ? printJson(AdminApi.Key, key)
        : Output.say(`The key ${key.id} (${key.hint}) of the account "${key.account}" is revoked`)))

export const rotate = (options: Rotate) =>
  using(options, (keys) =>
    Effect.flatMap(keys.rotateKey(options.id, options.overlap), (made) =>
      showNew(options, made, `The key ${made.key.id}, which takes the place of ${options.id},`)))

const using = <A, E extends { readonly message: string }>(
  { dataDir }: Shared,
  use: (keys: KeysAdmin.KeysAdmin.Service) => Effect.Effect<A, E>
) =>
  Effect.flatMap(KeysAdmin.KeysAdmin, use).pipe(
    Effect.provide(RemoteKeys.layerConfig),
    Exit.saying,
    Configuration.override({ EXCV_DATA_DIR: dataDir })
  )

/** The key alone is on standard output: `KEY=$(excv keys create)`. */
const showNew = ({ json }: Shared, made: AdminApi.NewKey, what: string) =>
  json
    ? printJson(AdminApi.NewKey, made)
    : Effect.zipRight(Output.say(`${what} is shown only now:`), Output.result(`${Redacted.value(made.token)}\n`))

const printJson = <A, I>(schema: Schema.Schema<A, I>, value: A) =>
  Output.result(`${JSON.stringify(Schema.encodeSync(schema)(value), null, 2)}\n`)
