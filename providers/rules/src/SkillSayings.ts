/** What people say in a sentence that they can do: "I am good at sewing, ironing and mending." */
import { Skills } from "@excv/lexicon"
import * as Items from "./Items.js"

/** "I know well", "Faço bem", "Ich beherrsche": verbs that lead to a thing, perhaps with how well behind them. */
const verbs = /^(?:I (?:can|know|use|do|master)|Ich (?:kann|kenne|beherrsche|nutze)|Je (?:maîtrise|connais|pratique|sais(?: faire| utiliser)?)|Conozco|Domino|Manejo|Sé(?: usar| hacer)?|Hago|Conosco|So(?: fare| usare)?|Faccio|Faço|Sei(?: fazer| usar)?|Conheço|Ik (?:kan|ken|beheers|gebruik)|Jag (?:kan|behärskar)|Potrafię|Umiem|Znam)(?:\s(?:very|sehr|très|muy|molto|muito|erg|mycket|bardzo))?(?:\s(?:well|gut|bien|bene|bem|goed|bra|dobrze))?\s+(?!mich\s|de\s)/iu

/** "Me la cavo molto bene con", "Ich kenne mich gut aus mit" */
const ways = /^(?:I|I['’]m|Ich|Je|J['’]ai|Me|Mi|Io|Yo|Eu|Sono|Soy|Sou|Tenho|Tengo|Ho|Ik|Jag|Ja|Lavoro|Trabajo|Trabalho)\s(?:\p{L}[\p{L}'’]*\s){1,5}?(?:with|at|in|mit|avec|con|com|met|med|z|em|en)\s+/iu

/** "en" is a word of its own in other languages. */
const joints = [/\s+(?:and|und|et|y|e|i|och|oraz)\s+/u, /\s+en\s+/u]
const article = /^(?:(?:la|le|les|el|los|las|il|lo|gli|the)\s|l['’])/u
const minThings = 3
const maxWords = 5

/** The things, in small letters, that a sentence says somebody can do; null where it says nothing like that. */
export const thingsIn = (sentence: string): ReadonlyArray<string> | null => {
  const text = sentence.trim(), lead = [verbs, ways].map((one) => one.exec(text)?.[0]).find((one) => one !== undefined)
  if (lead === undefined || !/\p{Ll}{2}[.!]$/u.test(text) || !/^\p{Ll}/u.test(text.slice(lead.length))) return null
  const pieces = Items.cutAt(text.slice(lead.length, -1), Items.signLength(false)).map((piece) => piece.text.trim())
  const last = pieces.at(-1) ?? "", joint = joints.find((one) => one.test(last))
  const things = [...pieces.slice(0, -1), ...(joint === undefined ? [last] : last.split(joint))].map((thing) => thing.replace(article, ""))
  return things.length >= minThings && things.every((thing) => thing !== "" && thing.split(" ").length <= maxWords) ? things : null
}

/** "Manejo de", "Kenntnisse in", "Knowledge of": nouns that lead to programs and machines. */
const nouns = /^(?:(?:manejo|dominio|uso|conocimientos?|experiencia|domínio|utilização|conhecimentos?|experiência|utilizzo|conoscenza|padronanza|esperienza|maîtrise|utilisation|connaissances?|pratique|kenntnisse|umgang|erfahrung|knowledge|use|experience|kennis|ervaring|gebruik|kunskap(?:er)?|vana|erfarenhet|doświadczenie)\s(?:(?:de|del|do|da|du|di|con|en|em|com|in|im|mit|of|with|van|met|av|i|med|w|z)\s|d['’])|(?:znajomość|obsługa)\s)/iu

/** A list without the noun before it: "Manejo de TPV Ágora, CoverManager y Excel". */
export const withoutLead = (line: string): string => {
  const rest = line.slice(nouns.exec(line)?.[0].length ?? 0), first = rest.split(/[,;(.]|\s(?:y|e|et|and|und|en|i|och)\s/u)[0] ?? ""
  return rest !== line && (Skills.knownCategory(first.trim()) !== null || /^\p{Lu}/u.test(first) && !/^(?:umgang|erfahrung)/iu.test(line)) ? rest : line
}
