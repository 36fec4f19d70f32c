// A process that does what the bytes say: dies, never ends, or answers.
process.on("disconnect", () => process.exit())
process.on("message", ({ bytes }) => {
  const told = Buffer.from(bytes).toString()
  if (told === "die") process.exit(3)
  while (told === "loop");
  process.send({ verdict: told, residentMb: 1 })
})
process.send("ready")
