/** The whole store over one database: what an edge composes. */
import { Layer } from "effect"
import * as Access from "./Access.js"
import * as Accounts from "./Accounts.js"
import * as Credits from "./Credits.js"
import * as Database from "./Database.js"
import * as Jobs from "./Jobs.js"
import * as Keys from "./Keys.js"
import * as Plans from "./Plans.js"

/** All services over any database layer, with the given plans and jobs layers. */
const services = Layer.mergeAll(Accounts.layer, Keys.layer, Access.layer, Credits.layer, Jobs.layerConfig).pipe(
  Layer.provideMerge(Plans.layerConfig)
)

/** Everything from configuration; the database's own services come with it. */
export const layerConfig = Layer.provideMerge(services, Database.layerConfig)
