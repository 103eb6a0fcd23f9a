import { emptyPlan, type PlanDraft } from './plan.draft'

/** An announcement on this phone: what it was when the cloud was last asked, and what was typed since. */
export interface Kept {
  /** Of what the cloud has; 0 before it has any. */
  version: number
  plan: PlanDraft
  /** Something was typed that the cloud does not have. */
  unsaved: boolean
}

/** As the phone kept it; an older program's is left alone, and what was not changed is read from the cloud. */
export function keptFrom(kept: unknown, initial: Kept): Kept {
  const { version, plan, unsaved } = (kept ?? {}) as Partial<Kept>
  if (unsaved !== true || typeof version !== 'number' || !isPlan(plan)) return initial
  return { version, plan, unsaved }
}

const SHAPE = emptyPlan('')

function isPlan(plan: unknown): plan is PlanDraft {
  if (typeof plan !== 'object' || plan === null) return false
  const given = plan as Record<string, unknown>
  return Object.entries(SHAPE).every(
    ([name, like]) =>
      typeof given[name] === typeof like && Array.isArray(given[name]) === Array.isArray(like),
  )
}
