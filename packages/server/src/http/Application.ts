/** The application on its socket, from the first request to the last answer. */
import { HttpApiBuilder, HttpServer } from "@effect/platform"
import { Duration, Effect, Layer, Schedule } from "effect"
import { Settings } from "../Settings.js"
import { Admission } from "../work/Admission.js"
import * as Edge from "./Edge.js"
import { NodeServer } from "./Listener.js"

/** Serves until the scope closes. Then new work is refused, running work is finished, and the connections end. */
export const layer = Layer.scopedDiscard(
  Effect.gen(function* () {
    const admission = yield* Admission
    const node = yield* NodeServer
    const router = yield* HttpApiBuilder.Router.router
    yield* HttpServer.serveEffect(yield* Edge.make(router, admission.isClosed))
    // Nobody upgrades here, and with a listener Node would take the body away from clients that offer HTTP/2.
    node.server.removeAllListeners("upgrade")
    yield* Effect.addFinalizer(() => stop(node, admission))
  })
)

const stop = Effect.fn("Application.stop")(function* (node: NodeServer.Service, admission: Admission.Service) {
  const { shutdownTimeout } = yield* Settings
  yield* admission.close
  yield* Effect.logInfo("Stopping: new work is refused, running work is finished")
  // Until then a client on a connection kept alive gets its 503, which a reset would take from it.
  yield* Effect.zipRight(admission.empty, closed(node)).pipe(
    Effect.interruptible,
    Effect.timeout(shutdownTimeout),
    Effect.catchTag("TimeoutException", () => Effect.logWarning("Stopped before all work was finished"))
  )
  node.server.closeAllConnections()
})

/** How often a connection is looked at that may have sent its last answer. */
const glance = Duration.millis(20)

/** No new connections, and the end of those that are there; each ends with its present answer. */
const closed = ({ endQuiet, server }: NodeServer.Service) =>
  Effect.race(
    Effect.async<void>((resume) => void server.close(() => resume(Effect.void))),
    Effect.schedule(Effect.sync(endQuiet), Schedule.spaced(glance))
  )
