/** Numbers of lists and pages as Word writes them. */

const romans: ReadonlyArray<readonly [number, string]> = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]
]

/** No list of a CV is longer. */
const maxRoman = 4_000

const roman = (value: number): string => {
  let rest = value
  let text = ""
  for (const [worth, sign] of romans) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** a … z, aa … zz */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, 1 + Math.floor((value - 1) / 26)))

export const format = (value: number, name: string): string => {
  const isPositive = value >= 1 && value < maxRoman
  switch (isPositive ? name : "decimal") {
    case "lowerRoman": return roman(value)
    case "upperRoman": return roman(value).toUpperCase()
    case "lowerLetter": return letter(value)
    case "upperLetter": return letter(value).toUpperCase()
    case "decimalZero": return String(value).padStart(2, "0")
    default: return String(value)
  }
}
