/** Names of languages as documents write them. */
import * as Sheet from "./Sheet.js"

const codes = (
  "en de fr es it pt nl pl sv da fi ar tr ru ja zh ko uk ro cs hu el he hi ca gl eu hr sr bg sk sl no nb lt lv et ur fa vi id ms th ta bn " +
  "ga cy is mt sq hy ka az kk uz sw yo ig ha zu af am"
).split(" ")

const nameIn = (locale: string, code: string): string => new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code

/** "Polish" as the document calls it: in its own language, in English, or as the language calls itself; null when it does not. */
export const written = (language: string, documentLanguage: string, sheet: Sheet.Sheet): string | null => {
  const code = codes.find((candidate) => nameIn("en", candidate) === language)
  const names = code === undefined ? [language] : [nameIn(documentLanguage, code), language, nameIn(code, code)]
  return names.find((name) => Sheet.find(name, sheet) !== null) ?? null
}
