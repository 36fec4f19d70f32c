/** One call of an SDK: it ends with its fiber, and within its time whatever the server does, a body that drips too. */
import { ProviderError } from "@excv/provider"
import { Duration, Effect } from "effect"

/** The longest answers of slow models. */
export const standardTimeout = Duration.seconds(90)

/** Of one answer, in tokens. */
export const standardOutput = 16_384

export const call = <A>(options: {
  readonly provider: string
  readonly timeout: Duration.Duration
  readonly run: (signal: AbortSignal) => PromiseLike<A>
  readonly fault: (thrown: unknown) => ProviderError.ProviderError
}): Effect.Effect<A, ProviderError.ProviderError> =>
  Effect.tryPromise({ try: (signal) => options.run(signal), catch: options.fault }).pipe(
    Effect.timeoutFail({ duration: options.timeout, onTimeout: () => ProviderError.make(options.provider, "timeout") })
  )
