/** Several nodes over one server. */
import { SqlClient } from "@effect/sql"
import { expect, it } from "@effect/vitest"
import { Array, Context, Effect, Layer } from "effect"
import { Access, DailySpending, Database, Jobs, Moment } from "../src/index.js"
import * as LocalPostgres from "../src/testing/LocalPostgres.js"
import { TestPostgres } from "../src/testing/index.js"
import { accepted, counts, customer, node, onPostgres } from "./Databases.js"

onPostgres((server) => {
  it.scopedLive("four nodes that start at once on an empty database migrate it once", () =>
    Effect.gen(function* () {
      const url = yield* TestPostgres.freshDatabase(server)
      const nodes = yield* Effect.all(
        Array.makeBy(4, () => Layer.build(Layer.fresh(Database.layerPostgres({ url, pool: 2 })))), { concurrency: "unbounded" })
      const sql = Context.get(Array.headNonEmpty(nodes), SqlClient.SqlClient)
      const done = yield* sql<{ readonly id: number }>`SELECT migration_id AS id FROM excv_migrations ORDER BY 1`
      expect(done.map(({ id }) => id)).toEqual([1, 2, 3, 4])
      yield* Effect.forEach(nodes, (context) => Context.get(context, Database.Database).health)
    }))

  it.scopedLive("buckets and credits hold across nodes", () =>
    Effect.gen(function* () {
      const url = yield* TestPostgres.freshDatabase(server)
      const build = () => Layer.build(Layer.fresh(Layer.provideMerge(node(), Database.layerPostgres({ url, pool: 5 }))))
      const nodes = [yield* build(), yield* build()] as const
      const { account, live, request } = yield* Effect.provide(customer("fifty"), nodes[0])
      const everywhere = <A, E>(use: (context: Context.Context<Access.Access | Jobs.Jobs>) => Effect.Effect<A, E>) =>
        Effect.all(nodes.flatMap((context) => Array.replicate(use(context), 60)), { concurrency: "unbounded" })
      const taken = yield* everywhere((context) => Context.get(context, Access.Access).authenticate(live.token)).pipe(Moment.at(new Date()))
      expect(taken.filter(({ rate }) => rate.allowed)).toHaveLength(5)
      const accepted = yield* everywhere((context) => Context.get(context, Jobs.Jobs).accept(request))
      expect(accepted.filter(({ _tag }) => _tag === "Accepted")).toHaveLength(50)
      expect(yield* Effect.provide(counts(account.id), nodes[1])).toEqual({ used: 0, reserved: 50, remaining: 0 })
    }))

  it.scopedLive("what an account may spend in a day holds across nodes", () =>
    Effect.gen(function* () {
      const url = yield* TestPostgres.freshDatabase(server)
      const build = () => Layer.build(Layer.fresh(Layer.provideMerge(node(), Database.layerPostgres({ url, pool: 5 }))))
      const nodes = [yield* build(), yield* build()] as const
      const { account, request } = yield* Effect.provide(customer("dollar"), nodes[0])
      const { id } = yield* Effect.provide(accepted(request), nodes[0])
      const spendings = nodes.map((context) => Context.get(context, DailySpending.DailySpending))
      const held = yield* Effect.all(spendings.flatMap(({ hold }) => Array.replicate(hold(id, 0.3), 30)), { concurrency: "unbounded" })
      expect(Array.getSomes(held)).toHaveLength(3)
      yield* Effect.forEach(Array.getSomes(held), (hold, index) => spendings[index % 2]?.settle(hold, 0.01) ?? Effect.void, { concurrency: "unbounded" })
      expect(yield* Context.get(nodes[1], DailySpending.DailySpending).today(account.id)).toMatchObject({ spentUsd: 0.03, heldUsd: 0, limitUsd: 1 })
    }))

  it.scopedLive("authenticating, with the credits, costs one statement, which a connection parses and plans once", () =>
    Effect.gen(function* () {
      const url = yield* TestPostgres.freshDatabase(server)
      const context = yield* Layer.build(Layer.provideMerge(node(), Database.layerPostgres({ url, pool: 1 })))
      yield* Effect.gen(function* () {
        const { live } = yield* customer("fifty")
        const { authenticate } = yield* Access.Access
        yield* Effect.replicateEffect(authenticate(live.token), 7)
        const sql = yield* SqlClient.SqlClient
        const prepared = yield* sql<{ readonly runs: number }>`
          SELECT (generic_plans + custom_plans)::integer AS runs FROM pg_prepared_statements WHERE statement ~ 'rate_buckets'`
        expect(prepared).toEqual([{ runs: 7 }])
      }).pipe(Effect.provide(context))
    }))

  it.scopedLive("health fails, and says no address, when the server is gone", () =>
    Effect.gen(function* () {
      const failed = yield* Effect.scoped(Effect.gen(function* () {
        const server = yield* LocalPostgres.start()
        return yield* Layer.build(Database.layerPostgres({ url: server }))
      })).pipe(Effect.flatMap((context) => Effect.flip(Context.get(context, Database.Database).health)))
      expect(failed).toMatchObject({ _tag: "StoreError", operation: "Database.health" })
      expect(failed.message).not.toContain("/tmp")
    }))
})
