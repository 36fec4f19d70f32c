/**
 * The ways to ask for an answer of a given shape, from the strictest. Not every server has every way: one that turns a way down is
 * asked in the next one from then on.
 */
import type { ProviderError } from "@excv/provider"

export type Shape = "responses" | "json_schema" | "tools" | "json_object"

export const shapes: ReadonlyArray<Shape> = ["responses", "json_schema", "tools", "json_object"]

export const next = (shape: Shape): Shape | null => shapes[shapes.indexOf(shape) + 1] ?? null

/** The server did not understand the question; that it is too long, or the model unknown, it would say of any. */
export const mayBeTheShape = ({ reason }: ProviderError.ProviderError, shape: Shape): boolean =>
  reason === "invalid_request" || (shape === "responses" && reason === "unknown_model")

/** Only OpenAI's own server, and Azure's, are known to have the Responses API. */
export const usual = (baseUrl: string): Shape =>
  /^https:\/\/(api\.openai\.com|[\w-]+\.openai\.azure\.com)(\/|$)/i.test(baseUrl) ? "responses" : "json_schema"
