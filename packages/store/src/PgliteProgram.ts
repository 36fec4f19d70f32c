/** The program of the thread in which PGlite runs: opens it, says so, and answers requests one after the other. */
import type { PGlite } from "@electric-sql/pglite"
import { parentPort, workerData } from "node:worker_threads"
import * as PgliteEngine from "./PgliteEngine.js"
import type { Answer, Request } from "./PgliteThread.js"

const answer = async (pglite: PGlite, request: Request): Promise<Uint8Array | Blob | undefined> => {
  switch (request._tag) {
    case "Exchange":
      return pglite.execProtocolRaw(request.bytes)
    case "Reset":
      // There is one session for all connections: the next one must not find this one's transaction and statements.
      await pglite.exec("ROLLBACK")
      await pglite.exec("DISCARD ALL")
      return undefined
    case "Dump":
      return pglite.dumpDataDir("none")
    case "Close":
      await pglite.close()
      return undefined
  }
}

const say = (message: Answer) => parentPort?.postMessage(message)

const attempt = (work: Promise<Uint8Array | Blob | undefined>): Promise<void> =>
  work.then((result) => say({ _tag: "Done", result }), () => say({ _tag: "Failed" }))

const opening = PgliteEngine.open(workerData)
let last = attempt(opening.then(() => undefined))
parentPort?.on("message", (request: Request) => {
  last = last.then(() => attempt(opening.then((pglite) => answer(pglite, request))))
})
