/** The SDK's client with everything off that would act behind our back: retries, environment variables, logs. */
import { Anthropic } from "@anthropic-ai/sdk"
import { Duration, Redacted } from "effect"

export const officialUrl = "https://api.anthropic.com"

export const make = (baseUrl: string, key: Redacted.Redacted, timeout: Duration.Duration): Anthropic =>
  new Anthropic({
    baseURL: baseUrl,
    apiKey: Redacted.value(key),
    authToken: null,
    maxRetries: 0,
    timeout: Duration.toMillis(timeout),
    logLevel: "off"
  })
