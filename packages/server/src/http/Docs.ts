/** The description of the API: for programs as OpenAPI, for people as a page that needs no network. */
import { HttpApiBuilder, HttpApiSwagger, HttpServerResponse } from "@effect/platform"
import { Api } from "@excv/api"
import { Effect, Layer } from "effect"

const openApi = HttpApiBuilder.Router.use((router) =>
  router.get("/api/v1/openapi.json", Effect.succeed(HttpServerResponse.unsafeJson(Api.document()))))

/** After OpenAPI: the page shows the document that was made first. */
export const layer = HttpApiSwagger.layer({ path: "/docs" }).pipe(Layer.provideMerge(openApi))
