/** `npm run bench:hostile -- --help`: what files made to harm do to the ordinary requests that are sent beside them. */
import { Command, Options } from "@effect/cli"
import { FileSystem } from "@effect/platform"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Console, Effect, Schema } from "effect"
import { fileURLToPath } from "node:url"
import * as Environment from "./Environment.js"
import * as LoadGenerator from "./LoadGenerator.js"
import * as Node from "./Node.js"
import { ms, render } from "./Table.js"

const options = {
  document: Options.text("document").pipe(
    Options.withDefault("priya-raman_classic.pdf"),
    Options.withDescription("the fixture that ordinary requests send")
  ),
  attackers: Options.integer("attackers").pipe(
    Options.withSchema(Schema.Int.pipe(Schema.positive())),
    Options.withDefault(1),
    Options.withDescription("connections that send all of fixtures/hostile in turn, one file after the other; default 1")
  ),
  seconds: Options.integer("seconds").pipe(
    Options.withSchema(Schema.Int.pipe(Schema.positive())),
    Options.withDefault(60),
    Options.withDescription("how long the attack lasts; default 60")
  )
}

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url))

/** After the attack, threads that have nothing to do any more have ended and garbage is collected. */
const restSeconds = 70

const hostileForms = Effect.gen(function*() {
  const files = yield* FileSystem.FileSystem
  const names = yield* files.readDirectory(`${fixtures}hostile`)
  const [first, ...others] = yield* Effect.forEach(names, (name) =>
    Effect.map(files.readFile(`${fixtures}hostile/${name}`), (bytes) => LoadGenerator.form(name, bytes)))
  return first === undefined ? yield* Effect.dieMessage("fixtures/hostile is empty") : [first, ...others] as const
})

const row = (name: string, { latencyMs, requests, statuses }: LoadGenerator.Measured): ReadonlyArray<string> =>
  [name, String(requests), ms(latencyMs.p50), ms(latencyMs.p90), ms(latencyMs.max), Object.entries(statuses).map(([status, count]) => `${status}: ${count}`).join(", ")]

const run = Effect.fn("hostile")(function*({ attackers, document, seconds }: Command.Command.ParseConfig<typeof options>) {
  const files = yield* FileSystem.FileSystem
  const node = yield* Node.start({ EXCV_PLANS: Node.unlimited, EXCV_EXTRACTORS: "rules" })
  const target = { url: new URL(`${node.url}/api/v1/extract`), headers: { authorization: `Bearer ${node.key}` } }
  const ordinary: LoadGenerator.Target = { ...target, connections: 1, bodies: [LoadGenerator.form("cv.pdf", yield* files.readFile(`${fixtures}documents/${document}`))] }
  const attack: LoadGenerator.Target = { ...target, connections: attackers, bodies: yield* hostileForms }
  const load = (one: LoadGenerator.Target, duration: number, lead: number) => Effect.promise(() => LoadGenerator.run(one, duration, lead))
  const alone = yield* load(ordinary, seconds / 4, 5)
  const before = yield* node.usage
  const [beside, attacked] = yield* Effect.all([load(ordinary, seconds, 2), load(attack, seconds, 0)], { concurrency: "unbounded" })
  const during = yield* node.usage
  yield* Effect.sleep(`${restSeconds} seconds`)
  yield* load(ordinary, 2, 0)
  const after = yield* node.usage
  yield* Console.log(`${document}, ${Environment.describe(yield* Environment.current)}\n`)
  yield* Console.log(render([
    ["requests", "number", "median ms", "90 % ms", "longest ms", "answers"],
    row("alone", alone), row("beside the attack", beside), row("of the attack", attacked)
  ]))
  yield* Console.log(`\nmedian beside the attack: ${(beside.latencyMs.p50 / alone.latencyMs.p50).toFixed(2)} × that alone`)
  yield* Console.log(`resident MB: ${before.residentMb} before, ${during.residentMb} at its end, ${after.residentMb} after ${restSeconds} s of rest`)
})

const command = Command.make("hostile", options, (settings) => Effect.scoped(run(settings))).pipe(
  Command.withDescription("Latency of ordinary requests, and memory, while a server of its own is sent files that were made to harm.")
)

Command.run(command, { name: "bench:hostile", version: "0.1.0" })(process.argv).pipe(
  Effect.provide(NodeContext.layer),
  NodeRuntime.runMain
)
