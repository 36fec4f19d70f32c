/** The first start makes an account with two keys, and shows them this once: the text of a key is stored nowhere. */
import type { Plans, StoreError } from "@excv/store"
import { Accounts, Keys } from "@excv/store"
import { Console, Effect, Redacted } from "effect"
import { access } from "node:fs/promises"
import { relative } from "node:path"
import { fileURLToPath } from "node:url"

const account = { name: "default", plan: "starter" }

/** In the checkout of the repository there is a CV to try. */
const example = fileURLToPath(new URL("../../../fixtures/documents/priya-raman_classic.pdf", import.meta.url))

type Failure = Plans.PlanUnknown | StoreError.StoreError

/** Does nothing when there is an account. */
export const run: (url: string) => Effect.Effect<void, Failure, Accounts.Accounts | Keys.Keys> = Effect.fn("FirstStart.run")(function* (
  url: string
) {
  const accounts = yield* Accounts.Accounts
  if ((yield* accounts.list).length > 0) return
  const { id } = yield* accounts.create(account)
  const keys = yield* Keys.Keys
  const live = yield* keys.create({ accountId: id, mode: "live" })
  const test = yield* keys.create({ accountId: id, mode: "test" })
  yield* Console.log(welcome(url, Redacted.value(live.token), Redacted.value(test.token), yield* exampleFile))
}, Effect.catchTag("AccountExists", () => Effect.void))

const welcome = (url: string, live: string, test: string, file: string): string =>
  `
Made the account "${account.name}" (plan ${account.plan}). Its keys are shown only now:

  live  ${live}
  test  ${test}

Try it:

  curl -X POST ${url}/api/v1/extract -H "Authorization: Bearer ${test}" -F "file=@${file}"
`

const exampleFile = Effect.tryPromise(() => access(example)).pipe(
  Effect.map(() => relative(process.cwd(), example)),
  Effect.orElseSucceed(() => "YOUR_CV.pdf")
)
