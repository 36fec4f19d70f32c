/** The run of `excv doctor`: every check, whatever the others found. */
import { Plans } from "@excv/store"
import type { Option } from "effect"
import { Cause, Duration, Effect } from "effect"
import { Excv } from "excv/effect"
import * as Configuration from "../Configuration.js"
import * as Exit from "../Exit.js"
import { engines } from "../Manifest.js"
import * as Output from "../Output.js"
import * as Check from "./Check.js"
import * as Database from "./Database.js"
import * as SamplePdf from "./SamplePdf.js"

export interface Options {
  readonly json: boolean
  readonly dataDir: Option.Option<string>
}

/** Fails when a check did. */
export const run = Effect.fn("Doctor.run")(function*({ dataDir, json }: Options) {
  const checks = yield* Effect.all([node, survived("providers", providers), survived("pictures", pictures), survived("plans", plans), survived("database", Database.check)]).pipe(
    Configuration.override({ EXCV_DATA_DIR: dataDir })
  )
  const ok = checks.every((check) => check.ok)
  yield* Output.result(`${json ? JSON.stringify({ ok, checks }, null, 2) : checks.map(describe).join("\n")}\n`)
  if (!ok) return yield* Exit.failed("")
})

const describe = ({ advice, found, name, ok }: Check.Check): string =>
  `${ok ? "ok  " : "FAIL"}  ${name.padEnd(9)}  ${found}${advice === null ? "" : `\n${" ".repeat(17)}${advice}`}`

/** `engines` of the manifest, as a version with two numbers, is what was tested. */
const node = Effect.sync(() => {
  const wanted = engines.node.replace(">=", "")
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const [leastMajor = 0, leastMinor = 0] = wanted.split(".").map(Number)
  const found = `Node.js ${process.versions.node}`
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
    ? Check.good("node", found)
    : Check.bad("node", found, `Install Node.js ${wanted} or later.`)
})

/** Reads a test page as a sandbox key would, which costs nothing. */
const providers = Effect.gen(function*() {
  const excv = yield* Excv.Excv
  const [duration] = yield* Effect.timed(excv.extract(SamplePdf.bytes, { sandbox: true }))
  const asked = `asks ${excv.models.live.join(", then ")}; sandbox keys: ${excv.models.sandbox.join(", then ")}`
  return Check.good("providers", `${asked}; a test page took ${Math.ceil(Duration.toMillis(duration))} ms`)
}).pipe(Effect.provide(Excv.layerConfig))

/** Which languages scans and photos are read in; nothing is read, as that takes seconds. */
const pictures = Effect.map(Excv.Excv, ({ ocr }) =>
  Check.good("pictures", ocr === null ? "scans and photos are refused (EXCV_OCR=off)" : `read by ${ocr.engine} in ${ocr.languages.join(", ")}`)
).pipe(Effect.provide(Excv.layerConfig))

/** What keys may spend. */
const plans = Effect.map(Plans.Plans, ({ all }) => {
  const limits = Object.entries(all).map(([name, { daily_cost_usd }]) => `${name} ${daily_cost_usd === null ? "no limit" : `$${daily_cost_usd}`}`)
  return Check.good("plans", `an account may spend on models in a day: ${limits.join(", ")}`)
}).pipe(Effect.provide(Plans.layerConfig))

/** A check that fails in a way of its own is a finding too. */
const survived = <E, R>(name: string, check: Effect.Effect<Check.Check, E, R>): Effect.Effect<Check.Check, never, R> =>
  Effect.catchAllCause(check, (cause) =>
    Cause.isInterruptedOnly(cause)
      ? Effect.interrupt
      : Effect.succeed(Check.bad(name, Exit.sentence(Cause.squash(cause)), "Correct that and ask again.")))
