#!/usr/bin/env node
// Committed, unlike what it starts, so that npm links the command before the first build.
import { existsSync } from "node:fs"

// glibc gives every thread an arena of its own and returns little of it: after a photo a server would keep 100 MB more than with
// two. It reads this before a program runs, so the process becomes itself once more (Node 22.15 and newer can).
const { MALLOC_ARENA_MAX } = process.env
if (process.platform === "linux" && process.argv[2] === "serve" && MALLOC_ARENA_MAX === undefined && process.execve !== undefined) {
  const { argv: [node, ...rest], execArgv, execPath } = process
  process.execve(execPath, [node, ...execArgv, ...rest], { ...process.env, MALLOC_ARENA_MAX: "2" })
}

const main = new URL("../bundle/main.js", import.meta.url)
if (existsSync(main)) {
  await import(main.href)
} else {
  process.stderr.write("excv is not built yet: run `npm run build`\n")
  process.exitCode = 1
}
