import type { Collection } from './collection'
import type { Params } from './request'
import type { Store } from './store'
import type { Transaction, Transactions } from './transactions'

/** What one action cost: documents read to answer it, and documents it wrote. */
export interface Cost {
  documentsExamined: number
  documentsWritten: number
}

/** Who asks, at what time (epoch ms of the cloud's clock), and where warnings and costs go. */
export interface ActionContext {
  owner: string
  now: number
  warn: (message: string) => void
  cost: Cost
}

/** The SDK's reply without its requestId: `data`, or `transactionId` at the top. */
export type ActionReply = Record<string, unknown>

/** What the wire actions work with. */
export interface ActionScope {
  store: Store
  transactions: Transactions
  transaction: Transaction | undefined
  collection: Collection
  params: Params
  context: ActionContext
}
