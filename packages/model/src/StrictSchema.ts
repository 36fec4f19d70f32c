/**
 * JSON Schema for strict structured output: every member required, none allowed beside them, nothing optional but null.
 * Made from the lenient schema, so that there is one list of fields.
 */
import { Schema, SchemaAST } from "effect"
import type { JsonSchema } from "./ChatModel.js"

export const strict = (schema: Schema.Schema.AnyNoContext): JsonSchema => ofAst(Schema.encodedSchema(schema).ast)

const nullable = (inner: JsonSchema): JsonSchema =>
  typeof inner["type"] === "string" && inner["type"] !== "object" && inner["type"] !== "array"
    ? { ...inner, type: [inner["type"], "null"] }
    : { anyOf: [inner, { type: "null" }] }

/** Lists are never null in an answer that keeps to the schema: an empty one says the same. */
const ofUnion = (types: ReadonlyArray<SchemaAST.AST>): JsonSchema => {
  const said = types.filter((type) => type !== Schema.Null.ast && !SchemaAST.isUndefinedKeyword(type))
  const first = said.find(SchemaAST.isStringKeyword) ?? said[0]
  if (first === undefined) return { type: "null" }
  if (SchemaAST.isUnion(first)) return ofUnion([...first.types, ...types.filter((type) => type !== first)])
  const inner = ofAst(first)
  return inner["type"] === "array" || said.length === types.length ? inner : nullable(inner)
}

const ofAst = (ast: SchemaAST.AST): JsonSchema => {
  switch (ast._tag) {
    case "StringKeyword":
      return { type: "string" }
    case "Union":
      return ofUnion(ast.types)
    case "TupleType":
      return { type: "array", items: ofAst(ast.rest[0]?.type ?? Schema.String.ast) }
    case "TypeLiteral":
      return {
        type: "object",
        properties: Object.fromEntries(ast.propertySignatures.map(({ name, type }) => [String(name), ofAst(type)])),
        required: ast.propertySignatures.map(({ name }) => String(name)),
        additionalProperties: false
      }
    default:
      throw new Error(`An answer has no ${ast._tag}`)
  }
}
