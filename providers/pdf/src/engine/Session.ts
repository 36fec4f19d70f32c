/** One open document in the pdf.js engine: pages, their operators and their links. */
import * as FontHeader from "./FontHeader.js"
import * as Port from "./Port.js"

/** A page as the engine describes it. */
export interface PageInfo {
  readonly rotate: number
  readonly userUnit: number
  /** crop box in user space: left, bottom, right, top */
  readonly view: readonly [number, number, number, number]
}

/** Some operators of a page with their arguments; valid only while it is handed over. */
export interface Operators {
  readonly fnArray: ReadonlyArray<number>
  readonly argsArray: ReadonlyArray<unknown>
}

export interface Session {
  /** The number of pages once the document is open; rejects with `OpenError`. */
  readonly opened: Promise<number>
  readonly page: (index: number) => Promise<PageInfo>
  readonly operators: (index: number, consume: (operators: Operators) => void) => Promise<void>
  /** Link annotations of a page; cheap only after its operators were read. */
  readonly links: (index: number) => Promise<ReadonlyArray<unknown>>
  /** The configuration of optional content, null when there is none. */
  readonly layers: () => Promise<unknown>
  readonly font: (id: string) => FontHeader.Font
  readonly close: () => Promise<void>
}

/** Why a document cannot be opened. */
export class OpenError extends Error {
  constructor(readonly reason: "encrypted" | "corrupted") {
    super(reason)
  }
}

// Bits of `RenderingIntentFlag`: everything that is shown, with annotations, unoptimised.
const displayIntent = 0x02
const operatorListIntent = 0x100

/** Its `AnnotationType.LINK`. */
const linkType = 2

const version = "5.4.296"

const evaluatorOptions = {
  // An image is never decoded: its place is seen from the transform that it leaves behind.
  maxImageSize: 0,
  disableFontFace: false,
  ignoreErrors: true,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  canvasMaxAreaInBytes: 0,
  fontExtraProperties: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  cMapUrl: null,
  iccUrl: null,
  standardFontDataUrl: null,
  wasmUrl: null
}

let sessions = 0

/** The parsing half of pdf.js. */
interface Engine {
  readonly WorkerMessageHandler: {
    readonly setup: (handler: { readonly on: (action: string, handle: (data: unknown) => unknown) => void }, port: object) => void
    readonly createDocumentHandler: (parameters: object, port: object) => string
  }
}

/** The build for Node 20 replaces `Array.prototype.push` by one ten times slower; the thread gets its own back. */
const load = async () => {
  const { push } = Array.prototype
  // @ts-expect-error the package ships no types for this half
  const { WorkerMessageHandler }: Engine = await import("pdfjs-dist/legacy/build/pdf.worker.mjs")
  Object.defineProperty(Array.prototype, "push", { value: push, writable: true, configurable: true, enumerable: false })
  // The only way to its verbosity is the message that a worker gets first.
  const actions = new Map<string, (data: unknown) => unknown>()
  WorkerMessageHandler.setup({ on: (action, handle) => actions.set(action, handle) }, {})
  actions.get("configure")?.({ verbosity: 0 })
  return WorkerMessageHandler
}

let loaded: ReturnType<typeof load> | undefined

const engine = () => (loaded ??= load())

const numberOfPages = (message: unknown): number =>
  Number((message as { readonly pdfInfo?: { readonly numPages?: unknown } }).pdfInfo?.numPages)

/** Begins to open the bytes, which are copied. Close the session in any case. */
export const open = async (bytes: Uint8Array, readCharacterMap: (name: string) => Promise<unknown>): Promise<Session> => {
  const handler = await engine()
  const document = `excv${++sessions}`
  const fonts = new Map<string, FontHeader.Font>()
  let onOpen: (message: unknown) => void = () => undefined
  let onFailure: (error: OpenError) => void = () => undefined
  const ready = new Promise<unknown>((resolve, reject) => {
    onOpen = resolve
    onFailure = reject
  })
  const port = Port.make(document, `${document}_worker`, {
    GetDoc: onOpen,
    DocException: () => onFailure(new OpenError("corrupted")),
    PasswordRequest: () => {
      onFailure(new OpenError("encrypted"))
      throw new Error("There is no password.")
    },
    commonobj: (message) => {
      const [id, kind, data] = message as readonly [string, string, unknown]
      if (kind === "Font") fonts.set(id, FontHeader.read(data))
    },
    FetchBinaryData: (message) => {
      const { name, type } = message as { readonly type: string; readonly name?: string }
      if (type === "cMapReaderFactory" && name !== undefined) return readCharacterMap(name)
      throw new Error("Only character maps are at hand.")
    }
  })
  const opened = ready.then(numberOfPages)
  let isOpening = true
  const settled = () => {
    isOpening = false
  }
  opened.then(settled, settled)
  // The engine fails where nobody can catch it when it is stopped while it opens: then it is stopped right after.
  const terminate = async () => {
    await port.request("Terminate", null).catch(() => undefined)
    port.close()
  }
  handler.createDocumentHandler(
    { docId: document, apiVersion: version, data: new Uint8Array(bytes), password: null, disableAutoFetch: true, rangeChunkSize: 65536, length: bytes.length, docBaseUrl: null, enableXfa: false, evaluatorOptions },
    port.remote
  )
  port.send("Ready", null)
  return {
    opened,
    page: (index) => port.request("GetPage", { pageIndex: index }) as Promise<PageInfo>,
    operators: async (index, consume) => {
      const request = { pageIndex: index, intent: displayIntent | operatorListIntent, cacheKey: "", annotationStorage: null, modifiedIds: null }
      await port.stream("GetOperatorList", request, (chunk) => consume(chunk as Operators))
    },
    links: async (index) => {
      const others = Array.from({ length: await opened }, (_, other) => other).filter((other) => other !== index)
      // The plain request for all annotations reads the text of the page once more.
      const request = { types: new Set([linkType]), pageIndexesToSkip: new Set(others) }
      return ((await port.request("GetAnnotationsByType", request)) ?? []) as ReadonlyArray<unknown>
    },
    layers: () => port.request("GetOptionalContentConfig", null),
    font: (id) => fonts.get(id) ?? FontHeader.unknown,
    close: () => isOpening ? Promise.resolve(void opened.then(terminate, terminate)) : terminate()
  }
}
