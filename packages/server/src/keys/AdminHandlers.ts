/** The admin route, joined to the keys of the store. */
import { HttpApiBuilder } from "@effect/platform"
import { AdminApi, ApiError } from "@excv/api"
import { Duration, Effect, Option } from "effect"
import * as Failure from "../http/Failure.js"
import type { KeysError } from "./KeysAdmin.js"
import { KeysAdmin } from "./KeysAdmin.js"

const answered = <A>(use: (keys: KeysAdmin.Service) => Effect.Effect<A, KeysError>) =>
  Effect.mapError(Effect.flatMap(KeysAdmin, use), (error) =>
    error._tag === "KeysRefused"
      ? new ApiError.InvalidRequest({ message: error.message, details: { reason: error.reason } })
      : Failure.unavailable())

export const layer = HttpApiBuilder.group(AdminApi.AdminApi, "admin", (handlers) =>
  handlers
    .handle("ensureAccount", ({ payload }) => answered((keys) => keys.ensureAccount(payload)))
    .handle("createKey", ({ payload }) => answered((keys) => keys.createKey(payload)))
    .handle("listKeys", ({ urlParams }) => answered((keys) => keys.listKeys(Option.fromNullable(urlParams.account))))
    .handle("revokeKey", ({ path }) => answered((keys) => keys.revokeKey(path.id)))
    .handle("rotateKey", ({ path, payload }) =>
      answered((keys) => keys.rotateKey(path.id, Duration.seconds(payload.overlap_seconds)))))
