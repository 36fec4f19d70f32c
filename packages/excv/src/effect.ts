export { DocumentRefused } from "@excv/provider"
/** What the offline rules decided about a document, and with which scores: for development tools, it holds text of the document. */
export { explain as explainRules, type Explanation as RulesExplanation } from "@excv/provider-rules"
export { ExtractionFailed } from "@excv/pipeline"
/** Provided around extractions, it says what may be spent on models in all of them; without it nothing is limited. */
export { Spending } from "@excv/pipeline"
/** The names of the steps by which pictures are made easier to read. */
export { type PreparationStep, preparationSteps } from "./Decoders.js"
export * as Excv from "./Excv.js"
