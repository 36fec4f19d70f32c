/** When a statement happens: by the database's clock, which is the same for all nodes, unless a caller fixes another moment. */
import type { SqlClient } from "@effect/sql/SqlClient"
import type { Fragment } from "@effect/sql/Statement"
import { Context, Effect, Option } from "effect"

export class Fixed extends Context.Reference<Fixed>()("@excv/store/Moment", {
  defaultValue: (): Option.Option<Date> => Option.none()
}) {}

/** Lets every statement inside happen at this moment. */
export const at = (moment: Date) => Effect.provideService(Fixed, Option.some(moment))

/** The moment as a `timestamptz` expression. */
export const now = (sql: SqlClient): Effect.Effect<Fragment> =>
  Effect.map(Fixed, Option.match({
    onNone: () => sql`now()`,
    onSome: (moment) => sql`${moment}::timestamptz`
  }))
