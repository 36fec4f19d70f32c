/** What the doctor looked at, and what it found. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly found: string
  /** what to do; null when nothing has to be done */
  readonly advice: string | null
}

export const good = (name: string, found: string): Check => ({ name, ok: true, found, advice: null })

export const bad = (name: string, found: string, advice: string): Check => ({ name, ok: false, found, advice })
