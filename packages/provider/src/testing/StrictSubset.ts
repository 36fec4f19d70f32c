/** The subset of JSON Schema that OpenAI's strict mode takes, by its documentation. */
import { isJson, type Json } from "./Vendor.js"

const keywords = new Set([
  "type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "const", "description", "title", "$ref", "$defs",
  "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems"
])
const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null"])
const maxDepth = 10
const maxProperties = 5000

/** Where the schema breaks the rules, and how; empty when it keeps to them. */
export const problems = (schema: Json): ReadonlyArray<string> => {
  const counted = { properties: 0 }
  const found = schema["type"] === "object" && schema["anyOf"] === undefined ? [] : ["the root must be an object"]
  const all = [...found, ...check(schema, "#", 1, counted)]
  return counted.properties > maxProperties ? [...all, "too many properties"] : all
}

const check = (schema: unknown, at: string, depth: number, counted: { properties: number }): ReadonlyArray<string> => {
  if (!isJson(schema)) return [`${at}: not a schema`]
  if (depth > maxDepth) return [`${at}: nested too deep`]
  const unknown = Object.keys(schema).filter((key) => !keywords.has(key)).map((key) => `${at}: '${key}' is not permitted`)
  const named = [schema["type"]].flat().filter((type) => type !== undefined)
  const wrong = named.filter((type) => typeof type !== "string" || !types.has(type)).map(() => `${at}: unknown type`)
  const open = named.length === 0 && schema["anyOf"] === undefined && schema["$ref"] === undefined ? [`${at}: no type`] : []
  return [
    ...unknown, ...wrong, ...open,
    ...(named.includes("object") ? checkObject(schema, at, depth, counted) : []),
    ...(named.includes("array") ? check(schema["items"], `${at}/items`, depth + 1, counted) : []),
    ...(Array.isArray(schema["anyOf"]) ? schema["anyOf"].flatMap((inner, index) => check(inner, `${at}/anyOf/${index}`, depth, counted)) : [])
  ]
}

const checkObject = (schema: Json, at: string, depth: number, counted: { properties: number }): ReadonlyArray<string> => {
  const properties = isJson(schema["properties"]) ? schema["properties"] : {}
  const required = Array.isArray(schema["required"]) ? schema["required"] : []
  const names = Object.keys(properties)
  counted.properties += names.length
  return [
    ...(schema["additionalProperties"] === false ? [] : [`${at}: 'additionalProperties' is required to be false`]),
    ...names.filter((name) => !required.includes(name)).map((name) => `${at}: '${name}' is missing in 'required'`),
    ...required.filter((name) => !names.includes(String(name))).map((name) => `${at}: '${String(name)}' is required but not declared`),
    ...names.flatMap((name) => check(properties[name], `${at}/${name}`, depth + 1, counted))
  ]
}
