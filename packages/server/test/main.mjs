// The server as a process of its own, from the build: what the command `excv serve` will be.
import { NodeRuntime } from "@effect/platform-node"
import { Server } from "@excv/server"

NodeRuntime.runMain(Server.serve)
