/** The engine's module and its memory, into which pictures are written as they are: encoding and decoding a page takes as long as reading ten words. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

/** One language of the engine. */
export interface Api {
  readonly Init: (path: string | null, language: string, mode: number, settings: string) => number
  readonly SetVariable: (name: string, value: string) => void
  readonly SetImage: (address: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number) => void
  readonly Recognize: (monitor: null) => number
  readonly GetTSVText: (page: number) => string
  readonly Clear: () => void
  readonly End: () => void
}

export interface Module {
  readonly FS: {
    /** `canOwn`: the file is the data, not a copy */
    readonly writeFile: (path: string, data: Uint8Array | string, options?: { readonly canOwn: boolean }) => void
    readonly unlink: (path: string) => void
  }
  readonly TessBaseAPI: new() => Api
  readonly _malloc: (bytes: number) => number
  readonly _free: (address: number) => void
}

/** Grows by getting another buffer. */
interface Memory {
  readonly buffer: ArrayBuffer
}

interface Instance {
  readonly exports: Readonly<Record<string, unknown>>
}

/** What Node has and its types leave out, as far as it is used here. */
declare const WebAssembly: {
  readonly Memory: new() => Memory
  readonly compile: (code: Uint8Array) => Promise<object>
  readonly instantiate: (compiled: object, imports: object) => Promise<Instance>
}

export interface Engine {
  readonly module: Module
  readonly memory: Memory
}

interface Options {
  readonly print: () => void
  readonly printErr: () => void
  readonly instantiateWasm: (imports: object, done: (instance: Instance) => void) => void
}

type Start = (options: Options) => Promise<Module>

const require = createRequire(import.meta.url)
const silent = () => undefined

const memoryOf = ({ exports }: Instance): Memory => {
  const memory = Object.values(exports).find((value): value is Memory => value instanceof WebAssembly.Memory)
  if (memory === undefined) throw new Error("Tesseract's core shows no memory.")
  return memory
}

/** The module keeps its memory to itself: it is seen where the module is instantiated. */
export const start = async (): Promise<Engine> => {
  const name = "tesseract.js-core/tesseract-core-simd-lstm"
  const code = await WebAssembly.compile(readFileSync(require.resolve(`${name}.wasm`)))
  const create = require(`${name}.js`) as Start
  const instances: Array<Instance> = []
  const module = await create({
    print: silent,
    printErr: silent,
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(code, imports).then((instance) => {
        instances.push(instance)
        done(instance)
      })
    }
  })
  const [instance] = instances
  if (instance === undefined) throw new Error("Tesseract's core did not start.")
  return { module, memory: memoryOf(instance) }
}

/** The bytes are at the address as long as `use` runs. */
export const withBytes = <A>({ memory, module }: Engine, bytes: Uint8Array, use: (address: number) => A): A => {
  const address = module._malloc(bytes.length)
  if (address === 0) throw new Error("A picture is too large for Tesseract's memory.")
  try {
    new Uint8Array(memory.buffer).set(bytes, address)
    return use(address)
  } finally {
    module._free(address)
  }
}
