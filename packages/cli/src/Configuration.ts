/** Options that stand for environment variables: what is written on the command line wins. */
import { Options } from "@effect/cli"
import { ConfigProvider, Effect, Option } from "effect"

export const dataDirectory = Options.text("data-dir").pipe(
  Options.withPseudoName("DIR"),
  Options.withDescription("Where the embedded database lies; default: EXCV_DATA_DIR, else .excv"),
  Options.optional
)

/**
 * Reads the variables from the options that were given, and all others from the environment. Not an `orElse` of the two:
 * that would take the environment's value where the option's is not valid.
 */
export const override = (options: Readonly<Record<string, Option.Option<string>>>) => {
  const given = new Map(Object.entries(options).flatMap(([variable, value]) =>
    Option.isSome(value) ? [[variable, value.value] as const] : []))
  const environment = ConfigProvider.fromEnv().flattened
  const commandLine = ConfigProvider.fromMap(given, { pathDelim: "_" }).flattened
  return Effect.withConfigProvider(ConfigProvider.fromFlat({
    ...environment,
    load: (path, primitive, split) =>
      (given.has(path.join("_")) ? commandLine : environment).load(path, primitive, split)
  }))
}
