export * as Truth from "./Truth.js"
