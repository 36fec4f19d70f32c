/**
 * The message port between us and the parsing half of pdf.js, in one thread.
 *
 * pdf.js is two halves that speak by messages. Its display half wants a canvas, `DOMMatrix` and `FontFace`, prints warnings
 * where they are missing, and clones every message; we need none of it. This is the other end of the protocol of the exactly
 * pinned version (the handshake checks it), and it hands objects over by reference.
 */

/** A message of pdf.js; which members are there depends on its kind. */
interface Message {
  readonly sourceName: string
  readonly targetName: string
  readonly action?: string
  readonly callback?: number
  readonly callbackId?: number
  readonly stream?: number
  readonly streamId?: number
  readonly data?: unknown
  readonly reason?: unknown
  readonly chunk?: unknown
}

type Handler = (data: unknown) => unknown

interface Call {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
  readonly onChunk: (chunk: unknown) => void
}

const Callback = { data: 1, error: 2 }
const Stream = { close: 3, enqueue: 4, error: 5, startComplete: 8 }

export interface Port {
  /** What pdf.js is given. */
  readonly remote: object
  readonly send: (action: string, data: unknown) => void
  readonly request: (action: string, data: unknown) => Promise<unknown>
  /** Resolves at the end of the stream; chunks are handed over while the sender still owns them: do not keep them. */
  readonly stream: (action: string, data: unknown, onChunk: (chunk: unknown) => void) => Promise<unknown>
  /** Rejects what is still open. */
  readonly close: () => void
}

export const make = (local: string, remote: string, handlers: Readonly<Record<string, Handler>>): Port => {
  const listeners = new Set<(event: { readonly data: Message }) => void>()
  const calls = new Map<number, Call>()
  const streams = new Map<number, Call>()
  let identifiers = 0

  const deliver = (message: Omit<Message, "sourceName" | "targetName">) => {
    const data = { ...message, sourceName: local, targetName: remote }
    queueMicrotask(() => listeners.forEach((listener) => listener({ data })))
  }

  const answer = (message: Message) => {
    const handler = message.action === undefined ? undefined : handlers[message.action]
    if (message.callbackId === undefined) return void handler?.(message.data)
    const { callbackId } = message
    Promise.resolve(message.data).then((data) => handler === undefined ? null : handler(data)).then(
      (data) => deliver({ callback: Callback.data, callbackId, data }),
      (reason) => deliver({ callback: Callback.error, callbackId, reason })
    )
  }

  const settle = (table: Map<number, Call>, id: number | undefined, how: (call: Call) => void, last: boolean) => {
    const call = id === undefined ? undefined : table.get(id)
    if (call === undefined || id === undefined) return
    if (last) table.delete(id)
    how(call)
  }

  const receive = (message: Message) => {
    if (message.targetName !== local) return
    if (message.callback !== undefined) {
      return settle(calls, message.callbackId, (call) =>
        message.callback === Callback.data ? call.resolve(message.data) : call.reject(message.reason), true)
    }
    switch (message.stream) {
      case undefined: return answer(message)
      case Stream.enqueue: return settle(streams, message.streamId, (call) => call.onChunk(message.chunk), false)
      case Stream.close: return settle(streams, message.streamId, (call) => call.resolve(undefined), true)
      case Stream.error: return settle(streams, message.streamId, (call) => call.reject(message.reason), true)
      case Stream.startComplete:
        if (message.reason !== undefined) settle(streams, message.streamId, (call) => call.reject(message.reason), true)
    }
  }

  const open = (
    table: Map<number, Call>,
    onChunk: (chunk: unknown) => void,
    message: (id: number) => Omit<Message, "sourceName" | "targetName">
  ) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++identifiers
      table.set(id, { resolve, reject, onChunk })
      deliver(message(id))
    })

  const ignore = () => undefined
  return {
    remote: {
      postMessage: receive,
      addEventListener: (_type: string, listener: (event: { readonly data: Message }) => void, options?: { readonly signal?: AbortSignal }) => {
        listeners.add(listener)
        options?.signal?.addEventListener("abort", () => listeners.delete(listener))
      }
    },
    send: (action, data) => deliver({ action, data }),
    request: (action, data) => open(calls, ignore, (callbackId) => ({ action, callbackId, data })),
    stream: (action, data, onChunk) =>
      open(streams, onChunk, (streamId) => Object.assign({ action, streamId, data }, { desiredSize: Number.MAX_SAFE_INTEGER })),
    close: () => {
      for (const table of [calls, streams]) {
        table.forEach((call) => call.reject(new Error("The document is closed.")))
        table.clear()
      }
      listeners.clear()
    }
  }
}
