export { DocumentRefused } from "@excv/provider"
export { ExtractionFailed } from "@excv/pipeline"
export * as Excv from "./Excv.js"
