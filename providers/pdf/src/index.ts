export * as PdfDecoder from "./PdfDecoder.js"
