import type { Contract, QueryName } from '../../types/contract'
import type { Load } from '../lib/load.model'
import { call } from './call'

type Output<Name extends QueryName> = Contract[Name]['output']

interface Entry {
  state: Load<unknown>
  /** Rises with every change made here, so that a reply asked for before it does not undo it. */
  version: number
  inFlight?: Promise<void>
}

const LOADING: Load<never> = { status: 'loading' }
const entries = new Map<string, Entry>()
const listeners = new Set<() => void>()

/** The name and input of a query in one text: the same call on two screens is one entry. */
export const queryKey = <Name extends QueryName>(name: Name, input: Contract[Name]['input']) =>
  `${name} ${JSON.stringify(input)}`

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is known now; the same object until it changes. */
export function readQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
): Load<Output<Name>> {
  return (entries.get(queryKey(name, input))?.state ?? LOADING) as Load<Output<Name>>
}

/** Asks the cloud again. What is shown stays until the answer comes, and stays when none comes. */
export function refreshQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
): Promise<void> {
  const key = queryKey(name, input)
  const entry = entries.get(key) ?? { state: LOADING, version: 0 }
  entries.set(key, entry)
  entry.inFlight ??= settle(entry, load(name, input, entry))
  return entry.inFlight
}

async function settle(entry: Entry, loading: Promise<void>): Promise<void> {
  try {
    await loading
  } finally {
    delete entry.inFlight
  }
}

async function load<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  entry: Entry,
): Promise<void> {
  if (entry.state.status !== 'ready' && entry.state.status !== 'loading') change(entry, LOADING)
  const { version } = entry
  const result = await call(name, input)
  if (entry.version !== version) return
  if (result.ok) return change(entry, { status: 'ready', data: result.data, now: result.now })
  const { error } = result
  if (entry.state.status === 'ready') return change(entry, { ...entry.state, problem: error })
  change(entry, { status: error.code === 'OFFLINE' ? 'offline' : 'error', error })
}

/** Changes what is shown of a query, e.g. by the view that a command replied with. */
export function updateQuery<Name extends QueryName>(
  name: Name,
  input: Contract[Name]['input'],
  next: (data: Output<Name>) => Output<Name>,
): void {
  const entry = entries.get(queryKey(name, input))
  if (entry?.state.status !== 'ready') return
  change(entry, { ...entry.state, data: next(entry.state.data as Output<Name>) })
}

function change(entry: Entry, state: Load<unknown>): void {
  entry.state = state
  entry.version += 1
  for (const listener of [...listeners]) listener()
}
