/** The SDK's client with everything off that would act behind our back: retries, environment variables, logs. */
import type { Redacted } from "effect"
import { Duration, Redacted as Secret } from "effect"
import { OpenAI } from "openai"

export const officialUrl = "https://api.openai.com/v1"

export const make = (baseUrl: string, key: Redacted.Redacted | null, timeout: Duration.Duration): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    apiKey: key === null ? "none" : Secret.value(key),
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: Duration.toMillis(timeout),
    logLevel: "off"
  })
