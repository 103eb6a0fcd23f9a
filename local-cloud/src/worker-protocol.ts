import type { LogLine } from './logs'

/** What a worker is born with. */
export interface WorkerStart {
  directory: string
  /** The clock's offset, see clock.ts. */
  clock: SharedArrayBuffer
  /** Where the worker keeps the invocation's chain of actions, see worker-chain.ts. */
  chain: SharedArrayBuffer
  /** Requests to paths that begin with this are actions. */
  adminPath: string
}

/** Main thread to worker: run the function once. */
export interface InvokeMessage {
  event: unknown
  context: Record<string, unknown>
  /** Variables of this invocation; those absent from it but set for the last one are removed. */
  env: Record<string, string>
  token: string
  requestId: string
}

/** A thrown value as it leaves the worker. */
export interface Failure {
  message: string
  stack: string
}

/** Worker to main thread. */
export type WorkerMessage =
  | { type: 'started'; requestId: string }
  | { type: 'done'; requestId: string; result: string }
  | { type: 'failed'; requestId: string; failure: Failure }
  | { type: 'log'; requestId: string; level: LogLine['level']; text: string }
