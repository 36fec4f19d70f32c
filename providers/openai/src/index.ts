export { factory } from "./Factory.js"
export * as OpenAiModel from "./OpenAiModel.js"
