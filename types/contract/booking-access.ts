import { holders } from './access'

/** Who works in services: staff see all of the community's, a provider those of the providers they work for. */
export const WORKERS = ['staff', 'socialWorker', 'provider'] as const
export const work = holders(WORKERS, { over: 'community' })
/** The same where people are shown by a role's power: each look stands in the audit trail. */
export const look = holders(WORKERS, { over: 'community', traced: true })
/** Those who give services alone: staff have a way of their own, which shows them more. */
export const byProvider = holders(['provider'], { over: 'community' })
