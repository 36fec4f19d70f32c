import { describe, expect, it } from "@effect/vitest"
import { Effect, Either, FastCheck as fc } from "effect"
import * as Base64 from "../src/upload/Base64.js"
import * as Form from "../src/upload/Form.js"

const bytes = fc.uint8Array({ maxLength: 3000 })
const boundary = fc.stringMatching(/^[0-9A-Za-z'()+_,./:=?-]{1,60}$/)

const encode = (name: string, parts: ReadonlyArray<readonly [string, Uint8Array]>): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([field, value]) => [
      Buffer.from(`--${name}\r\nContent-Disposition: form-data; name="${field}"${field === "file" ? "; filename=\"a.pdf\"" : ""}\r\n\r\n`),
      value,
      Buffer.from("\r\n")
    ]),
    Buffer.from(`--${name}--\r\n`)
  ])

describe("multipart forms", () => {
  it.effect.prop("give back the very bytes of the file, whatever they are", [bytes, boundary], ([file, name]) =>
    Effect.gen(function* () {
      fc.pre(!Buffer.from(file).includes(`--${name}`))
      const body = encode(name, [["as_of", Buffer.from("2026-03")], ["file", file]])
      const fields = yield* Form.parse(`multipart/form-data; boundary="${name}"`, body)
      expect(Buffer.compare(fields.get("file") as Buffer, file)).toBe(0)
      expect(fields.get("as_of")).toBe("2026-03")
    }))

  it.effect.prop("that are cut off anywhere are refused", [bytes, fc.double({ min: 0, max: 1, noNaN: true })], ([file, share]) =>
    Effect.gen(function* () {
      fc.pre(!Buffer.from(file).includes("--x"))
      const body = encode("x", [["file", file]])
      const end = body.length - "--\r\n".length
      const cut = body.subarray(0, 1 + Math.floor(share * (end - 1)))
      expect(Either.isLeft(yield* Effect.either(Form.parse("multipart/form-data; boundary=x", cut)))).toBe(true)
    }))

  it.effect.prop("of any bytes never bring the parser down", [bytes], ([body]) =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(Form.parse("multipart/form-data; boundary=x", Buffer.from(body)))
      expect(exit._tag === "Success" || exit.cause._tag === "Fail").toBe(true)
    }))

  it.effect("with the same field twice are refused", () =>
    Effect.gen(function* () {
      const body = encode("x", [["file", Buffer.from("a")], ["file", Buffer.from("b")]])
      expect(Either.isLeft(yield* Effect.either(Form.parse("multipart/form-data; boundary=x", body)))).toBe(true)
    }))

  it.effect("with a file name that is no valid escape are refused", () =>
    Effect.gen(function* () {
      const body = Buffer.from("--x\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''%E0%A4%A\r\n\r\na\r\n--x--\r\n")
      expect(Either.isLeft(yield* Effect.either(Form.parse("multipart/form-data; boundary=x", body)))).toBe(true)
    }))
})

describe("base64", () => {
  const limit = 2000

  it.effect.prop("gives back the bytes, through white space and a data URI", [fc.uint8Array({ maxLength: limit }), fc.boolean()], ([data, hasUri]) =>
    Effect.gen(function* () {
      const lines = Buffer.from(data).toString("base64").replace(/(.{7})/g, "$1\r\n\t ")
      const decoded = yield* Base64.decode(`${hasUri ? "data:application/pdf;name=a.pdf;base64," : ""}${lines}\n`, limit)
      expect(Buffer.compare(decoded, data)).toBe(0)
    }))

  it.effect.prop("is measured by what it decodes to", [fc.integer({ min: limit - 4, max: limit + 4 })], ([size]) =>
    Effect.gen(function* () {
      const outcome = yield* Effect.either(Base64.decode(Buffer.alloc(size).toString("base64"), limit))
      expect(Either.isRight(outcome)).toBe(size <= limit)
      if (Either.isLeft(outcome)) expect(outcome.left._tag).toBe("FILE_TOO_LARGE")
    }))

  it.effect("is refused in any other alphabet, or without its padding", () =>
    Effect.gen(function* () {
      for (const text of ["AA-_", "AAA", "A===", "AA=A", "AAAA,AAAA", "data:text/plain,AAAA", "data:;base64,data:;base64,AAAA"]) {
        const outcome = yield* Effect.either(Base64.decode(text, limit))
        expect([text, Either.isLeft(outcome)]).toEqual([text, true])
      }
    }))
})
