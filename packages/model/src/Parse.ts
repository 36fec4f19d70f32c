/** From the text of a reply to an answer: tolerant of fences, prose around the object, and trailing commas. */
import { Either, ParseResult, Schema } from "effect"
import { Answer } from "./Answer.js"

/** `problem` names places and kinds, never values. */
export type Parsed = Either.Either<Answer, string>

const decode = Schema.decodeUnknownEither(Answer)

/** The outermost object: from the first brace to its partner, or to the end. */
const objectIn = (text: string): string => {
  const start = text.indexOf("{")
  const end = text.lastIndexOf("}")
  return start < 0 || end < start ? text : text.slice(start, end + 1)
}

const parseJson = (text: string): Either.Either<unknown, string> =>
  Either.try({ try: () => JSON.parse(text) as unknown, catch: () => "It is not valid JSON." })

const json = (text: string): Either.Either<unknown, string> =>
  Either.orElse(parseJson(text.trim()), () => {
    const object = objectIn(text)
    return Either.orElse(parseJson(object), () => parseJson(object.replace(/,(\s*[\]}])/g, "$1")))
  })

const members = new Set(Object.keys(Answer.fields))

/** An object with none of our members is an answer to another question. */
const isOurs = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).some((key) => members.has(key))

/** Some models wrap the object into another one. */
const unwrapped = (value: unknown): unknown => {
  const inner = typeof value === "object" && value !== null ? Object.values(value) : []
  return !isOurs(value) && inner.length === 1 && isOurs(inner[0]) ? inner[0] : value
}

export const parse = (text: string): Parsed =>
  Either.flatMap(json(text), (value) => {
    const answer = unwrapped(value)
    return isOurs(answer) ? Either.mapLeft(decode(answer), problemOf) : Either.left("It is not an object of the schema.")
  })

const problemOf = (error: ParseResult.ParseError): string => {
  const issues = ParseResult.ArrayFormatter.formatErrorSync(error).slice(0, 5)
  return `These members are not of the schema: ${issues.map(({ path }) => path.join(".") || "the object").join(", ")}.`
}
