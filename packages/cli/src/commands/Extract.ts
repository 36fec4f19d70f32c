/** `excv extract`: its arguments and options. */
import { Args, Command, HelpDoc, Options, ValidationError } from "@effect/cli"
import { Resume } from "@excv/schema"
import { Effect, Schema } from "effect"
import { availableParallelism } from "node:os"

const invalid = (message: string) => ValidationError.invalidValue(HelpDoc.p(message))

const onlyOneStdin = (names: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<string>, HelpDoc.HelpDoc> =>
  names.filter((name) => name === "-").length > 1
    ? Effect.fail(HelpDoc.p("-: standard input can be read only once"))
    : Effect.succeed(names)

/** The parser takes an option that it does not know, or one without its value, for a file. */
const fileName = (name: string): Effect.Effect<string, HelpDoc.HelpDoc> =>
  name.startsWith("-") && name !== "-"
    ? Effect.fail(HelpDoc.p(`${name}: no such option, or its value is missing or wrong. (A file of this name: ./${name})`))
    : Effect.succeed(name)

const files = Args.text({ name: "FILE" }).pipe(
  Args.withDescription("A CV; a directory, which is searched with everything below it; or -, standard input"),
  Args.mapEffect(fileName),
  Args.atLeast(1),
  Args.mapEffect(onlyOneStdin)
)

const out = Options.text("out").pipe(
  Options.withPseudoName("DIR"),
  Options.withDescription("Write DIR/NAME.json for each file, NAME being its name without extension"),
  Options.optional
)

const asOf = Options.text("as-of").pipe(
  Options.withPseudoName("YYYY-MM"),
  Options.withDescription("The month where \"present\" ends, so that a result can be repeated; default: now"),
  Options.mapEffect((text) =>
    Effect.mapError(
      Schema.decode(Resume.Month)(text),
      () => invalid(`--as-of ${text}: expected a month written as YYYY-MM, such as 2026-03`)
    )),
  Options.optional
)

const meta = Options.boolean("meta").pipe(
  Options.withDescription("Add evidence and confidence per field, issues, attempts and timings")
)

const model = Options.text("model").pipe(
  Options.withPseudoName("NAME"),
  Options.withDescription("Ask only this model of the chain, as `excv doctor` names it; default: EXCV_EXTRACTORS in turn, else what has a key"),
  Options.optional
)

const maxCostUsd = Options.float("max-cost-usd").pipe(
  Options.withPseudoName("USD"),
  Options.withDescription("The most that a file may cost: no model is asked that might cost more, or whose price nobody knows; the rules are free"),
  Options.mapEffect((usd) =>
    usd >= 0 && Number.isFinite(usd)
      ? Effect.succeed(usd)
      : Effect.fail(invalid(`--max-cost-usd ${usd}: expected US dollars, such as 0.01`))),
  Options.optional
)

const concurrency = Options.integer("concurrency").pipe(
  Options.withPseudoName("N"),
  Options.withDescription("How many files are worked on at once; default: the number of cores"),
  Options.mapEffect((count) =>
    count >= 1 && count <= 256
      ? Effect.succeed(count)
      : Effect.fail(invalid(`--concurrency ${count}: expected a number from 1 to 256`))),
  Options.withDefault(availableParallelism())
)

/** Loaded when it is asked for, as all commands are: help must not wait for the pipeline. */
const load = Effect.promise(() => import("../extract/Batch.js"))

export const command = Command.make(
  "extract",
  { files, out, asOf, meta, model, maxCostUsd, concurrency },
  (options) => Effect.flatMap(load, ({ run }) => run(options))
).pipe(Command.withDescription("Turn CVs into JSON"))
