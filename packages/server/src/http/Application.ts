/** The application on its socket, from the first request to the last answer. */
import { HttpApiBuilder, HttpServer } from "@effect/platform"
import { Effect, Layer } from "effect"
import type { Server } from "node:http"
import { Settings } from "../Settings.js"
import { Admission } from "../work/Admission.js"
import * as Edge from "./Edge.js"
import { NodeServer } from "./Listener.js"

/** Serves until the scope closes. Then new work is refused, running work is finished, and the connections end. */
export const layer = Layer.scopedDiscard(
  Effect.gen(function* () {
    const admission = yield* Admission
    const server = yield* NodeServer
    const router = yield* HttpApiBuilder.Router.router
    yield* HttpServer.serveEffect(yield* Edge.make(router, admission.isClosed))
    // Nobody upgrades here, and with a listener Node would take the body away from clients that offer HTTP/2.
    server.removeAllListeners("upgrade")
    yield* Effect.addFinalizer(() => stop(server, admission))
  })
)

const stop = Effect.fn("Application.stop")(function* (server: Server, admission: Admission.Service) {
  const { shutdownTimeout } = yield* Settings
  yield* admission.close
  yield* Effect.logInfo("Stopping: new work is refused, running work is finished")
  server.closeIdleConnections()
  yield* Effect.zipRight(admission.empty, closed(server)).pipe(
    Effect.interruptible,
    Effect.timeout(shutdownTimeout),
    Effect.catchTag("TimeoutException", () => Effect.logWarning("Stopped before all work was finished"))
  )
  server.closeAllConnections()
})

/** No new connections, and the end of those that are there; each ends with its present answer. */
const closed = (server: Server) =>
  Effect.async<void>((resume) => {
    server.close(() => resume(Effect.void))
    server.closeIdleConnections()
  })
