/** Optional content: which groups of the document are switched on when it is opened. */

export interface Layers {
  /** Whether marked content with these properties is shown; what cannot be understood is. */
  readonly isShown: (properties: unknown) => boolean
}

interface Group {
  readonly id: string
  readonly usage?: { readonly view?: { readonly viewState?: string } | null } | null
}

interface Configuration {
  readonly baseState?: string | null
  readonly on?: ReadonlyArray<string> | null
  readonly off?: ReadonlyArray<string> | null
  readonly groups?: ReadonlyArray<Group> | null
}

interface Membership {
  readonly type?: string
  readonly id?: string
  readonly ids?: ReadonlyArray<string> | null
  readonly policy?: string | null
  readonly expression?: unknown
}

const visibleGroups = ({ baseState, groups, off, on }: Configuration): ReadonlyMap<string, boolean> =>
  new Map((groups ?? []).map(({ id, usage }) => {
    const isOn = baseState === "OFF" ? on?.includes(id) === true : off?.includes(id) !== true
    return [id, isOn && usage?.view?.viewState !== "OFF"] as const
  }))

const maxDepth = 20

/** `configuration` is what the engine answers, null for a document without layers. */
export const make = (configuration: unknown): Layers => {
  const groups = visibleGroups((configuration ?? {}) as Configuration)
  const isOn = (id: unknown): boolean => groups.get(String(id)) ?? true
  const holds = (expression: unknown, depth = 0): boolean => {
    if (!Array.isArray(expression)) return isOn(expression)
    const [operator, ...operands] = expression as ReadonlyArray<unknown>
    if (depth > maxDepth) return true
    if (operator === "Not") return !holds(operands[0], depth + 1)
    return operator === "Or" ? operands.some((one) => holds(one, depth + 1)) : operands.every((one) => holds(one, depth + 1))
  }
  const policies: Readonly<Record<string, (ids: ReadonlyArray<string>) => boolean>> = {
    AllOn: (ids) => ids.every(isOn),
    AnyOff: (ids) => ids.some((id) => !isOn(id)),
    AllOff: (ids) => ids.every((id) => !isOn(id))
  }
  const isShown: Layers["isShown"] = (properties) => {
    if (groups.size === 0 || typeof properties !== "object" || properties === null) return true
    const { expression, id, ids, policy } = properties as Membership
    if (Array.isArray(expression)) return holds(expression)
    if (Array.isArray(ids) && ids.length > 0) return (policies[policy ?? ""] ?? ((all) => all.some(isOn)))(ids)
    return id === undefined || id === null ? true : isOn(id)
  }
  return { isShown }
}
