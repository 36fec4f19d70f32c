/** Keys through the admin route of the server that owns the data directory. */
import { FetchHttpClient, HttpApiClient, HttpClient, HttpClientRequest } from "@effect/platform"
import { AdminApi, ApiError } from "@excv/api"
import type { DataDirectory } from "@excv/store"
import { Store } from "@excv/store"
import type { ConfigError } from "effect"
import { Config, Duration, Effect, Layer, Option } from "effect"
import type { KeysError } from "./KeysAdmin.js"
import { KeysAdmin, KeysRefused, KeysUnavailable, layerStore } from "./KeysAdmin.js"
import * as ServerFile from "./ServerFile.js"

const make = Effect.fn("RemoteKeys.make")(function* ({ pid, token, url }: ServerFile.ServerFile) {
  const client = yield* HttpApiClient.make(AdminApi.AdminApi, {
    baseUrl: url,
    transformClient: HttpClient.mapRequest(HttpClientRequest.bearerToken(token))
  })
  const unavailable = new KeysUnavailable({ message: `The server (process ${pid}, ${url}) does not answer.` })
  const asked = <A>(answer: Effect.Effect<A, unknown>): Effect.Effect<A, KeysError> =>
    answer.pipe(Effect.mapError((error) => refusalOf(error) ?? unavailable))
  return KeysAdmin.of({
    ensureAccount: (payload) => asked(client.ensureAccount({ payload })),
    createKey: (payload) => asked(client.createKey({ payload })),
    listKeys: (account) => asked(client.listKeys({ urlParams: { account: Option.getOrUndefined(account) } })),
    revokeKey: (id) => asked(client.revokeKey({ path: { id } })),
    rotateKey: (id, overlap) =>
      asked(client.rotateKey({ path: { id }, payload: { overlap_seconds: Math.ceil(Duration.toSeconds(overlap)) } }))
  })
})

const refusalOf = (error: unknown): KeysRefused | null => {
  if (!(error instanceof ApiError.InvalidRequest)) return null
  const reason = (["account_not_found", "key_not_found", "plan_unknown"] as const)
    .find((known) => known === error.details?.reason)
  return reason === undefined ? null : new KeysRefused({ reason, message: error.message })
}

/** Of the server that runs on this directory. */
export const layerServer = (directory: string): Layer.Layer<KeysAdmin, KeysUnavailable> =>
  Layer.effect(
    KeysAdmin,
    Effect.flatMap(ServerFile.read(directory), Option.match({
      onNone: () => new KeysUnavailable({ message: `No server has said in ${directory} where it can be reached.` }),
      onSome: make
    }))
  ).pipe(Layer.provide(FetchHttpClient.layer))

type Failure = Layer.Layer.Error<typeof Store.layerConfig> | ConfigError.ConfigError

/** On the store when it is free, and through its owner when it is not: what a command wants, whether a server runs or not. */
export const layerConfig: Layer.Layer<KeysAdmin, Failure> = layerStore.pipe(
  Layer.provide(Store.layerConfig),
  Layer.catchAll((error): Layer.Layer<KeysAdmin, Failure> =>
    error._tag === "DirectoryInUse" ? throughOwner(error) : Layer.fail(error))
)

const throughOwner = (inUse: DataDirectory.DirectoryInUse) =>
  Layer.unwrapEffect(Effect.map(
    Config.nonEmptyString("EXCV_DATA_DIR").pipe(Config.withDefault(".excv")),
    (directory) => Layer.catchAll(layerServer(directory), () => Layer.fail(inUse))
  ))
