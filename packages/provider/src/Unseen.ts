/** Characters without a shape: a reader sees nothing of them, a program reads them. */

/** Marks of direction, joiners and spaces without width: documents are full of them, one at a time. */
const shapeless = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u180E\u034F\u115F\u1160\u3164\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu

/** Flags of regions are spelled in tags, behind a black flag and up to the last tag. */
const flags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F}/gu
/** Tags spell a text; marks in a row, or selectors of variants that nobody has, carry one bit by bit. */
const message = /[\u{E0001}\u{E0020}-\u{E007E}]|[\u200B-\u200F\u2060-\u2064\uFEFF\u{E0100}-\u{E01EF}]{6}/u

export interface Stripped {
  /** what can be seen */
  readonly text: string
  /** what cannot be seen may say something */
  readonly hidesMessage: boolean
}

/** Whether the characters that `strip` takes away may carry a message; a mark here and there does not. */
export const hidesMessage = (text: string): boolean => message.test(text.replace(flags, ""))

export const strip = (text: string): Stripped => {
  const seen = text.replace(shapeless, "")
  return { text: seen, hidesMessage: seen.length !== text.length && hidesMessage(text) }
}
