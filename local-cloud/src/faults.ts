import { BadRequest } from './bad-request'

const MODES = ['error', 'error-after', 'kill'] as const
export type FaultMode = (typeof MODES)[number]

export interface Fault {
  function?: string
  op?: string
  action?: string
  /** Which matching action fails, counted from when the fault was set; 1 is the next. */
  nth: number
  mode: FaultMode
  /** Matching actions seen so far. */
  seen: number
  fired: boolean
}

/** 'database.modifyDocument' is met by itself, 'database', 'database.' and 'modifyDocument'. */
function matchesAction(wanted: string, action: string): boolean {
  if (wanted === action) return true
  if (wanted.endsWith('.')) return action.startsWith(wanted)
  return action.startsWith(`${wanted}.`) || action.endsWith(`.${wanted}`)
}

/** Faults set by tests: each makes one action of a function's invocation fail, once. */
export class Faults {
  private faults: Fault[] = []

  /** Throws BadRequest for a body that is not a fault. */
  add(body: unknown): Fault {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new BadRequest('a fault must be an object with a mode')
    const fault = body as Record<string, unknown>
    for (const key of Object.keys(fault))
      if (!['function', 'op', 'action', 'nth', 'mode'].includes(key))
        throw new BadRequest(`a fault has no field ${JSON.stringify(key)}`)
    for (const key of ['function', 'op', 'action'])
      if (fault[key] !== undefined && typeof fault[key] !== 'string')
        throw new BadRequest(`${key} must be a string`)
    const nth = fault.nth ?? 1
    if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 1)
      throw new BadRequest('nth must be a whole number from 1')
    if (!MODES.includes(fault.mode as FaultMode))
      throw new BadRequest(`mode must be one of ${MODES.join(', ')}`)
    const added = {
      ...(fault as Partial<Fault>),
      nth,
      mode: fault.mode as FaultMode,
      seen: 0,
      fired: false,
    }
    this.faults.push(added)
    return added
  }

  list(): Fault[] {
    return this.faults.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.faults = []
  }

  /** Counts an action of an invocation against every fault; the mode of the one that fires, if any. */
  strike(functionName: string, op: string, action: string): FaultMode | undefined {
    let mode: FaultMode | undefined
    for (const fault of this.faults) {
      if (fault.fired) continue
      if (fault.function !== undefined && fault.function !== functionName) continue
      if (fault.op !== undefined && fault.op !== op) continue
      if (fault.action !== undefined && !matchesAction(fault.action, action)) continue
      fault.seen++
      if (fault.seen < fault.nth || mode !== undefined) continue
      fault.fired = true
      mode = fault.mode
    }
    return mode
  }
}
