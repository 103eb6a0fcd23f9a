import { BadRequest } from './bad-request'

const MODES = ['error', 'error-after', 'kill', 'delay'] as const
export type FaultMode = (typeof MODES)[number]

export interface Fault {
  function?: string
  op?: string
  action?: string
  /** Only actions of the database on one of these. */
  collections?: string[]
  /** Which matching action is met first, counted from when the fault was set; 1 is the next. */
  nth: number
  mode: FaultMode
  /** How long a delay lasts; 0 for the other modes. */
  ms: number
  /** How many matching actions in a row it meets. */
  times: number
  /** Matching actions seen so far. */
  seen: number
  /** Matching actions met so far. */
  count: number
  /** Whether it has met any. */
  fired: boolean
}

const FIELDS = ['function', 'op', 'action', 'collections', 'nth', 'mode', 'ms', 'times']
const LONGEST_DELAY_MS = 600_000

/** 'database.modifyDocument' is met by itself, 'database', 'database.' and 'modifyDocument'. */
function matchesAction(wanted: string, action: string): boolean {
  if (wanted === action) return true
  if (wanted.endsWith('.')) return action.startsWith(wanted)
  return action.startsWith(`${wanted}.`) || action.endsWith(`.${wanted}`)
}

const isListOfNames = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')

/** An action of an invocation. */
export interface Struck {
  function: string
  op: string
  action: string
  /** Of an action of the database. */
  collection?: string | undefined
}

function wholeNumber(fault: Record<string, unknown>, key: string, fallback: number, least: number) {
  const value = fault[key] ?? fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw new BadRequest(`${key} must be a whole number from ${least}`)
  return value
}

/** Faults set by tests: each meets some actions of a function's invocations. */
export class Faults {
  private faults: Fault[] = []

  /** Throws BadRequest for a body that is not a fault. */
  add(body: unknown): Fault {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new BadRequest('a fault must be an object with a mode')
    const fault = body as Record<string, unknown>
    for (const key of Object.keys(fault))
      if (!FIELDS.includes(key)) throw new BadRequest(`a fault has no field ${JSON.stringify(key)}`)
    for (const key of ['function', 'op', 'action'])
      if (fault[key] !== undefined && typeof fault[key] !== 'string')
        throw new BadRequest(`${key} must be a string`)
    if (fault.collections !== undefined && !isListOfNames(fault.collections))
      throw new BadRequest('collections must be a list of names')
    const mode = fault.mode as FaultMode
    if (!MODES.includes(mode)) throw new BadRequest(`mode must be one of ${MODES.join(', ')}`)
    if ((mode === 'delay') !== (fault.ms !== undefined))
      throw new BadRequest('ms belongs to the mode delay, which needs it')
    const ms = wholeNumber(fault, 'ms', 0, 0)
    if (ms > LONGEST_DELAY_MS) throw new BadRequest(`ms must be at most ${LONGEST_DELAY_MS}`)
    const added: Fault = {
      ...(fault as Partial<Fault>),
      nth: wholeNumber(fault, 'nth', 1, 1),
      mode,
      ms,
      times: wholeNumber(fault, 'times', 1, 1),
      seen: 0,
      count: 0,
      fired: false,
    }
    this.faults.push(added)
    return { ...added }
  }

  list(): Fault[] {
    return this.faults.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.faults = []
  }

  /** Counts an action of an invocation against every fault; the one that meets it, if any. */
  strike({ function: functionName, op, action, collection }: Struck): Fault | undefined {
    let struck: Fault | undefined
    for (const fault of this.faults) {
      if (fault.count === fault.times) continue
      if (fault.function !== undefined && fault.function !== functionName) continue
      if (fault.op !== undefined && fault.op !== op) continue
      if (fault.action !== undefined && !matchesAction(fault.action, action)) continue
      if (fault.collections && !fault.collections.includes(collection ?? '')) continue
      fault.seen++
      if (fault.seen < fault.nth || struck !== undefined) continue
      fault.count++
      fault.fired = true
      struck = fault
    }
    return struck
  }
}
