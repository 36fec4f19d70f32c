/**
 * A bound on the character maps of fonts. The engine writes down each code of a range, up to 2^24 of them for a line of 30 bytes, and then
 * lists their keys in native code, where no limit of a thread's heap can stop it: the whole process died of such a file.
 */

/** Codes of one map: those of the largest Asian fonts take a quarter of it. */
const maxCodes = 2 ** 17

/** The engine's class of character maps, as far as it is used here. */
interface CharacterMap {
  mapCidRange(low: number, high: number, to: number): void
  mapBfRange(low: number, high: number, to: string): void
  mapBfRangeToArray(low: number, high: number, to: ReadonlyArray<string>): void
  mapOne(code: number, to: unknown): void
}

const counts = new WeakMap<object, number>()

/** The engine leaves out what cannot be mapped, and goes on. */
const count = (map: object, codes: number): void => {
  const total = (counts.get(map) ?? 0) + Math.max(0, codes)
  if (!(total <= maxCodes)) throw new RangeError("A character map has too many codes.")
  counts.set(map, total)
}

const bound = (proto: CharacterMap): void => {
  const { mapBfRange, mapBfRangeToArray, mapCidRange, mapOne } = proto
  proto.mapCidRange = function(low, high, to) {
    count(this, high - low + 1)
    mapCidRange.call(this, low, high, to)
  }
  proto.mapBfRange = function(low, high, to) {
    count(this, high - low + 1)
    mapBfRange.call(this, low, high, to)
  }
  proto.mapBfRangeToArray = function(low, high, to) {
    count(this, Math.min(to.length, high - low + 1))
    mapBfRangeToArray.call(this, low, high, to)
  }
  proto.mapOne = function(code, to) {
    count(this, 1)
    mapOne.call(this, code, to)
  }
}

const isCharacterMap = (value: object): value is CharacterMap => "mapBfRange" in value && "mapCidRange" in value && "mapOne" in value

/** The class that others extend. */
const baseOf = (value: object): object => {
  const proto: unknown = Object.getPrototypeOf(value)
  return typeof proto === "object" && proto !== null && proto !== Object.prototype ? baseOf(proto) : value
}

/** What every map sets when it is made. */
const field = "_map"

/** The engine keeps its class to itself: it is seen where its first map sets this field. */
export const limit = (): void => {
  Object.defineProperty(Object.prototype, field, {
    configurable: true,
    set(this: object, value: unknown) {
      Object.defineProperty(this, field, { value, writable: true, configurable: true, enumerable: true })
      const base = baseOf(this)
      if (!isCharacterMap(base)) return
      Reflect.deleteProperty(Object.prototype, field)
      bound(base)
    }
  })
}
