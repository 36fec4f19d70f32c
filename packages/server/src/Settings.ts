/** What can be set about the server; the store and the library read their own settings. */
import { Config, Context, Duration, Layer } from "effect"

export declare namespace Settings {
  interface Service {
    readonly host: string
    /** 0: any that is free */
    readonly port: number
    /** of the embedded database; the admin token lies there too */
    readonly dataDirectory: string
    /** how long running work may take after the signal to stop */
    readonly shutdownTimeout: Duration.Duration
    /** extractions that run at once; most of them wait for a model, and as many as there are cores are read at a time */
    readonly concurrency: number
    /** extractions that wait for their turn; one more is refused */
    readonly queue: number
    /** how long the results of jobs, and idempotency keys, are kept */
    readonly retention: Duration.Duration
  }
}

export class Settings extends Context.Tag("@excv/server/Settings")<Settings, Settings.Service>() {}

const positive = (name: string, otherwise: number, least: number) =>
  Config.integer(name).pipe(
    Config.withDefault(otherwise),
    Config.validate({ message: `Expected at least ${least}`, validation: (value) => value >= least })
  )

const duration = (name: string, otherwise: Duration.DurationInput) =>
  Config.duration(name).pipe(Config.withDefault(Duration.decode(otherwise)))

/** Durations are written with their unit: `30 seconds`. */
export const config = Config.all({
  host: Config.nonEmptyString("HOST").pipe(Config.withDefault("127.0.0.1")),
  port: Config.integer("PORT").pipe(
    Config.withDefault(3000),
    Config.validate({ message: "Expected a port from 0 to 65535", validation: (port) => port >= 0 && port <= 65_535 })
  ),
  dataDirectory: Config.nonEmptyString("EXCV_DATA_DIR").pipe(Config.withDefault(".excv")),
  shutdownTimeout: duration("EXCV_SHUTDOWN_TIMEOUT", "30 seconds"),
  concurrency: positive("EXCV_CONCURRENCY", 64, 1),
  queue: positive("EXCV_QUEUE", 64, 0),
  retention: duration("EXCV_RETENTION", "24 hours")
})

export const layerConfig = Layer.effect(Settings, config)
