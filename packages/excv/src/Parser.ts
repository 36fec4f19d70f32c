/** What runs in a process of the pool: it decodes the files that it is sent, one after the other, and ends with who started it. */
import { Worker } from "node:worker_threads"
import { decode, type Steps } from "./Worker.js"

/** A file may keep the process busy for hours: whether its parent is still there has to be seen from beside. */
const watch = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL") }, 1000)`

new Worker(watch, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 } }).unref()

// Ctrl-C is for who started it, and may let what runs come to its end.
process.on("SIGINT", () => undefined)
process.on("disconnect", () => process.exit())
process.on("message", (task) => {
  // What comes in by this way was sent by the pool.
  void decode(task as Steps["decode"][0]).then((outcome) => process.send?.(outcome))
})
