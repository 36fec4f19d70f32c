/** For tests with fake servers: what a model answers that makes no mistakes, or only those that are asked for. */
export * as Answering from "./Answering.js"
