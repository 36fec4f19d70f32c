/** `npm run bench:models -- --help`: what the pipeline adds to the time of a model, and how many extractions wait for one at once. */
import { Command, Options } from "@effect/cli"
import { FileSystem } from "@effect/platform"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Console, Effect, Schema } from "effect"
import { fileURLToPath } from "node:url"
import * as Corpus from "./Corpus.js"
import * as Environment from "./Environment.js"
import * as Load from "./models/Load.js"
import * as Overhead from "./models/Overhead.js"

const positive = (name: string, otherwise: number, what: string) =>
  Options.integer(name).pipe(
    Options.withSchema(Schema.Int.pipe(Schema.positive())),
    Options.withDefault(otherwise),
    Options.withDescription(`${what}; default ${otherwise}`)
  )

const options = {
  part: Options.choice("part", ["all", "overhead", "load"]).pipe(
    Options.withDefault("all"),
    Options.withDescription("overhead: around a model that answers at once; load: many requests in flight on a server; default all")
  ),
  document: Options.text("document").pipe(
    Options.withDefault("priya-raman_classic.pdf"),
    Options.withDescription("the fixture that is sent, a text PDF of one page")
  ),
  samples: positive("samples", 200, "extractions that are timed for the overhead"),
  connections: positive("connections", 64, "requests in flight"),
  delay: positive("delay", 3000, "milliseconds that the model takes under load"),
  seconds: positive("seconds", 30, "how long the load lasts")
}

const run = Effect.fn("models")(function*(given: Command.Command.ParseConfig<typeof options>) {
  const files = yield* FileSystem.FileSystem
  const directory = fileURLToPath(new URL("../../fixtures/", import.meta.url))
  const [document] = yield* Corpus.load(directory, { only: given.document })
  if (document === undefined) return
  const sample = { bytes: yield* files.readFile(document.file), truth: document.truth }
  yield* Console.log(`${document.truth.document}, ${Environment.describe(yield* Environment.current)}\n`)
  if (given.part !== "load") yield* Console.log(`${yield* Effect.scoped(Overhead.report(sample, given.samples))}\n`)
  if (given.part !== "overhead") {
    const { connections, delay, seconds } = given
    yield* Console.log(yield* Effect.scoped(Load.report(sample, { connections, delayMs: delay, seconds })))
  }
})

const command = Command.make("models", options, run).pipe(
  Command.withDescription("What the pipeline costs around a model, measured with a fake vendor that speaks OpenAI's API on this machine.")
)

Command.run(command, { name: "bench:models", version: "0.1.0" })(process.argv).pipe(
  Effect.provide(NodeContext.layer),
  NodeRuntime.runMain
)
