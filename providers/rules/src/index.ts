export { explain, type Explanation } from "./Explain.js"
export { extractor } from "./Extractor.js"
export { factory } from "./Factory.js"
