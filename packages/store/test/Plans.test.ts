import { expect, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import { Plans } from "../src/index.js"

const from = (variables: Readonly<Record<string, string>>) =>
  Plans.layerConfig.pipe(Layer.provide(Layer.setConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables))))))

const configured = (json: string) => from({ EXCV_PLANS: json })

const plan = (name: string) => Effect.flatMap(Plans.Plans, ({ get }) => get(name))

it.effect("four plans are there without configuration", () =>
  Effect.gen(function* () {
    const { all } = yield* Plans.Plans
    expect(Object.keys(all)).toEqual(["free", "starter", "growth", "scale"])
    expect(all.starter).toMatchObject({ credits_limit: 1000, overage_rate: 0.025 })
    expect(yield* Effect.flip(plan("constructor"))).toMatchObject({ _tag: "PlanUnknown", plan: "constructor" })
  }).pipe(Effect.provide(Plans.layerConfig)))

it.effect("EXCV_PLANS changes single values and leaves the others", () =>
  Effect.gen(function* () {
    const starter = yield* plan("starter")
    expect(starter).toMatchObject({ credits_limit: 5, overage_rate: 0.025, rate: { live: { per_minute: 60, burst: 1 } } })
    expect(Plans.ceiling(starter)).toBe(1005)
    expect(Plans.ceiling(yield* plan("free"))).toBe(50)
    expect(Plans.ceiling(yield* plan("scale"))).toBeNull()
  }).pipe(Effect.provide(configured(`{"starter":{"credits_limit":5,"rate":{"live":{"burst":1}}}}`))))

it.effect("EXCV_PLANS adds a plan that is whole", () =>
  Effect.gen(function* () {
    const bucket = `{"per_minute":1,"burst":1}`
    const whole = `{"credits_limit":1,"overage_allowed":false,"overage_cap":null,"overage_rate":0,"rate":{"live":${bucket},"test":${bucket}}}`
    expect((yield* plan("tiny").pipe(Effect.provide(configured(`{"tiny":${whole}}`)))).credits_limit).toBe(1)
  }))

it.effect.each([
  `{"tiny":{"credits_limit":1}}`,
  `{"free":{"credits_limit":-1}}`,
  `{"free":{"credits_limit":1.5}}`,
  `{"free":{"credit_limit":1}}`,
  `{"free":{"rate":{"live":{"burst":0}}}}`,
  `[]`,
  `{`
])("a wrong EXCV_PLANS fails at the start and is named: %s", (json) =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(Effect.scoped(Layer.build(configured(json))))
    expect(String(error)).toContain("EXCV_PLANS")
  }))

it.effect("EXCV_DAILY_COST_USD is the limit of every plan that has none of its own", () =>
  Effect.gen(function* () {
    const limits = Effect.map(Plans.Plans, ({ all }) => Object.values(all).map(({ daily_cost_usd }) => daily_cost_usd))
    expect(yield* Effect.provide(limits, from({}))).toEqual([null, null, null, null])
    expect(yield* Effect.provide(limits, from({ EXCV_DAILY_COST_USD: "2.5", EXCV_PLANS: `{"free":{"daily_cost_usd":0},"scale":{"daily_cost_usd":100}}` })))
      .toEqual([0, 2.5, 2.5, 100])
  }))

it.effect.each(["-1", "a lot", "Infinity", ""])("a wrong EXCV_DAILY_COST_USD fails at the start and is named: %s", (text) =>
  Effect.gen(function* () {
    const error = yield* Effect.flip(Effect.scoped(Layer.build(from({ EXCV_DAILY_COST_USD: text }))))
    expect(String(error)).toContain("EXCV_DAILY_COST_USD")
  }))
