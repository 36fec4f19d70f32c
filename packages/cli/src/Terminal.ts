/** Text of the parser (help, versions, mistakes), without colours where they would be noise: in files, pipes, `NO_COLOR`. */
import { Console, Effect } from "effect"
import { stripVTControlCharacters } from "node:util"

const onto = (stream: NodeJS.WriteStream) => (...texts: ReadonlyArray<unknown>) =>
  Effect.sync(() => {
    const hasColors = stream.isTTY && stream.hasColors()
    const lines = texts.map((text) => hasColors ? String(text) : stripVTControlCharacters(String(text)))
    stream.write(`${lines.join(" ").replace(/\n$/, "")}\n`)
  })

/** For the effect and everything inside that writes to the console. */
export const plain = <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.consoleWith((console) =>
    Console.withConsole(self, { ...console, log: onto(process.stdout), error: onto(process.stderr) }))
