/** For tests of providers: fake vendors that speak real HTTP, and what every extractor must fulfil. */
export * as Conformance from "./Conformance.js"
export * as FakeAnthropic from "./FakeAnthropic.js"
export * as FakeOpenAi from "./FakeOpenAi.js"
export type { FakeServer, Script } from "./FakeServer.js"
export * as Faults from "./Faults.js"
export * as Play from "./Play.js"
export * as Sample from "./Sample.js"
export type { Heard } from "./Vendor.js"
