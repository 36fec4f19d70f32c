/** The console of the command: its text without colours where they would be noise, in files, in pipes, with `NO_COLOR`. */
import { Console, Effect } from "effect"
import { stripVTControlCharacters } from "node:util"
import * as Output from "./Output.js"

const onto = (stream: NodeJS.WriteStream) => (...texts: ReadonlyArray<unknown>) =>
  Effect.suspend(() => {
    const text = texts.map(String).join(" ").replace(/\n$/, "")
    const hasColors = stream.isTTY && stream.hasColors()
    return Effect.ignore(Output.write(stream, `${hasColors ? text : stripVTControlCharacters(text)}\n`))
  })

/** For the effect and everything inside that writes to the console. */
export const plain = <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.consoleWith((console) =>
    Console.withConsole(self, { ...console, log: onto(process.stdout), error: onto(process.stderr) }))
