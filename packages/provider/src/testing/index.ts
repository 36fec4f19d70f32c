/** For tests of providers: fake vendors that speak real HTTP, and what every extractor must fulfil. */
export * as FakeOpenAi from "./FakeOpenAi.js"
export type { FakeServer, Script } from "./FakeServer.js"
export * as Play from "./Play.js"
export type { Heard } from "./Vendor.js"
