export { DocumentRefused } from "@excv/provider"
/** What the offline rules decided about a document, and with which scores: for development tools, it holds text of the document. */
export { explain as explainRules, type Explanation as RulesExplanation } from "@excv/provider-rules"
export { ExtractionFailed } from "@excv/pipeline"
export * as Excv from "./Excv.js"
