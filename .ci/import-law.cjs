// The import law as dependency-cruiser rules, made from import-law.json: a room may import only what its row names.
const law = require("./import-law.json")

const folder = (room) =>
  room === "providers/*" ? "providers/[^/]+" : room === "benchmarks" || room === "fixtures" ? room : `packages/${room}`

const rooms = Object.entries(law).map(([room, allowed]) => ({
  name: `law-${room.replace("/*", "")}`,
  comment: `${room} may import only ${["itself", ...allowed].join(", ")}`,
  severity: "error",
  from: { path: room === "providers/*" ? "^(providers/[^/]+)/src/" : `^(${folder(room)})/(src|examples)/` },
  to: {
    path: "^(packages|providers|benchmarks|fixtures)/",
    pathNot: ["^$1/", ...allowed.map((name) => `^${folder(name)}/`)]
  }
}))

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...rooms,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-private-imports",
      comment: "other rooms are entered by their door, not through their files",
      severity: "error",
      from: { path: "^(packages/[^/]+|providers/[^/]+|benchmarks|fixtures)/" },
      to: { path: "^(packages|providers|benchmarks|fixtures)/.*src/(?!index\\.ts$|effect\\.ts$|testing/index\\.ts$)", pathNot: "^$1/" }
    }
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(bundle|dist|node_modules)/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["@excv/source", "import", "node", "default"], mainFields: ["module", "main"] }
  }
}
