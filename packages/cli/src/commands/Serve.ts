/** `excv serve`: the HTTP API, until a signal stops it. */
import { Command, Options } from "@effect/cli"
import { Duration, Effect, Fiber, MutableRef, Option } from "effect"
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

/** What a stop may take beyond the time that running work has. */
const grace = Duration.seconds(10)

const patience = Effect.flatMap(load, ({ Settings }) => Settings.config).pipe(
  Effect.map(({ shutdownTimeout }) => Duration.sum(shutdownTimeout, grace)),
  Effect.orElseSucceed(() => grace)
)

/** Stops in order; a stop that hangs, as on a database that is gone, ends the process all the same. */
const stop = <E>(server: Fiber.Fiber<never, E>, exitCode: MutableRef.MutableRef<number>) =>
  Effect.flatMap(patience, (limit) => Effect.timeout(Effect.disconnect(Fiber.interrupt(server)), limit)).pipe(
    Effect.catchTag("TimeoutException", () =>
      Effect.zipRight(
        Effect.sync(() => MutableRef.set(exitCode, Exit.codes.failed)),
        Effect.logError("The server did not stop in order, and is ended")
      ))
  )

export const command = Command.make("serve", { port, host, dataDir: Configuration.dataDirectory }, (options) =>
  Effect.gen(function*() {
    const onSignal = yield* Exit.OnSignal
    MutableRef.set(onSignal, 0)
    const server = yield* Effect.forkDaemon(Effect.flatMap(load, ({ Server }) => Server.serve))
    return yield* Effect.onInterrupt(Fiber.join(server), () => stop(server, onSignal))
  }).pipe(
    Exit.saying,
    Configuration.override({ PORT: Option.map(options.port, String), HOST: options.host, EXCV_DATA_DIR: options.dataDir })
  )).pipe(Command.withDescription("Start the HTTP API"))
