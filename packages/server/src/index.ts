export * as KeysAdmin from "./keys/KeysAdmin.js"
export * as RemoteKeys from "./keys/RemoteKeys.js"
export * as Server from "./Server.js"
export * as Settings from "./Settings.js"
