/** The style of the words of a line, from what each word alone shows: it seldom changes, and then mostly where the text makes a break. */

/** What a change within a line has to be worth, in words that are clearly of one style. */
const change = 1.5
const changeAfterBreak = 0.5
const isBreak = /[,;:|·–—]$/u
/** Letters of a word that counts in full, and what it counts. */
const fullLength = 8
const fullWorth = 2

export interface Evidence {
  readonly text: string
  /** -1 for surely not of the style, 1 for surely of it; more is no surer */
  readonly value: number
}

const worthOf = ({ text, value }: Evidence): number =>
  (fullWorth * Math.max(-1, Math.min(1, value)) * Math.min(fullLength, text.length)) / fullLength

/** Whether each word is of the style: the path of least contradiction through the line. */
export const line = (words: ReadonlyArray<Evidence>): ReadonlyArray<boolean> => {
  let plain = { score: 0, path: [] as ReadonlyArray<boolean> }, styled = plain
  words.forEach((word, index) => {
    const price = isBreak.test(words[index - 1]?.text ?? "") ? changeAfterBreak : change, worth = worthOf(word)
    const toPlain = plain.score >= styled.score - price ? plain : { ...styled, score: styled.score - price }
    const toStyled = styled.score >= plain.score - price ? styled : { ...plain, score: plain.score - price }
    plain = { score: toPlain.score - worth, path: [...toPlain.path, false] }
    styled = { score: toStyled.score + worth, path: [...toStyled.path, true] }
  })
  return styled.score > plain.score ? styled.path : plain.path
}
