/** The identifier by which a client and an operator speak of one request. */
import { randomUUID } from "node:crypto"

/** What tracing systems send: long enough to be unique, short and plain enough for a log. */
const sane = /^[A-Za-z0-9._-]{8,128}$/

export const of = (incoming: string | undefined): string =>
  incoming !== undefined && sane.test(incoming) ? incoming : randomUUID()
