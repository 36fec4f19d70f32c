/** What every request passes, whatever its path: its identifier, the shape of its errors, and a connection that ends well. */
import type { HttpApp} from "@effect/platform";
import { HttpRouter, HttpServerError, HttpServerRequest, HttpServerResponse } from "@effect/platform"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { Cause, Chunk, Effect } from "effect"
import * as Answer from "./Answer.js"
import * as Failure from "./Failure.js"
import * as Linger from "./Linger.js"
import * as RequestId from "./RequestId.js"

/** The routes as an application that never fails; `closing` says whether connections should end with their answer. */
export const make = <E, R>(
  router: HttpRouter.HttpRouter<E, R>,
  isClosing: () => boolean
): Effect.Effect<HttpApp.Default<never, R>> =>
  Effect.map(HttpRouter.toHttpApp(router), (routes) => {
    const allowed = allowedMethods(router)
    return Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) => {
      const requestId = RequestId.of(request.headers["x-request-id"])
      return routes.pipe(
        Effect.catchAllCause((cause) => failed(cause, request, requestId, allowed)),
        Effect.map((response) => {
          const headers = { "x-request-id": requestId, ...(isClosing() ? { connection: "close" } : {}) }
          return Linger.whileSending(
            NodeHttpServerRequest.toIncomingMessage(request),
            HttpServerResponse.setHeaders(response, headers)
          )
        })
      )
    })
  })

const failed = (
  cause: Cause.Cause<unknown>,
  request: HttpServerRequest.HttpServerRequest,
  requestId: string,
  allowed: (path: string) => string
): Effect.Effect<HttpServerResponse.HttpServerResponse> => {
  if (Cause.isInterruptedOnly(cause)) return Effect.interrupt
  const path = pathOf(request)
  const allow = Cause.squash(cause) instanceof HttpServerError.RouteNotFound ? allowed(path) : ""
  if (allow !== "" && request.method === "OPTIONS") {
    return Effect.succeed(HttpServerResponse.empty({ headers: { allow } }))
  }
  return Failure.toApiError(cause).pipe(
    Effect.annotateLogs({ request: requestId, method: request.method, path }),
    Effect.map((error) => Answer.make(error, requestId)),
    Effect.map((response) => allow === "" ? response : HttpServerResponse.setHeader(response, "allow", allow))
  )
}

const pathOf = ({ url }: HttpServerRequest.HttpServerRequest): string => url.split("?", 1)[0] ?? url

/** The admin route is not advertised. */
const isHidden = (path: string): boolean => path.startsWith("/admin")

/** The methods of a path, as in the header `Allow`; empty when there is no such path. */
const allowedMethods = <E, R>(router: HttpRouter.HttpRouter<E, R>): (path: string) => string => {
  const patterns = Chunk.toReadonlyArray(router.routes)
    .filter((route) => !isHidden(route.path))
    .map((route) => ({
      method: route.method,
      pattern: new RegExp(`^${route.path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`)
    }))
  return (path) => {
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (methods.length === 0) return ""
    return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ")
  }
}
