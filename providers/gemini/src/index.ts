export { factory } from "./Factory.js"
export * as GeminiModel from "./GeminiModel.js"
