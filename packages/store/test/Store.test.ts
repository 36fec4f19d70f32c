import { describe } from "vitest"
import { onEachDatabase } from "./Databases.js"
import { accessSuite } from "./suites/AccessSuite.js"
import { creditsSuite } from "./suites/CreditsSuite.js"
import { dailySpendingSuite } from "./suites/DailySpendingSuite.js"
import { jobsSuite } from "./suites/JobsSuite.js"
import { orphansSuite } from "./suites/OrphansSuite.js"
import { periodsSuite } from "./suites/PeriodsSuite.js"

onEachDatabase((it) => {
  describe("credits", () => creditsSuite(it))
  describe("what is spent in a day", () => dailySpendingSuite(it))
  describe("periods", () => periodsSuite(it))
  describe("access", () => accessSuite(it))
  describe("jobs", () => jobsSuite(it))
  describe("orphans", () => orphansSuite(it))
})
