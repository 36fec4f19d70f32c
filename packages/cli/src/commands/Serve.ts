/** `excv serve`: the HTTP API, until a signal stops it. */
import { Command, Options } from "@effect/cli"
import { Effect, Layer, MutableRef, Option } from "effect"
import * as Configuration from "../Configuration.js"
import * as Exit from "../Exit.js"

const port = Options.integer("port").pipe(
  Options.withPseudoName("N"),
  Options.withDescription("The port to listen on; default: PORT, else 3000"),
  Options.optional
)

const host = Options.text("host").pipe(
  Options.withPseudoName("ADDRESS"),
  Options.withDescription("The address to listen on; default: HOST, else 127.0.0.1"),
  Options.optional
)

const load = Effect.promise(() => import("@excv/server"))

export const command = Command.make("serve", { port, host, dataDir: Configuration.dataDirectory }, (options) =>
  Effect.gen(function*() {
    const { Server } = yield* load
    MutableRef.set(yield* Exit.OnSignal, 0)
    return yield* Layer.launch(Server.layerConfig)
  }).pipe(
    Exit.saying,
    Configuration.override({ PORT: Option.map(options.port, String), HOST: options.host, EXCV_DATA_DIR: options.dataDir })
  )).pipe(Command.withDescription("Start the HTTP API"))
