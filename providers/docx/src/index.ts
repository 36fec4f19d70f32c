export * as DocxDecoder from "./DocxDecoder.js"
