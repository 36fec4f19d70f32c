/** The order of an answer's entries: people list them from the latest to the earliest or the other way round, columns read across do not. */
import type { Resume } from "@excv/schema"

/** Share of neighbours in the order of most of them; 1 for fewer than two. */
const ordered = (dates: ReadonlyArray<string>): number => {
  const pairs = dates.slice(1).map((date, at) => [dates[at] ?? "", date] as const)
  const falling = pairs.filter(([one, other]) => one >= other).length
  const rising = pairs.filter(([one, other]) => one <= other).length
  return pairs.length === 0 ? 1 : Math.max(falling, rising) / pairs.length
}

/** Of experience by its beginnings, and of education by its ends. */
export const share = ({ education, experience }: Pick<Resume.Resume, "education" | "experience">): number =>
  (ordered(experience.flatMap(({ start_date }) => start_date ?? [])) + ordered(education.flatMap(({ end_date, start_date }) => end_date ?? start_date ?? []))) / 2
