/** Wrapping: whether a line goes on with the text of the line above it. */
import type { Row } from "./Row.js"

/** points that the middles of centred lines may be apart */
const maxOff = 4

/** Lines around one middle: what is free at the right end of one is free at its left end too. */
export const areCentred = (row: Row, previous: Row): boolean =>
  Math.abs(row.x - previous.x) > maxOff && Math.abs(row.x + row.right - previous.x - previous.right) < 2 * maxOff

/** The first word of a row would not have fitted into the row above: it was wrapped. */
export const isWrapped = (row: Row, previous: Row): boolean => {
  const first = row.words[0]
  const room = areCentred(row, previous) ? 2 * previous.room : previous.room
  return first !== undefined && !row.isBullet && first.box.width + row.size * 0.25 > room
}

/** Words that no text ends with: the next line goes on, even with a capital letter. */
const functionWord = /(?:^|\s)(?:upon|around|across|into|between|through|over|under|within|without|during|since|until|about|against|among|per|via|that|which|who|is|are|was|their|our|its|than|as|zwischen|gegen|ohne|seit|wegen|pro|je|sous|chez|vers|sans|contre|sobre|desde|hasta|entre|tra|fra|presso|verso|até|sob|tussen|onder|över|mellan|mot|inom|od|przy|przez|pod|nad|między|ze|we|of|the|and|or|with|for|to|in|on|at|by|from|a|an|der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|und|oder|mit|von|vom|für|zu|zur|zum|im|am|auf|aus|bei|beim|nach|über|unter|durch|als|sowie|de|du|des|la|le|les|un|une|et|ou|avec|pour|dans|sur|par|aux|au|à|en|el|los|las|y|o|con|para|por|del|di|della|dei|delle|da|dal|e|il|lo|gli|per|nel|nella|do|dos|das|em|com|no|na|van|het|een|voor|met|bij|op|aan|tot|i|w|z|na|dla|oraz|och|på|av|för|till|den|det|som|vid|&)$|[,:/&–-]$/iu

/** "Portland, OR" */
const region = /(?:^|,\s)\p{Lu}{2}$/u

export const isOpen = (text: string): boolean => functionWord.test(text) && !region.test(text)
