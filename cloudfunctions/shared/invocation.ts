import { AsyncLocalStorage } from 'node:async_hooks'

/** What is true for the whole of one invocation, wherever the code stands. */
export interface Invocation {
  requestId: string
  op: string
  /** After this moment (epoch ms) nothing new may be started: the reply has been given. */
  deadline: number
  /** What must stand before anything is changed (trace.ts). */
  first?: readonly Promise<unknown>[]
}

const storage = new AsyncLocalStorage<Invocation>()

/** The invocation this code runs in; undefined outside of one (module loading, tools). */
export const invocation = (): Invocation | undefined => storage.getStore()

/** Runs `work` as part of an invocation. */
export const runInInvocation = <T>(current: Invocation, work: () => Promise<T>): Promise<T> =>
  storage.run(current, work)

/** Runs `work` now; what it changes, it changes once `first` stands, and not at all where that comes to nothing. */
export function changingAfter<T>(first: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const current = storage.getStore()
  if (!current) throw new Error('not in an invocation')
  return storage.run({ ...current, first: [...(current.first ?? []), first] }, work)
}

/** Runs what others wait for, which itself waits for nothing. */
export function changingAtOnce<T>(work: () => Promise<T>): Promise<T> {
  const current = storage.getStore()
  return current ? storage.run({ ...current, first: [] }, work) : work()
}
