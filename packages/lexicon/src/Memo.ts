/** Memory for pure functions of a text: many rules ask the same of the same pieces of one document. */

/** Texts that are remembered by each function: about those of one document. */
const maxTexts = 600

/** The function, remembering its last results; it forgets all of them when there are too many. */
export const memoised = <A>(compute: (text: string) => A): ((text: string) => A) => {
  const known = new Map<string, { readonly value: A }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.value
    const value = compute(text)
    if (known.size >= maxTexts) known.clear()
    known.set(text, { value })
    return value
  }
}
