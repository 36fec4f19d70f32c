export * as AnthropicModel from "./AnthropicModel.js"
export { factory } from "./Factory.js"
