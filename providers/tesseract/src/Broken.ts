/** What must be an address and is none, such as one with a gap in it: its part of the line is read again, enlarged, by the model of addresses. */
import type { Picture } from "@excv/provider"
import * as Addresses from "./Addresses.js"
import * as Enlarged from "./Enlarged.js"
import type { Ink } from "./Table.js"

type Line = ReadonlyArray<Ink>

/** of the height of a word: spaces are wider, mostly */
const maxGap = 0.5
/** letters by which both readings may differ */
const maxDifference = 2
const surelyRead = 0.85

/** With every sign where one must be. */
const wholeMail = /^[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u
const wholeLink = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/[\p{L}\p{N}._~%+-]+)*\/?$/u
const bare = (text: string): string => text.replace(/[,;|)]+$/, "")
const isWhole = (text: string): boolean => wholeMail.test(bare(text)) || wholeLink.test(bare(text))

const isNear = (before: Ink, after: Ink): boolean => after.left - before.right <= maxGap * (before.bottom - before.top)

/** Words that no space may part. */
const groupsOf = (line: Line): ReadonlyArray<Line> =>
  line.reduce<ReadonlyArray<Line>>((groups, word) => {
    const group = groups.at(-1), last = group?.at(-1)
    return group === undefined || last === undefined || !isNear(last, word) ? [...groups, [word]] : [...groups.slice(0, -1), [...group, word]]
  }, [])

const textOf = (words: Line): string => words.map((word) => word.text).join("")

/** "ana.lima@exam", "/in/ana-lima", "linkedin.com/": what begins or ends within an address. */
const isPart = (word: Ink): boolean => {
  const text = bare(word.text)
  return (text.includes("@") && !wholeMail.test(text)) || /^[/_]/.test(text) || (Addresses.isAddress(word) && /[/._-]$/.test(text))
}

/** Fine pictures are read no better: there only parts of an address are looked at again, in coarse ones all that may hold one. */
const isBroken = (group: Line, isCoarse: boolean): boolean => {
  if (!group.some(Addresses.isAddress)) return false
  if (!isCoarse) return group.length > 1 && group.some(isPart)
  const text = textOf(group)
  return group.length > 1 ? (isWhole(text) && Addresses.isAddress({ text })) || /[@/]/.test(text) : !isWhole(text) || group.some(({ confidence }) => confidence < surelyRead)
}

/** Where a second reading has gaps too, only signs say that they are none. */
const isOne = (words: Line): boolean => words.every(({ text }, index) => index === 0 || text.startsWith("/") || /[/.@-]$/.test(words[index - 1]?.text ?? ""))

/** The second reading as one word, where it is an address of about as many letters. */
const mended = (group: Line, again: Line): Line => {
  const text = textOf(again), confidence = Math.min(1, ...again.map((word) => word.confidence))
  const [first] = group
  if (first === undefined || !isWhole(text) || !isOne(again) || Math.abs(text.length - textOf(group).length) > maxDifference) return group
  return [{
    ...first, text, confidence, right: Math.max(...group.map((word) => word.right)),
    top: Math.min(...group.map((word) => word.top)), bottom: Math.max(...group.map((word) => word.bottom))
  }]
}

/** `readLine` says what stands in a picture of one line. */
export const again = async (picture: Picture.Picture, lines: ReadonlyArray<Line>, readLine: (picture: Picture.Picture) => Promise<Line>): Promise<ReadonlyArray<Line>> => {
  const read: Array<Line> = []
  for (const line of lines) {
    const words: Array<Ink> = []
    for (const group of groupsOf(line)) words.push(...(isBroken(group, picture.resolution < Enlarged.coarse) ? mended(group, await readLine(Enlarged.line(picture, group).picture)) : group))
    read.push(words)
  }
  return read
}
