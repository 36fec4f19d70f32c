/** The command `excv`: its commands put together, and what every way to end means for the exit code. */
import { Command, ValidationError } from "@effect/cli"
import { Effect } from "effect"
import * as Doctor from "./commands/Doctor.js"
import * as Extract from "./commands/Extract.js"
import * as Keys from "./commands/Keys.js"
import * as Serve from "./commands/Serve.js"
import * as Exit from "./Exit.js"
import * as Help from "./Help.js"
import { version } from "./Manifest.js"
import * as Output from "./Output.js"

const excv = Command.make("excv").pipe(
  Command.withDescription("Turn CVs into structured, grounded JSON"),
  Command.withSubcommands([Extract.command, Serve.command, Keys.command, Doctor.command])
)

/** Answers with the exit code. */
export const run = (args: ReadonlyArray<string>) =>
  parse(args).pipe(
    Effect.as(0),
    Effect.catchTag("Exit", ({ code, message }) => Effect.as(message === "" ? Effect.void : Output.say(message), code)),
    Effect.catchIf(ValidationError.isValidationError, () => Effect.as(Output.say(Help.hint(args)), Exit.codes.usage))
  )

const parse = (args: ReadonlyArray<string>) => {
  const mistake = Help.unknownKeysCommand(args) ?? wizardWithoutTerminal(args)
  return mistake === null
    ? Command.run(excv, { name: "excv", version, executable: "excv", footer: Help.footer(args) })(
      ["node", "excv", ...Help.inFull(args)]
    )
    : Effect.fail(Exit.usage(`${mistake}\n${Help.hint(args)}`))
}

/** It would wait for answers that cannot come. */
const wizardWithoutTerminal = (args: ReadonlyArray<string>): string | null =>
  args.includes("--wizard") && !process.stdin.isTTY ? "--wizard asks questions: it needs a terminal" : null
