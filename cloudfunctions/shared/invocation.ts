import { AsyncLocalStorage } from 'node:async_hooks'

/** What is true for the whole of one invocation, wherever the code stands. */
export interface Invocation {
  requestId: string
  op: string
  /** After this moment (epoch ms) nothing new may be started: the reply has been given. */
  deadline: number
}

const storage = new AsyncLocalStorage<Invocation>()

/** The invocation this code runs in; undefined outside of one (module loading, tools). */
export const invocation = (): Invocation | undefined => storage.getStore()

/** Runs `work` as part of an invocation. */
export const runInInvocation = <T>(current: Invocation, work: () => Promise<T>): Promise<T> =>
  storage.run(current, work)
