/**
 * The Postgres driver's client with prepared statements: each text is parsed and planned once a connection, not once a call,
 * which is most of what a short statement costs. The SQL layer itself never names statements.
 */
import { createHash } from "node:crypto"
import Pg from "pg"

/** The store's texts are a few dozen; others, such as inserts of any number of rows, must not fill the server's memory. */
const maxStatements = 200

const names = new Map<string, string>()

export class PreparedClient extends Pg.Client {
  constructor(config?: string | Pg.ClientConfig) {
    super(config)
    Object.assign(this, {
      query: (...args: ReadonlyArray<unknown>) => Reflect.apply(super.query, this, prepared(args))
    })
  }
}

/** Only statements with parameters: one without may hold several statements, which cannot be prepared. */
const prepared = (args: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  const [text, values, ...rest] = args
  if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) return args
  const name = nameOf(text)
  return name === undefined ? args : [{ name, text, values }, ...rest]
}

/** Made from the text, so that a name means the same on every connection, also behind a pooler. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= maxStatements) return known
  const name = `excv_${createHash("sha256").update(text).digest("hex").slice(0, 40)}`
  names.set(text, name)
  return name
}
