/**
 * PGlite in a thread of its own: a statement does not hold up the requests of the main thread, and the engine starts while
 * the rest of the program still loads.
 */
import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import * as PgliteDirectory from "./PgliteDirectory.js"

export interface Options {
  /** created (its parent must exist) or opened; in memory if not given */
  readonly directory?: string | undefined
  /** what `dump` of another one returned: much cheaper than creating a database */
  readonly dump?: Blob | undefined
}

/** Each is answered in the order asked. */
export type Request =
  | { readonly _tag: "Exchange"; readonly bytes: Uint8Array }
  | { readonly _tag: "Reset" }
  | { readonly _tag: "Dump" }
  | { readonly _tag: "Close" }

/** What failed stays in the thread: its texts may hold values. */
export type Answer = { readonly _tag: "Done"; readonly result: Uint8Array | Blob | undefined } | { readonly _tag: "Failed" }

/** The build of the thread's program: threads cannot run sources. */
const program = createRequire(import.meta.url).resolve("@excv/store/pglite-program")

interface Waiting {
  readonly resolve: (result: Uint8Array | Blob | undefined) => void
  readonly reject: (error: Error) => void
}

export class PgliteThread {
  readonly #worker: Worker
  readonly #waiting: Array<Waiting> = []
  #isGone = false

  private constructor(options: Options) {
    this.#worker = new Worker(program, { workerData: options })
    this.#worker.on("message", (answer: Answer) => {
      const asked = this.#waiting.shift()
      if (answer._tag === "Done") asked?.resolve(answer.result)
      else asked?.reject(new Error("The embedded database failed"))
    })
    this.#worker.on("error", () => this.#end())
    this.#worker.on("exit", () => this.#end())
  }

  /** Rejects when the database does not start. Creating takes seconds, opening about one. */
  static async open(options: Options): Promise<PgliteThread> {
    if (options.directory !== undefined && options.dump === undefined) await PgliteDirectory.ensure(options.directory)
    const thread = new PgliteThread(options)
    await thread.#next()
    return thread
  }

  /** Messages of the Postgres protocol; their answers. */
  async exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const answer = await this.#ask({ _tag: "Exchange", bytes })
    return answer instanceof Uint8Array ? answer : new Uint8Array()
  }

  /** Ends the transaction and forgets what the session has prepared and set. */
  async reset(): Promise<void> {
    await this.#ask({ _tag: "Reset" })
  }

  /** The data, for another one to begin with. */
  async dump(): Promise<Blob> {
    const answer = await this.#ask({ _tag: "Dump" })
    if (answer instanceof Blob) return answer
    throw new Error("The embedded database gave no data")
  }

  async close(): Promise<void> {
    await this.#ask({ _tag: "Close" }).finally(() => this.#worker.terminate())
  }

  #ask(request: Request): Promise<Uint8Array | Blob | undefined> {
    const answer = this.#next()
    if (!this.#isGone) this.#worker.postMessage(request)
    return answer
  }

  #next(): Promise<Uint8Array | Blob | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#isGone) reject(new Error("The embedded database has ended"))
      else this.#waiting.push({ resolve, reject })
    })
  }

  #end(): void {
    this.#isGone = true
    for (const { reject } of this.#waiting.splice(0)) reject(new Error("The embedded database has ended"))
  }
}
