/** Agreement: whether a witness, who read the same document in another way, says the same of each value of an answer. */
import { Fold } from "@excv/lexicon"
import type { Extraction, Resume } from "@excv/schema"
import type { Item, Normalized } from "../Normalized.js"

type Answer = Omit<Resume.Resume, "confidence_score">

export interface Agreement {
  /** by JSON pointer into the answer */
  readonly opinions: ReadonlyMap<string, Extraction.Opinion>
  /** of the values of both, the share that both have; 0..1 */
  readonly shared: number
  /** of the values of which both say something, the share of which they say the same; 0..1 */
  readonly undisputed: number
}

/** What one of the two says of an entry, by member, ready to be compared; only members that say something. */
type Said = ReadonlyMap<string, string>

/** As long a text is compared by its words: where it ends is a matter of taste. */
const longText = 60
const mostlyEqual = 0.8

const plain = (value: unknown): string =>
  Array.isArray(value) ? value.map(plain).join("\n") : typeof value === "string" ? Fold.fold(value) : value === true ? "yes" : ""

const saidBy = (entry: object): Said =>
  new Map(Object.entries(entry).flatMap(([member, value]) => {
    const text = plain(value)
    return text === "" ? [] : [[member, text] as const]
  }))

const overlap = (one: string, other: string): number => {
  const [words, others] = [new Set(Fold.words(one)), new Set(Fold.words(other))]
  const common = [...words].filter((word) => others.has(word)).length
  return words.size + others.size === 0 ? 0 : (2 * common) / (words.size + others.size)
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "")

const isSame = (one: string, other: string): boolean =>
  one === other || (one.length > longText || other.length > longText ? overlap(one, other) >= mostlyEqual : lettersOf(one) !== "" && lettersOf(one) === lettersOf(other))

const agreed = (one: Said, other: Said): number => [...one].filter(([member, text]) => isSame(text, other.get(member) ?? "")).length

/** Entries of both that tell of the same: those that agree in most come first. */
const pairs = (ours: ReadonlyArray<Said>, theirs: ReadonlyArray<Said>): ReadonlyMap<number, Said> => {
  const candidates = ours.flatMap((one, own) => theirs.map((other, foreign) => ({ own, foreign, other, count: agreed(one, other) })))
  const found = new Map<number, Said>()
  const taken = new Set<number>()
  for (const { foreign, other, own } of candidates.filter((one) => one.count > 0).sort((a, b) => b.count - a.count)) {
    if (found.has(own) || taken.has(foreign)) continue
    found.set(own, other)
    taken.add(foreign)
  }
  return found
}

const opinionOf = (text: string, other: string | undefined): Extraction.Opinion => (other === undefined ? "nothing" : isSame(text, other) ? "same" : "other")

const opinionsOn = (path: string, ours: Said, theirs: Said | undefined): ReadonlyArray<readonly [string, Extraction.Opinion]> =>
  [...ours].map(([member, text]) => [`${path}/${member}`, opinionOf(text, theirs?.get(member))] as const)

const listOf = (path: string, ours: ReadonlyArray<object>, theirs: ReadonlyArray<Item<object>>) => {
  const said = { ours: ours.map(saidBy), theirs: theirs.map(({ value }) => saidBy(value)) }
  const paired = pairs(said.ours, said.theirs)
  return {
    opinions: said.ours.flatMap((one, index) => opinionsOn(`${path}/${index}`, one, paired.get(index))),
    count: said.theirs.reduce((sum, one) => sum + one.size, 0)
  }
}

const singleOf = (path: string, ours: object, { value }: Item<object>) => {
  const theirs = saidBy(value)
  return { opinions: opinionsOn(path, saidBy(ours), theirs), count: theirs.size }
}

export const of = (answer: Answer, witness: Normalized): Agreement => {
  const { email, full_name, linkedin_url, phone, summary } = answer
  const parts = [
    singleOf("", { full_name, email, phone, linkedin_url, summary }, witness.profile),
    singleOf("/location", answer.location, witness.location),
    ...(["links", "experience", "education", "skills", "languages", "certifications", "projects"] as const).map((list) =>
      listOf(`/${list}`, answer[list], witness[list]))
  ]
  const opinions = parts.flatMap((part) => part.opinions)
  const counted = (wanted: Extraction.Opinion) => opinions.filter(([, opinion]) => opinion === wanted).length
  const [same, other] = [counted("same"), counted("other")]
  const all = opinions.length + parts.reduce((sum, { count }) => sum + count, 0)
  return { opinions: new Map(opinions), shared: all === 0 ? 1 : (2 * same) / all, undisputed: same + other === 0 ? 1 : same / (same + other) }
}
