import type { LogLine } from './logs'

/** What an instance's process is born with: JSON, its one argument. */
export interface WorkerStart {
  directory: string
  /** Milliseconds to add to real time, see clock.ts. */
  clockOffset: number
  /** Requests to paths that begin with this are actions. */
  adminPath: string
  /** How much memory the process may hold, in bytes; see memory-limit.ts. */
  memoryBytes: number
}

export interface InvokeMessage {
  event: unknown
  context: Record<string, unknown>
  /** Variables of this invocation; those absent from it but set for the last one are removed. */
  env: Record<string, string>
  token: string
  requestId: string
}

/** Cloud to instance: run the function once, or go by another offset of the clock meanwhile. */
export type CloudMessage =
  ({ type: 'invoke'; clockOffset: number } & InvokeMessage) | { type: 'clock'; offset: number }

/** A thrown value as it leaves the instance. */
export interface Failure {
  message: string
  stack: string
}

/** Instance to cloud. What belongs to one invocation names it. */
export type WorkerMessage =
  /** The function is loaded and begins; said once. */
  | { type: 'started'; requestId: string }
  | { type: 'done'; requestId: string; result: string }
  | { type: 'failed'; requestId: string; failure: Failure }
  /** The running invocation threw where nobody catches: it is over, and the process with it. */
  | { type: 'crash'; requestId: string; failure: Failure }
  /** The running invocation has held more memory than it may. */
  | { type: 'memory'; requestId: string }
  /** Its longest chain of actions has grown, see worker-chain.ts. */
  | { type: 'chain'; requestId: string; longest: number }
  | { type: 'log'; requestId: string; level: LogLine['level']; text: string }
  /** An ended invocation has thrown: the process takes no further invocation. */
  | { type: 'spoiled' }
