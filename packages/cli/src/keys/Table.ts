/** Keys as a table for people. */
import type { AdminApi } from "@excv/api"

const header = ["ID", "ACCOUNT", "MODE", "KEY", "CREATED", "LAST USED", "STATE"]

/** `now` decides which keys have expired. */
export const keys = (list: ReadonlyArray<AdminApi.Key>, now: Date): string =>
  aligned([header, ...list.map((key) => row(key, now))])

const row = (key: AdminApi.Key, now: Date): ReadonlyArray<string> => [
  key.id,
  key.account,
  key.mode,
  key.hint,
  minute(key.created_at),
  key.last_used_at === null ? "never" : minute(key.last_used_at),
  state(key, now)
]

const state = ({ expires_at, revoked_at }: AdminApi.Key, now: Date): string =>
  revoked_at !== null ? `revoked ${minute(revoked_at)}`
    : expires_at === null ? "active"
    : expires_at <= now ? `expired ${minute(expires_at)}`
    : `until ${minute(expires_at)}`

/** In UTC. */
const minute = (moment: Date): string => `${moment.toISOString().slice(0, 16).replace("T", " ")}Z`

const aligned = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = header.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()).join("\n")
}
