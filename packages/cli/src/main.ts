/** The process: arguments in, exit code out; results on standard output, logs and everything else on standard error. */
import { CliConfig } from "@effect/cli"
import * as NodeContext from "@effect/platform-node/NodeContext"
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Cause, Effect, Exit as Outcome, Layer, Logger, MutableRef } from "effect"
import * as Cli from "./Cli.js"
import * as Exit from "./Exit.js"
import * as Terminal from "./Terminal.js"

// Writing says it too; without a listener the process would end with a stack trace.
process.stdout.on("error", () => {})
process.stderr.on("error", () => {})

const onSignal = MutableRef.make<number>(Exit.codes.interrupted)

const layer = Layer.mergeAll(
  NodeContext.layer,
  Layer.succeed(Exit.OnSignal, onSignal),
  CliConfig.layer({ showBuiltIns: false }),
  Logger.replace(Logger.defaultLogger, Logger.prettyLogger({ stderr: true }))
)

Cli.run(process.argv.slice(2)).pipe(
  Terminal.plain,
  Effect.provide(layer),
  NodeRuntime.runMain({
    disablePrettyLogger: true,
    teardown: (outcome, end) =>
      end(Outcome.match(outcome, {
        onFailure: (cause) => Cause.isInterruptedOnly(cause) ? MutableRef.get(onSignal) : Exit.codes.failed,
        onSuccess: Number
      }))
  })
)
