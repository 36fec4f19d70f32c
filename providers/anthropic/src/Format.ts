/**
 * The answer's schema for this vendor: its grammar takes only a few members that may be of two types, so what the document does not
 * say is an empty string here, and read as null all the same.
 */
import type { JsonSchema } from "@excv/model"

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null && !Array.isArray(value)

export const withoutUnions = (schema: JsonSchema): JsonSchema => {
  const { items, properties, type } = schema
  if (Array.isArray(type)) return { ...schema, type: type.find((name) => name !== "null") }
  return {
    ...schema,
    ...(isSchema(items) ? { items: withoutUnions(items) } : {}),
    ...(isSchema(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, isSchema(inner) ? withoutUnions(inner) : inner])) }
      : {})
  }
}

export const emptyIsNull = "In this answer an empty string stands for null.\n"
