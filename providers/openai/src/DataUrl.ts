/** A picture as the APIs take it. */
import type { Picture } from "@excv/model"

export const of = ({ bytes, mediaType }: Picture): string => `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`
