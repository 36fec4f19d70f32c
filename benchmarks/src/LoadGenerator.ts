/** Load: connections that send one request after the other, as fast as they are answered. */
import { request as httpRequest, Agent as HttpAgent } from "node:http"
import { request as httpsRequest, Agent as HttpsAgent } from "node:https"
import { performance } from "node:perf_hooks"
import { percentile } from "./Percentile.js"

export interface Target {
  readonly url: URL
  readonly headers: { readonly [name: string]: string }
  /** sent at the same time, each over its own kept connection */
  readonly connections: number
  /** sent by POST, one after the other and again; without any, GET */
  readonly bodies?: readonly [Body, ...Array<Body>]
}

export interface Body {
  readonly contentType: string
  readonly bytes: Uint8Array
}

const boundary = "----excv-load"

/** One file, as a form of a browser sends it. */
export const form = (name: string, file: Uint8Array): Body => ({
  contentType: `multipart/form-data; boundary=${boundary}`,
  bytes: Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`)
  ])
})

export interface Measured {
  /** that were answered in the time that was measured */
  readonly requests: number
  readonly seconds: number
  readonly requestsPerSecond: number
  /** of those, answered with a status of 200 to 299 */
  readonly successesPerSecond: number
  /** of the answers, whatever their status */
  readonly latencyMs: { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number }
  /** how many answers had each status; `error` counts requests without an answer */
  readonly statuses: { readonly [status: string]: number }
}

/**
 * Every connection is busy before and after the time that is measured, `leadSeconds` before it, so that a slow answer
 * counts no other way than a fast one. Plain promises, because the generator must cost less than the server that it measures.
 */
export const run = async ({ bodies, connections, headers, url }: Target, seconds: number, leadSeconds = 0): Promise<Measured> => {
  const isSecure = url.protocol === "https:"
  const settings = { keepAlive: true, maxSockets: connections }
  const agent = isSecure ? new HttpsAgent(settings) : new HttpAgent(settings)
  const requestOf = (body: Body | undefined) => body === undefined
    ? { agent, headers }
    : { agent, method: "POST", headers: { ...headers, "content-type": body.contentType, "content-length": body.bytes.length } }
  let turn = 0
  const latencies: Array<number> = []
  const statuses: Record<string, number> = {}
  const start = performance.now() + leadSeconds * 1000
  const end = start + seconds * 1000

  const once = (): Promise<string> =>
    new Promise((resolve) => {
      const body = bodies?.[turn++ % bodies.length]
      const call = (isSecure ? httpsRequest : httpRequest)(url, requestOf(body), (answer) => {
        answer.on("end", () => resolve(String(answer.statusCode ?? "error")))
        answer.on("error", () => resolve("error"))
        answer.resume()
      })
      call.on("error", () => resolve("error"))
      call.end(body?.bytes)
    })

  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const sent = performance.now()
      const status = await once()
      const answered = performance.now()
      if (answered < start || answered > end) continue
      if (status !== "error") latencies.push(answered - sent)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }

  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  const successes = Object.entries(statuses).reduce((total, [status, count]) => total + (/^2\d\d$/.test(status) ? count : 0), 0)
  const at = (share: number) => percentile(latencies, share)
  return {
    requests: latencies.length,
    seconds,
    requestsPerSecond: latencies.length / seconds,
    successesPerSecond: successes / seconds,
    latencyMs: { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) },
    statuses
  }
}
