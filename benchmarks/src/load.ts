/** `npm run bench:load -- --help`: how many requests a running server answers in a second, and how fast. */
import { Command, Options } from "@effect/cli"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Config, Console, Effect, Redacted, Schema } from "effect"
import { fileURLToPath } from "node:url"
import * as Environment from "./Environment.js"
import * as LoadGenerator from "./LoadGenerator.js"
import * as Results from "./Results.js"
import { ms, render } from "./Table.js"

const options = {
  url: Options.text("url").pipe(
    Options.withSchema(Schema.URL),
    Options.withDefault(new URL("http://127.0.0.1:3000/api/v1/usage")),
    Options.withDescription("what is asked, by GET; default: GET /usage of a server on port 3000")
  ),
  key: Options.redacted("key").pipe(
    Options.withFallbackConfig(Config.redacted("EXCV_KEY")),
    Options.withDescription("the API key; also from EXCV_KEY")
  ),
  connections: Options.integer("connections").pipe(
    Options.withSchema(Schema.Int.pipe(Schema.between(1, 10_000))),
    Options.withDefault(50),
    Options.withDescription("requests in flight, each over its own connection; default 50")
  ),
  seconds: Options.float("seconds").pipe(
    Options.withSchema(Schema.Number.pipe(Schema.positive())),
    Options.withDefault(10),
    Options.withDescription("how long, after two seconds of warm-up; default 10")
  )
}

const run = Effect.fn("load")(function*({ connections, key, seconds, url }: Command.Command.ParseConfig<typeof options>) {
  const environment = yield* Environment.current
  const target = { url, connections, headers: { authorization: `Bearer ${Redacted.value(key)}` } }
  const measured = yield* Effect.promise(() => LoadGenerator.run(target, seconds, 2))
  if (measured.requests === 0) return yield* Effect.fail(new NoAnswer({ url: url.href }))
  yield* Console.log(`GET ${url.href}, ${connections} connections, ${Environment.describe(environment)}\n`)
  yield* Console.log(table(measured))
  const file = fileURLToPath(new URL("../results/load.json", import.meta.url))
  yield* Results.writeText(file, `${JSON.stringify({ environment, url: url.href, connections, ...measured }, null, 2)}\n`)
})

class NoAnswer extends Schema.TaggedError<NoAnswer>("@excv/benchmarks/NoAnswer")("NoAnswer", { url: Schema.String }) {
  override get message() {
    return `${this.url} does not answer`
  }
}

const table = ({ latencyMs, requests, requestsPerSecond, statuses, successesPerSecond }: LoadGenerator.Measured): string =>
  render([
    ["", "value"],
    ["requests/s", requestsPerSecond.toFixed(0)],
    ["successes/s", successesPerSecond.toFixed(0)],
    ["requests", String(requests)],
    ["median ms", ms(latencyMs.p50)],
    ["90 % ms", ms(latencyMs.p90)],
    ["99 % ms", ms(latencyMs.p99)],
    ["longest ms", ms(latencyMs.max)],
    ...Object.entries(statuses).map(([status, count]) => [`answers ${status}`, String(count)])
  ])

const command = Command.make("load", options, run).pipe(
  Command.withDescription("How many requests a running server answers in a second, and how fast.")
)

Command.run(command, { name: "bench:load", version: "0.1.0" })(process.argv).pipe(
  Effect.provide(NodeContext.layer),
  NodeRuntime.runMain
)
