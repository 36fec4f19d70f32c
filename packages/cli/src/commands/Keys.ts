/** `excv keys`: its commands, their arguments and options. */
import { Args, Command, HelpDoc, Options, ValidationError } from "@effect/cli"
import { Duration, Effect, Option } from "effect"
import * as Configuration from "../Configuration.js"

const json = Options.boolean("json").pipe(Options.withDescription("Print JSON, for scripts"))

const mode = Options.choice("mode", ["live", "test"])

const shared = { json, dataDir: Configuration.dataDirectory }

/** A key in the place of its identifier would be repeated by messages. */
const id = Args.text({ name: "KEY_ID" }).pipe(
  Args.withDescription("As `excv keys list` shows it: key_…"),
  Args.mapEffect((text): Effect.Effect<string, HelpDoc.HelpDoc> =>
    text.startsWith("key_")
      ? Effect.succeed(text)
      : Effect.fail(HelpDoc.p("Expected the identifier of a key, key_…, as `excv keys list` shows it")))
)

const overlap = Options.text("overlap").pipe(
  Options.withPseudoName("DURATION"),
  Options.withDescription("How long the old key is still accepted, such as \"90 minutes\"; default: \"24 hours\""),
  Options.mapEffect((text) =>
    Effect.mapError(
      Option.filter(Duration.decodeUnknown(text), Duration.isFinite),
      () => ValidationError.invalidValue(HelpDoc.p(`--overlap ${text}: expected a number and a unit, such as "24 hours"`))
    )),
  Options.withDefault(Duration.hours(24))
)

const load = Effect.promise(() => import("../keys/Run.js"))

const create = Command.make(
  "create",
  {
    account: Options.text("account").pipe(
      Options.withPseudoName("NAME"),
      Options.withDescription("Made when there is none of this name; default: \"default\""),
      Options.withDefault("default")
    ),
    plan: Options.text("plan").pipe(
      Options.withPseudoName("NAME"),
      Options.withDescription("Of a new account: free, starter, growth, scale; default: starter"),
      Options.optional
    ),
    mode: mode.pipe(
      Options.withDescription("live consumes credits, test is the sandbox; default: live"),
      Options.withDefault("live" as const)
    ),
    ...shared
  },
  (options) => Effect.flatMap(load, ({ create }) => create(options))
).pipe(Command.withDescription("Make a key and print it, this once"))

const list = Command.make(
  "list",
  {
    account: Options.text("account").pipe(Options.withPseudoName("NAME"), Options.withDescription("Only its keys"), Options.optional),
    mode: mode.pipe(Options.withDescription("Only these"), Options.optional),
    ...shared
  },
  (options) => Effect.flatMap(load, ({ list }) => list(options))
).pipe(Command.withDescription("List keys without their secrets"))

const revoke = Command.make(
  "revoke",
  { id, ...shared },
  (options) => Effect.flatMap(load, ({ revoke }) => revoke(options))
).pipe(Command.withDescription("Refuse a key from now on"))

const rotate = Command.make(
  "rotate",
  { id, overlap, ...shared },
  (options) => Effect.flatMap(load, ({ rotate }) => rotate(options))
).pipe(Command.withDescription("Replace a key by a new one"))

export const command = Command.make("keys").pipe(
  Command.withDescription("Make, list, revoke and rotate API keys, whether the server runs or not"),
  Command.withSubcommands([create, list, revoke, rotate])
)
