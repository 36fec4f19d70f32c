/** The socket that the Postgres driver believes to have: what it writes goes to PGlite, what PGlite answers can be read. */
import { Duplex } from "node:stream"
import type { PgliteThread } from "./PgliteThread.js"

type Done = (error?: Error | null) => void

const terminate = "X".charCodeAt(0)
const startup = 0
const backendKeyData = "K".charCodeAt(0)

export class PgliteStream extends Duplex {
  constructor(private readonly pglite: PgliteThread) {
    super()
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"))
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.exchange(chunk).then(() => done(), done)
  }

  override _writev(chunks: Array<{ chunk: Buffer }>, done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "binary", done)
  }

  /** Several messages may stand in one request; each request is answered whole. */
  private async exchange(request: Buffer): Promise<void> {
    if (request[0] === terminate) return this.pglite.reset()
    const answer = Buffer.from(await this.pglite.exchange(request))
    if (answer.length > 0) this.push(request[0] === startup ? withoutKey(answer) : answer)
  }

  // What the driver asks of a socket and means nothing here.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** Without the key the driver does not try to cancel a query: the cancellation would wait for the one connection. */
const withoutKey = (answer: Buffer): Buffer => {
  const kept: Array<Buffer> = []
  for (let start = 0; start < answer.length; ) {
    const end = start + 1 + answer.readInt32BE(start + 1)
    if (answer[start] !== backendKeyData) kept.push(answer.subarray(start, end))
    start = end
  }
  return Buffer.concat(kept)
}
