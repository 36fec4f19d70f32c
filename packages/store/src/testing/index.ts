/** Databases for tests: real ones, fresh for each layer that is built. */
export * as TestPglite from "./TestPglite.js"
export * as TestPostgres from "./TestPostgres.js"
