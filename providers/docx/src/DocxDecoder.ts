/** The decoder for DOCX: its parts are read, its text is laid out as a word processor would, and given as positioned words. */
import type { Decoder, Limits } from "@excv/provider"
import { DocumentRefused } from "@excv/provider"
import type { Document } from "@excv/schema"
import { Effect } from "effect"
import * as Archive from "./container/Archive.js"
import * as Parts from "./container/Parts.js"
import * as Context from "./content/Context.js"
import * as Sections from "./content/Sections.js"
import * as Composer from "./flow/Composer.js"
import * as Visible from "./flow/Visible.js"
import * as Numbering from "./style/Numbering.js"
import * as Styles from "./style/Styles.js"
import * as Theme from "./style/Theme.js"

const refused = (reason: DocumentRefused.Reason) => new DocumentRefused.DocumentRefused({ reason })

/** The first bytes of the container that Office puts a document in to encrypt it. */
const encrypted = [0xd0, 0xcf, 0x11, 0xe0]

/** Letters of a word of average length, and the space behind it. */
const charactersPerWord = 12

const readParts = Effect.fn("DocxDecoder.readParts")(function*(bytes: Uint8Array, maxInflatedBytes: number) {
  const archive = yield* Archive.open(bytes, maxInflatedBytes)
  const main = yield* Parts.main(archive)
  const [theme, styles, numbering, settings] = yield* Effect.all(
    (["theme", "styles", "numbering", "settings"] as const).map((type) => Parts.related(archive, main, type))
  )
  const running = new Map<string, Parts.Part>()
  for (const { id, isExternal, target, type } of main.relationships.values()) {
    if (isExternal || (type !== "header" && type !== "footer")) continue
    const part = yield* Parts.read(archive, target)
    if (part !== null) running.set(id, part)
  }
  return { main, theme, styles, numbering, settings, running }
})

type Read = Effect.Effect.Success<ReturnType<typeof readParts>>

const layOut = ({ main, numbering, running, settings, styles, theme }: Read, limits: Limits.Limits): ReadonlyArray<Document.RawPage> => {
  const colors = Theme.read(theme?.root)
  const context: Context.Context = {
    theme: colors,
    styles: Styles.read(colors, styles?.root),
    numbering: Numbering.read(colors, numbering?.root),
    relationships: main.relationships,
    cell: Context.plainCell,
    count: Context.counter(limits.maxWords * charactersPerWord)
  }
  const document = Sections.read(context, { main, running, settings: settings?.root })
  return Composer.compose(document, limits.maxPages).map((page) => Visible.read(page, document.background))
}

const decode = Effect.fn("DocxDecoder.decode")(function*(bytes: Uint8Array, limits: Limits.Limits) {
  if (encrypted.every((byte, index) => bytes[index] === byte)) return yield* refused("encrypted")
  const parts = yield* Effect.scoped(readParts(bytes, limits.maxInflatedBytes))
  return yield* Effect.try({ try: () => layOut(parts, limits), catch: (error) => error }).pipe(
    Effect.catchAll((error) => (error instanceof Context.Refused ? refused(error.reason) : Effect.die(error)))
  )
})

/** About 20 ms a page. What cannot be seen is left out, and each page says why. */
export const decoder: Decoder = {
  name: "docx",
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  decode,
  picture: null
}
