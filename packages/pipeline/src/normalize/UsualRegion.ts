/** The country of what is written without one: only where a language has one usual country. */
import type { CountryCode } from "libphonenumber-js"

const byLanguage: Readonly<Record<string, CountryCode>> = { fr: "FR", de: "DE", it: "IT", es: "ES", pl: "PL", sv: "SE", nl: "NL" }

export const of = (language: string | null): CountryCode | undefined => byLanguage[language ?? ""]
