/** How PGlite is started, whether by the thread that keeps it or by the process that only creates a database. */
import { PGlite } from "@electric-sql/pglite"

/** Of what an embedded database holds, a few MB are in use at a time; the 128 MB of a server's default are all touched at the start. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=8MB", "-c", "wal_buffers=1MB"]

export const open = ({ directory, dump }: { readonly directory?: string | undefined; readonly dump?: Blob | undefined }) =>
  PGlite.create({
    startParams,
    ...(directory === undefined ? {} : { dataDir: directory }),
    ...(dump === undefined ? {} : { loadDataDir: dump })
  })
