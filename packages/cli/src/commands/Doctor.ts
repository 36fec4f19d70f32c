/** `excv doctor`: its options. */
import { Command, Options } from "@effect/cli"
import { Effect } from "effect"
import * as Configuration from "../Configuration.js"

const json = Options.boolean("json").pipe(Options.withDescription("Print JSON, for scripts"))

const load = Effect.promise(() => import("../doctor/Run.js"))

export const command = Command.make(
  "doctor",
  { json, dataDir: Configuration.dataDirectory },
  (options) => Effect.flatMap(load, ({ run }) => run(options))
).pipe(Command.withDescription("Say what works here, and what is missing"))
