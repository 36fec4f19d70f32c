/** The half of pdfjs-dist that parses; the package ships no types for it. */
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs" {
  export const WorkerMessageHandler: {
    readonly setup: (
      handler: { readonly on: (action: string, handle: (data: unknown) => unknown) => void },
      port: object
    ) => void
    readonly createDocumentHandler: (parameters: object, port: object) => string
  }
}
