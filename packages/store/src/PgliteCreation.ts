/** The program of the process that creates a database in the directory that is its argument, and ends. */
import * as PgliteEngine from "./PgliteEngine.js"

const pglite = await PgliteEngine.open({ directory: process.argv[2] })
await pglite.close()
