/** The extractors of this build by the name that configuration calls them: a new one is one line here. */
import type { Extractor } from "@excv/provider"
import * as Rules from "@excv/provider-rules"
import { Config, ConfigError, Either } from "effect"

const known: Readonly<Record<string, Extractor>> = {
  rules: Rules.extractor
}

export type Chain = readonly [Extractor, ...Array<Extractor>]

export const offline: Chain = [Rules.extractor]

const parse = (variable: string) => (text: string): Either.Either<Chain, ConfigError.ConfigError> => {
  const names = text.split(",").map((name) => name.trim()).filter((name) => name !== "")
  const unknown = names.find((name) => !Object.hasOwn(known, name))
  const [first, ...others] = names.flatMap((name) => known[name] ?? [])
  return unknown === undefined && first !== undefined
    ? Either.right([first, ...others])
    : Either.left(ConfigError.InvalidData(
      [variable],
      `${unknown === undefined ? "It names no extractor" : `"${unknown}" is no extractor`}. Known: ${Object.keys(known).join(", ")}.`
    ))
}

/** A comma-separated chain, in the order in which the extractors are asked; offline when the variable is not set. */
const chain = (variable: string): Config.Config<Chain> =>
  Config.string(variable).pipe(Config.mapOrFail(parse(variable)), Config.withDefault(offline))

/** `EXCV_EXTRACTORS`: for everybody. */
export const live = chain("EXCV_EXTRACTORS")

/** `EXCV_SANDBOX_EXTRACTORS`: for sandbox keys, which cost nothing by default. */
export const sandbox = chain("EXCV_SANDBOX_EXTRACTORS")
