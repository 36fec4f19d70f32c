/** When a second extractor is asked beside a slow one, as programs and configuration say it. */
import { Hedge } from "@excv/pipeline"
import { Config, ConfigError, Duration, Effect, Either, Option } from "effect"

/** a time, such as `"8 seconds"` or milliseconds; `"p95"`: when it is slower than 95 in 100 of its own answers of late */
export type After = Duration.DurationInput | "p95"

/** The answers that `p95` looks at are those of all requests that share what is made here. */
export const make: Effect.Effect<(after: After | undefined) => Hedge.Hedge | undefined> = Effect.map(Hedge.p95, (p95) => (after) =>
  after === undefined ? undefined : after === "p95" ? p95 : Hedge.fixed(Duration.decode(after)))

const parse = (text: string): Either.Either<After, ConfigError.ConfigError> =>
  text === "p95" ? Either.right(text) : Either.fromOption(
    Option.filter(Duration.decodeUnknown(text), Duration.isFinite),
    () => ConfigError.InvalidData([], "Expected p95, or a time such as \"8 seconds\".")
  )

/** `EXCV_HEDGE_AFTER` */
export const config: Config.Config<After | undefined> = Config.nonEmptyString("EXCV_HEDGE_AFTER").pipe(
  Config.mapOrFail(parse),
  Config.option,
  Config.map(Option.getOrUndefined)
)
