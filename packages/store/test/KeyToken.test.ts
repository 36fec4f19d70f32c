import { expect, it } from "@effect/vitest"
import { Effect, FastCheck, Option, Redacted } from "effect"
import { createHash } from "node:crypto"
import { KeyToken } from "../src/index.js"

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const mode = FastCheck.constantFrom("live" as const, "test" as const)

it.effect.prop("a new key is read back with its mode and hash", { mode }, ({ mode }) =>
  Effect.gen(function* () {
    const token = yield* KeyToken.make(mode)
    const text = Redacted.value(token)
    expect(text).toMatch(new RegExp(`^excv_${mode}_[0-9A-Za-z]{46}$`))
    const parsed = Option.getOrThrow(KeyToken.parse(token))
    expect(parsed.mode).toBe(mode)
    expect(parsed.hash.toString("hex")).toBe(createHash("sha256").update(text).digest("hex"))
  }))

it.effect.prop("a key with one other character is refused", {
  mode,
  place: FastCheck.nat(45),
  shift: FastCheck.integer({ min: 1, max: 61 })
}, ({ mode, place, shift }) =>
  Effect.gen(function* () {
    const text = Redacted.value(yield* KeyToken.make(mode))
    const at = "excv_live_".length + place
    const other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + shift) % 62)
    expect(KeyToken.parse(Redacted.make(text.slice(0, at) + other + text.slice(at + 1)))).toEqual(Option.none())
  }))

it.effect("a live key does not become a test key by its prefix", () =>
  Effect.gen(function* () {
    const text = Redacted.value(yield* KeyToken.make("live"))
    expect(KeyToken.parse(Redacted.make(text.replace("live", "test")))).toEqual(Option.none())
  }))

it.effect("every character of the secret is equally likely, and 40 of them are more than 190 bits after a hint of four", () =>
  Effect.gen(function* () {
    const secrets = yield* Effect.all(Array.from({ length: 2000 }, () => KeyToken.make("live")))
    const counts = new Map<string, number>()
    for (const character of secrets.flatMap((token) => [...Redacted.value(token).slice(10, 50)])) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    const expected = (2000 * 40) / 62
    const chiSquare = [...alphabet].reduce((sum, character) => sum + ((counts.get(character) ?? 0) - expected) ** 2 / expected, 0)
    // 61 degrees of freedom: above 138 once in ten million runs; the bias of `byte % 62` alone gives over 500
    expect(chiSquare).toBeLessThan(138)
    expect(40 * Math.log2(62) - 32).toBeGreaterThan(190)
  }))

it("anything that is not a key is refused, whatever its length", () => {
  FastCheck.assert(FastCheck.property(FastCheck.string(), (text) => {
    expect(KeyToken.parse(Redacted.make(text))).toEqual(Option.none())
    expect(KeyToken.parse(Redacted.make(`excv_live_${text}`))).toEqual(Option.none())
  }))
})
