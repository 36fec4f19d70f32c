/** The whole store over one database: what an edge composes. */
import { Layer } from "effect"
import * as Access from "./Access.js"
import * as Accounts from "./Accounts.js"
import * as Credits from "./Credits.js"
import * as DailySpending from "./DailySpending.js"
import * as Database from "./Database.js"
import * as Jobs from "./Jobs.js"
import * as Keys from "./Keys.js"
import * as Plans from "./Plans.js"

/** All services over a database; plans and lease from configuration. */
export const layer = Layer.mergeAll(Accounts.layer, Keys.layer, Access.layer, Credits.layer, DailySpending.layer, Jobs.layerConfig).pipe(
  Layer.provideMerge(Plans.layerConfig)
)

/** The same, with the database from configuration. */
export const layerConfig = Layer.provideMerge(layer, Database.layerConfig)
