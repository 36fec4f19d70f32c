export { ExtractionFailed } from "./ExtractionFailed.js"
export * as Layout from "./Layout.js"
export * as Pipeline from "./Pipeline.js"
