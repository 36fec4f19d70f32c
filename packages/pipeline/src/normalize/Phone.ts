/** Telephone numbers in E.164. */
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js"
import * as UsualRegion from "./UsualRegion.js"

/** Trunk zeros in brackets, "+44 (0)20", and a leading "00" are how people write, not what is dialled. */
const dialled = (raw: string): string => raw.replace(/\(0\)/g, "").replace(/^\D*00(?=[1-9])/, "+")

/** null when the number cannot be dialled from what the document says. */
export const e164 = (raw: string, country: string | null, language: string | null): string | null => {
  const region = country !== null && isSupportedCountry(country) ? country : UsualRegion.of(language)
  const number = parsePhoneNumberFromString(dialled(raw), region)
  return number?.isPossible() ? number.number : null
}
