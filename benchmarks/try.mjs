import { PdfDecoder } from "@excv/provider-pdf"
import { Limits } from "@excv/provider"
import { Effect } from "effect"
import { readFileSync } from "node:fs"
const t=performance.now()
const r = await Effect.runPromise(Effect.either(PdfDecoder.decoder.decode(new Uint8Array(readFileSync(process.argv[2])), Limits.standard)))
console.log(r._tag, r._tag==="Right"? r.right.map(p=>[p.words.length,p.isBlank]) : r.left.reason, performance.now()-t)
