/** What runs in a process for files that are parsed in JavaScript, and for who reads beside a model: one step after the other. */
import { Effect } from "effect"
import type * as Outcome from "./Outcome.js"
import * as Served from "./Served.js"
import { decode, testify } from "./Worker.js"
import type { ParserSteps } from "./Worker.js"

Served.serve<Outcome.OfAll<ParserSteps>>({
  decode: (task) => Effect.promise(() => decode(task)),
  testify: (task) => Effect.promise(() => testify(task))
})
