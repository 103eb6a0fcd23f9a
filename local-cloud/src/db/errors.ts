/** An error of the cloud's API: `code` and `message` go to the SDK as they are. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

const ADVICE = 'Please check your request, but if the problem cannot be solved, contact us.'
const ADVICE_TRANSACTION = 'Please check your request, but if the problem persists, contact us.'

export const collectionMissing = (name: string): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${ADVICE}`,
  )

/** What MongoDB refuses in an insert or update; the real cloud wraps it as the Go driver prints it. */
export const writeRefused = (operation: 'Insert' | 'Update', reason: string): CloudError =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation${operation === 'Insert' ? '.Insert' : ''}] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`,
  )

/** What MongoDB refuses in a query or an aggregate. */
export const requestFailed = (reason: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)

export const invalidParam = (reason: string): CloudError =>
  new CloudError('INVALID_PARAM', `[InvalidParameter] ${reason}. ${ADVICE}`)

export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE_TRANSACTION}`,
  )

export const transactionGone = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ADVICE_TRANSACTION}`,
  )

/** MongoDB's text for a key that is taken; `operation` decides how the real cloud wraps it. */
export class DuplicateKey extends Error {
  constructor(collection: string, index: string, key: string) {
    super(
      `E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: { ${key} }`,
    )
  }
}

/** MongoDB refuses this update operator on this document. */
export class UpdateRefused extends Error {}

/** MongoDB refuses this query. */
export class QueryRefused extends Error {}
