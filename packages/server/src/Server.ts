/** The server as one layer: what an edge launches. */
import type { HttpServer } from "@effect/platform"
import { HttpApiBuilder } from "@effect/platform"
import * as NodeContext from "@effect/platform-node/NodeContext"
import { Api } from "@excv/api"
import type { Access, Accounts, Credits, DailySpending, Jobs, Keys, Plans, StoreError } from "@excv/store"
import { Database, Store } from "@excv/store"
import type { ConfigError } from "effect"
import { Console, Effect, Layer } from "effect"
import { Excv } from "excv/effect"
import * as FirstStart from "./FirstStart.js"
import * as Application from "./http/Application.js"
import * as Authentication from "./http/Authentication.js"
import * as Docs from "./http/Docs.js"
import * as Handlers from "./http/Handlers.js"
import * as Listener from "./http/Listener.js"
import * as AdminAccess from "./keys/AdminAccess.js"
import * as AdminHandlers from "./keys/AdminHandlers.js"
import * as KeysAdmin from "./keys/KeysAdmin.js"
import * as ServerFile from "./keys/ServerFile.js"
import * as Settings from "./Settings.js"
import * as Admission from "./work/Admission.js"
import * as Extractions from "./work/Extractions.js"
import * as Recovery from "./work/Recovery.js"
import * as Retention from "./work/Retention.js"

const work = Layer.mergeAll(Recovery.layer, Retention.layer).pipe(
  Layer.provideMerge(Extractions.layer),
  Layer.provideMerge(Admission.layer)
)

const publicRoutes = HttpApiBuilder.api(Api.Api).pipe(
  Layer.provide(Handlers.layer),
  Layer.provide(Authentication.layer)
)

const adminRoutes = AdminHandlers.layer.pipe(Layer.provide([AdminAccess.layer, KeysAdmin.layerStore]))

const routes = Layer.mergeAll(Docs.layer, adminRoutes).pipe(Layer.provideMerge(publicRoutes))

/** A command that cannot reach the server is worse off than the server: it goes on without. */
const publish = (directory: string, file: ServerFile.ServerFile) =>
  Effect.catchAll(ServerFile.publish(directory, file), () => Effect.logWarning("The admin route cannot be announced"))

/** Told to whoever started it: the address, and at the first start the keys. */
const announce = Layer.scopedDiscard(
  Effect.gen(function* () {
    const url = yield* Listener.url
    const { dataDirectory } = yield* Settings.Settings
    if ((yield* Database.Database).kind === "pglite") {
      yield* publish(dataDirectory, { url, pid: process.pid, token: yield* AdminAccess.AdminToken })
    }
    yield* FirstStart.run(url)
    yield* Console.log(`excv listens on ${url} (documentation: ${url}/docs)`)
  })
)

type Services =
  | Access.Access | Accounts.Accounts | Credits.Credits | DailySpending.DailySpending | Jobs.Jobs | Keys.Keys | Database.Database | Excv.Excv | Settings.Settings

type Failure = Listener.CannotListen | Plans.PlanUnknown | StoreError.StoreError

/** Over any store, library and settings. Its server can be asked where it listens. */
export const layer: Layer.Layer<HttpServer.HttpServer, Failure, Services> = announce.pipe(
  Layer.provideMerge(Application.layer),
  Layer.provideMerge(Listener.layer),
  Layer.provide(routes),
  Layer.provide(HttpApiBuilder.Router.Live),
  Layer.provide(work),
  Layer.provide([AdminAccess.tokenLayer, NodeContext.layer]),
  // Spans that nobody collects would cost a fifth of a light request.
  Layer.provide(Layer.setTracerEnabled(false))
)

type StartFailure = Failure | Layer.Layer.Error<typeof Store.layerConfig> | ConfigError.ConfigError

/** Everything from configuration. */
export const layerConfig: Layer.Layer<HttpServer.HttpServer, StartFailure> = layer.pipe(
  Layer.provide([Store.layerConfig, Excv.layerConfig]),
  Layer.provide(Settings.layerConfig)
)

/** Runs until it is interrupted, and then stops in order. */
export const serve: Effect.Effect<never, StartFailure> = Layer.launch(layerConfig)
