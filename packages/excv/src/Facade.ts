/** The library for everybody else: promises, `AbortSignal`s, and errors that can be told apart by their `_tag`. */
import type { Extraction } from "@excv/schema"
import { Cause, Effect, Exit, ManagedRuntime } from "effect"
import { Excv as Service, layer, type Options, type Settings } from "./Excv.js"

export interface ExtractOptions extends Options {
  /** stops the work and frees its thread */
  readonly signal?: AbortSignal | undefined
}

/** Holds processes that read files: make one, share it, and close it at the end. */
export class Excv {
  readonly #runtime: ManagedRuntime.ManagedRuntime<Service, never>

  private constructor(settings: Settings) {
    this.#runtime = ManagedRuntime.make(layer(settings))
  }

  static async make(settings: Settings = {}): Promise<Excv> {
    const excv = new Excv(settings)
    await excv.#runtime.runtime()
    return excv
  }

  /**
   * Rejects with `DocumentRefused` (its `reason` says why the file cannot be read)
   * or `ExtractionFailed` (no extractor answered; `retryable` says whether to try again).
   */
  async extract(bytes: Uint8Array, { signal, ...options }: ExtractOptions = {}): Promise<Extraction.Extraction> {
    const work = Effect.flatMap(Service, ({ extract }) => extract(bytes, options))
    const exit = await this.#runtime.runPromiseExit(work, { signal })
    if (Exit.isSuccess(exit)) return exit.value
    throw Cause.squash(exit.cause)
  }

  /** Ends the processes. */
  close(): Promise<void> {
    return this.#runtime.dispose()
  }
}
