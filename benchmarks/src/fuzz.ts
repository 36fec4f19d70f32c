/** `npm run fuzz -- --help`: files made wrong, tried on the library until time is up; what it cannot take is kept as a file. */
import { Command, Options } from "@effect/cli"
import { FileSystem, Path } from "@effect/platform"
import { NodeContext, NodeRuntime } from "@effect/platform-node"
import { Clock, Console, Duration, Effect, Ref, Schema, Utils } from "effect"
import { fileURLToPath } from "node:url"
import type { Dice } from "./fuzz/Dice.js"
import * as Growth from "./fuzz/Growth.js"
import * as Message from "./fuzz/Message.js"
import * as Mutation from "./fuzz/Mutation.js"
import * as Seeds from "./fuzz/Seeds.js"
import * as Subject from "./fuzz/Subject.js"

const options = {
  minutes: Options.float("minutes").pipe(
    Options.withSchema(Schema.Number.pipe(Schema.positive())),
    Options.withDefault(10),
    Options.withDescription("how long; default 10")
  ),
  seed: Options.integer("seed").pipe(
    Options.withDefault(1),
    Options.withDescription("another seed, other files; default 1")
  ),
  ocr: Options.float("ocr").pipe(
    Options.withSchema(Schema.Number.pipe(Schema.between(0, 1))),
    Options.withDefault(0.02),
    Options.withDescription("the share of files whose pictures are read too, which takes seconds each; default 0.02")
  ),
  only: Options.text("only").pipe(
    Options.withDefault(""),
    Options.withDescription("a part of the names of the fixtures that are mutated, such as .pdf; default all")
  ),
  out: Options.directory("out").pipe(
    Options.withDefault("fuzz-findings"),
    Options.withDescription("where findings are written; default fuzz-findings")
  )
}

/** The limits of the stages, and a little for what stands between them. */
const limits = { text: Duration.seconds(30), ocr: Duration.seconds(200) }

const progressEvery = Duration.seconds(10)

interface State {
  readonly tried: number
  readonly findings: number
  readonly verdicts: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly residentMb: ReadonlyArray<number>
}

const empty: State = { tried: 0, findings: 0, verdicts: {}, slowestMs: 0, residentMb: [] }

const counted = (state: State, { residentMb, verdict }: Subject.Attempt, ms: number): State => ({
  tried: state.tried + 1,
  findings: state.findings + (Message.isRight(verdict) ? 0 : 1),
  verdicts: { ...state.verdicts, [verdict]: (state.verdicts[verdict] ?? 0) + 1 },
  slowestMs: Math.max(state.slowestMs, ms),
  residentMb: residentMb === null ? state.residentMb : [...state.residentMb, residentMb]
})

const summary = ({ findings, residentMb, slowestMs, tried, verdicts }: State): string =>
  [
    `${tried} files tried, ${findings} findings, slowest ${Math.round(slowestMs)} ms`,
    ...Object.entries(verdicts).sort(([, one], [, other]) => other - one).map(([verdict, count]) => `  ${count} × ${verdict}`),
    `  memory: ${Growth.describe(residentMb)}`
  ].join("\n")

const pick = <A>(values: ReadonlyArray<A>, dice: Dice) => Effect.fromNullable(values[dice.integer(values.length)])

/** A format first: otherwise the most frequent one would get all the time. */
const draw = Effect.fn("fuzz.draw")(function*(seeds: ReadonlyArray<Seeds.Seed>, dice: Dice) {
  const format = yield* pick([...new Set(seeds.map((seed) => seed.format))], dice)
  const seed = yield* pick(seeds.filter((one) => one.format === format), dice)
  const other = yield* pick(seeds, dice)
  return { seed, ...Mutation.mutate(seed.bytes, other.bytes, dice) }
})

const keep = Effect.fn("fuzz.keep")(function*(directory: string, name: string, bytes: Uint8Array, story: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  yield* files.makeDirectory(directory, { recursive: true })
  yield* files.writeFile(path.join(directory, name), bytes)
  yield* files.writeFileString(path.join(directory, `${name}.txt`), `${story}\n`)
  yield* Console.log(`${name}: ${story}`)
})

const run = Effect.fn("fuzz")(function*({ minutes, ocr, only, out, seed: first }: Command.Command.ParseConfig<typeof options>) {
  const directory = fileURLToPath(new URL("../../fixtures/", import.meta.url))
  const seeds = (yield* Seeds.load(directory)).filter(({ name }) => name.includes(only))
  const subject = yield* Subject.make(fileURLToPath(new URL("fuzzed.js", import.meta.url)))
  const state = yield* Ref.make(empty)
  const end = (yield* Clock.currentTimeMillis) + minutes * 60_000

  const once = Effect.fnUntraced(function*(number: number) {
    const dice = new Utils.PCGRandom(first, number)
    const { bytes, how, seed } = yield* draw(seeds, dice)
    const task = { bytes, ocr: dice.integer(10_000) < ocr * 10_000 }
    const [duration, attempt] = yield* Effect.timed(subject.attempt(task, task.ocr ? limits.ocr : limits.text))
    const ms = Duration.toMillis(duration)
    yield* Ref.update(state, (before) => counted(before, attempt, ms))
    if (Message.isRight(attempt.verdict)) return
    const story = `${attempt.verdict}, ${Math.round(ms)} ms; ${seed.name}: ${how}; seed ${first}, number ${number}${task.ocr ? ", with OCR" : ""}`
    yield* keep(out, `${first}-${number}.${seed.format}`, bytes, story)
  })

  yield* Console.log(`${seeds.length} files, seed ${first}, ${minutes} minutes`)
  const progress = Effect.delay(Effect.flatMap(Ref.get(state), ({ findings, residentMb, tried }) =>
    Console.log(`${tried} tried, ${findings} findings, ${residentMb.at(-1) ?? 0} MB`)), progressEvery)
  const work = Effect.iterate(0, {
    while: () => Date.now() < end,
    body: (number) => Effect.as(once(number), number + 1)
  })
  yield* work.pipe(
    Effect.raceFirst(Effect.forever(progress)),
    Effect.ensuring(Effect.flatMap(Ref.get(state), (last) => Console.log(summary(last))))
  )
  const { findings, residentMb } = yield* Ref.get(state)
  if (findings > 0 || Growth.isGrowing(residentMb)) return yield* new Found({ findings, out })
})

class Found extends Schema.TaggedError<Found>("@excv/benchmarks/Found")("Found", { findings: Schema.Number, out: Schema.String }) {
  override get message() {
    return this.findings === 0 ? "Memory grows." : `${this.findings} findings, see ${this.out}`
  }
}

const command = Command.make("fuzz", options, (given) => Effect.scoped(run(given))).pipe(
  Command.withDescription("Tries mutated fixtures on the library: anything but an answer or a refusal, a hang, a crash or growing memory is a finding.")
)

Command.run(command, { name: "fuzz", version: "0.1.0" })(process.argv).pipe(
  Effect.provide(NodeContext.layer),
  NodeRuntime.runMain
)
