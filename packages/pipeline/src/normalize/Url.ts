/** URLs: a LinkedIn profile in its canonical form, and every other link with its kind. */
import { Resume } from "@excv/schema"
import { Schema } from "effect"
import { createRequire } from "node:module"

const kinds = new Map(
  Object.entries(
    Schema.decodeUnknownSync(Schema.Record({ key: Schema.String, value: Resume.LinkKind }))(
      createRequire(import.meta.url)("@excv/pipeline/data/link-kinds.json")
    )
  )
)

const parse = (raw: string): URL | null => {
  const text = raw.trim().replace(/[.,;]+$/, "")
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const url = URL.canParse(absolute) ? new URL(absolute) : null
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? url : null
}

/** `https://linkedin.com/in/SLUG`, from any way of writing it; null for anything that is no profile. */
export const linkedin = (raw: string): string | null => {
  const url = parse(raw.replace(/\s+/g, ""))
  const slug = url && /(^|\.)linkedin\.com$/i.test(url.hostname) ? /^\/(?:in|pub)\/([^/]+)/.exec(url.pathname)?.[1] : undefined
  return slug === undefined ? null : `https://linkedin.com/in/${safeDecode(slug)}`
}

const safeDecode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** With a scheme, without a slash or the punctuation of a sentence at its end; null for anything that is no web address. */
export const absolute = (raw: string): string | null => {
  const url = parse(raw)
  return url === null ? null : url.href.replace(/[/.,;]+$/, "")
}

/** The kind by the host or the domain that it belongs to; a page of one's own is a website. */
export const kind = (url: string): Resume.LinkKind => {
  const { hostname } = new URL(url)
  const labels = hostname.replace(/^www\./, "").split(".")
  const suffixes = labels.map((_, index) => labels.slice(index).join("."))
  const known = suffixes.map((suffix) => kinds.get(suffix)).find((found) => found !== undefined)
  if (known) return known
  return /portf[oó]lio|portafolio|portefolio/i.test(url) ? "portfolio" : "website"
}

/** The last part of its path, which may say what it shows: "reel" of "anna.example/reel". */
export const lastPart = (url: string): string => new URL(url).pathname.split("/").at(-1) ?? ""
