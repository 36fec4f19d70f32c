// Owns the data directory given as its argument until it is killed; says "owned" or why not.
import { Effect } from "effect"
import * as DataDirectory from "../../dist/DataDirectory.js"

const own = DataDirectory.own(process.argv[2]).pipe(
  Effect.tap(() => Effect.sync(() => process.stdout.write("owned\n"))),
  Effect.andThen(Effect.never),
  Effect.scoped,
  Effect.catchAll((error) => Effect.sync(() => process.stdout.write(`${error._tag}\n`)))
)

// a timer keeps the process alive, as a server's socket would
setInterval(() => undefined, 1000)
Effect.runPromise(own)
