/** What `--help` teaches: examples beside the list of options, and names in full. */
import { HelpDoc } from "@effect/cli"
import { Array } from "effect"

/** The commands by their words, with what each is typically asked. */
const examples: Readonly<Record<string, ReadonlyArray<readonly [command: string, purpose: string]>>> = {
  "": [
    ["excv extract cv.pdf", "the resume of one CV as JSON"],
    ["excv serve", "the HTTP API on 127.0.0.1:3000"],
    ["excv keys create --account acme --mode live", "a key for the API"],
    ["excv doctor", "what works here and what is missing"],
    ["excv extract --help", "every command has its own help"]
  ],
  extract: [
    ["excv extract cv.pdf", "the resume as JSON"],
    ["excv extract cv.pdf --meta --as-of 2026-03", "with evidence, and the same in every month"],
    ["excv extract cvs/ | jq -r .data.email", "a JSON line a file: {\"file\", \"data\"} or {\"file\", \"error\"}"],
    ["excv extract cvs/ more/*.pdf --out resumes", "resumes/NAME.json for each file"],
    ["excv extract cv.pdf --model gpt-4.1-mini --max-cost-usd 0.01", "one model of the chain only, and at most a cent a file"],
    ["curl -s https://example.com/cv.pdf | excv extract -", "from standard input"]
  ],
  serve: [
    ["excv serve", "on 127.0.0.1:3000, with its data in .excv"],
    ["excv serve --host 0.0.0.0 --port 8080 --data-dir /var/lib/excv", "for other machines too"],
    ["DATABASE_URL=postgres://user:password@host/excv excv serve", "with a Postgres server"]
  ],
  keys: [
    ["excv keys create --account acme --mode live --plan starter", "prints the key, once"],
    ["excv keys list", "all keys, without their secrets"],
    ["excv keys rotate KEY_ID --overlap \"24 hours\"", "a new key; the old one is accepted for a day"],
    ["excv keys revoke KEY_ID", "from now on"]
  ],
  doctor: [
    ["excv doctor", "checks this machine and its configuration"],
    ["excv doctor --json | jq .ok", "for scripts"]
  ]
}

const commands = Object.keys(examples).filter((name) => name !== "")
const keyCommands = ["create", "list", "revoke", "rotate"]

/** The commands that the arguments begin with, such as `["keys", "list"]`. */
const pathOf = ([first, second]: ReadonlyArray<string>): ReadonlyArray<string> =>
  first === undefined || !commands.includes(first) ? []
    : first === "keys" && second !== undefined && keyCommands.includes(second) ? [first, second]
    : [first]

/** The examples of the command that is asked for. */
export const footer = (args: ReadonlyArray<string>): HelpDoc.HelpDoc => {
  const lines = (examples[pathOf(args)[0] ?? ""] ?? []).map(([command, purpose]) =>
    HelpDoc.p(`  ${command}\n      ${purpose}`))
  return HelpDoc.blocks([HelpDoc.h1("EXAMPLES"), ...lines])
}

/** The parser names a command in full only when each of its words is followed by `--help`. */
export const inFull = (args: ReadonlyArray<string>): ReadonlyArray<string> => {
  const options = Array.takeWhile(args, (arg) => arg !== "--")
  if (!options.some((arg) => arg === "--help" || arg === "-h")) return args
  return ["--help", ...pathOf(args).flatMap((word) => [word, "--help"])]
}

/** What to say after a mistake in the command line. */
export const hint = (args: ReadonlyArray<string>): string =>
  `Run \`${["excv", ...pathOf(args), "--help"].join(" ")}\` for its options and examples.`

/** A command of `keys` that does not exist: the parser would name the commands of `excv` instead. */
export const unknownKeysCommand = ([first, second]: ReadonlyArray<string>): string | null =>
  first === "keys" && second !== undefined && !second.startsWith("-") && !keyCommands.includes(second)
    ? `excv keys has no command '${second}' - use one of ${keyCommands.map((name) => `'${name}'`).join(", ")}`
    : null
