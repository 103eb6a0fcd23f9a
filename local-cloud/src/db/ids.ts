import { randomBytes } from 'node:crypto'

/** A generated `_id`: 32 hex characters, as the cloud's. */
export const randomId = (): string => randomBytes(16).toString('hex')
