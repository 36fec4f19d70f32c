/** A client that speaks HTTP by hand: to send what no library would, in the order that no library has. */
import { Effect } from "effect"
import { once } from "node:events"
import { connect } from "node:net"
import type { Socket } from "node:net"

export interface Raw {
  readonly status: number
  readonly head: string
  readonly body: string
}

/**
 * Sends the text, lets `more` send the rest, and reads the last of so many answers as Content-Length says, or to the end
 * of the connection.
 */
export const exchange = (
  url: string,
  text: string,
  more: (socket: Socket) => Promise<void> = () => Promise.resolve(),
  answers = 1
) =>
  Effect.promise(async (signal): Promise<Raw> => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true, signal })
    const received: Array<Buffer> = []
    const ended = new Promise<void>((resolve) => {
      socket.on("close", resolve).on("end", resolve).on("error", () => undefined)
      socket.on("data", (chunk: Buffer) => {
        received.push(chunk)
        const text = Buffer.concat(received).toString()
        if (countAnswers(text) >= answers && isComplete(parse(text))) resolve()
      })
    })
    await once(socket, "connect")
    socket.write(text)
    await more(socket)
    await ended
    socket.destroy()
    return parse(Buffer.concat(received).toString())
  })

/** The last answer: those with 100 come before it. */
const parse = (text: string): Raw => {
  const start = text.lastIndexOf("HTTP/1.1 ")
  const [head = "", ...body] = text.slice(start).split("\r\n\r\n")
  return { status: Number(head.split(" ")[1] ?? 0), head: `${text.slice(0, start)}${head}`.toLowerCase(), body: body.join("\r\n\r\n") }
}

const countAnswers = (text: string): number => text.match(/HTTP\/1\.1 [2-5]/g)?.length ?? 0

const isComplete = ({ body, head, status }: Raw): boolean =>
  status >= 200 && Buffer.byteLength(body) >= Number(/content-length: (\d+)[^]*?$/.exec(head.slice(head.lastIndexOf("http/1.1")))?.[1] ?? Infinity)

/** Waits while the socket is full, and gives up when nobody reads any more. */
export const write = async (socket: Socket, bytes: Uint8Array): Promise<boolean> => {
  if (socket.destroyed || !socket.writable) return false
  if (socket.write(bytes)) return true
  return new Promise((resolve) => {
    const settle = () => {
      socket.off("drain", settle).off("close", settle)
      resolve(!socket.destroyed)
    }
    socket.on("drain", settle).on("close", settle)
  })
}

export const chunked = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")])

export const head = (key: string, ...headers: ReadonlyArray<string>): string =>
  ["POST /api/v1/extract HTTP/1.1", "Host: localhost", `Authorization: Bearer ${key}`, ...headers, "", ""].join("\r\n")
