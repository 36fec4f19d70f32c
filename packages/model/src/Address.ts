/** Web addresses: as text, or behind the words that a model points at. */
import type { Draft } from "@excv/schema"
import type { Text } from "./Answer.js"
import * as Pointer from "./Pointer.js"
import type { Reading } from "./Reading.js"

const looksLikeOne = /^(https?:\/\/|www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/iu

/** The address of the link annotation on these lines that covers a word of the text. */
const behind = ({ lines, value }: Draft.Claim, reading: Reading): Draft.Claim => {
  const words = lines.flatMap((number) => reading.lines[number - 1]?.words ?? [])
  const covered = words.find(({ text, url }) => url !== null && !/^(mailto|tel):/i.test(url) && value.includes(text))
  return covered?.url == null ? { value, lines } : { value: covered.url, lines }
}

export const url = (claim: Draft.Claim | null, reading: Reading): Draft.Claim | null =>
  claim === null || looksLikeOne.test(claim.value) ? claim : behind(claim, reading)

export const isProfile = (url: string): boolean => /linkedin\.com\/in\//i.test(url)

export const one = (text: Text | null, reading: Reading): Draft.Claim | null => url(Pointer.claim(text, reading), reading)

export const all = (text: Text | null, reading: Reading): ReadonlyArray<Draft.Claim> =>
  Pointer.claims(text, reading).flatMap((claim) => url(claim, reading) ?? [])

/** An address that stands in these lines, or lies behind a word of these values. */
export const near = (claims: ReadonlyArray<Draft.Claim | null>, reading: Reading): Draft.Claim | null => {
  const said = claims.filter((claim) => claim !== null)
  const hidden = said.map((claim) => behind(claim, reading)).find(({ value }, index) => value !== said[index]?.value)
  const shown = [...new Set(said.flatMap(({ lines }) => lines))].flatMap((number) =>
    (reading.lines[number - 1]?.text.match(/\b(?:https?:\/\/|www\.)\S+/giu) ?? []).map((value) => ({ value, lines: [number] })))
  return hidden ?? shown[0] ?? null
}
