/**
 * Who may use the admin route: a program of this machine that can read the token. A browser is kept out twice, because a
 * page can send requests to loopback (it adds `Origin`) and can rename loopback (its `Host` is then another name).
 */
import { HttpServerRequest } from "@effect/platform"
import * as NodeHttpServerRequest from "@effect/platform-node/NodeHttpServerRequest"
import { AdminApi, ApiError } from "@excv/api"
import { Context, Effect, Layer, Redacted } from "effect"
import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import type { IncomingMessage } from "node:http"

/** 256 random bits, new at every start. */
export class AdminToken extends Context.Tag("@excv/server/AdminToken")<AdminToken, Redacted.Redacted>() {}

export const tokenLayer = Layer.sync(AdminToken, () => Redacted.make(randomBytes(32).toString("base64url")))

export const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address)

const loopbackName = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/i

/** A proxy on this machine is a loopback peer too, but it speaks for others. */
const foreign = ["origin", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"]

const isLocal = ({ headers, socket }: IncomingMessage): boolean =>
  isLoopback(socket.remoteAddress ?? "") && loopbackName.test(headers.host ?? "") &&
  foreign.every((name) => headers[name] === undefined)

/** Digests have one length, whatever is guessed. */
const digest = (token: Redacted.Redacted): Buffer => createHash("sha256").update(Redacted.value(token)).digest()

export const layer = Layer.effect(
  AdminApi.AdminAuthentication,
  Effect.map(AdminToken, (token) => {
    const expected = digest(token)
    return {
      token: (given: Redacted.Redacted) =>
        Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
          isLocal(NodeHttpServerRequest.toIncomingMessage(request)) && timingSafeEqual(digest(given), expected)
            ? Effect.void
            : new ApiError.NotFound({}))
    }
  })
)
