/** The SDK's client with everything off that would act behind our back: retries and the environment's projects. */
import { GoogleGenAI } from "@google/genai"
import { Redacted } from "effect"

export const officialUrl = "https://generativelanguage.googleapis.com"

export const make = (key: Redacted.Redacted): GoogleGenAI => new GoogleGenAI({ apiKey: Redacted.value(key), vertexai: false })
