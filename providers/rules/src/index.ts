export { extractor } from "./Extractor.js"
