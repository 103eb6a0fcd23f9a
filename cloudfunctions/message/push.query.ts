import { _, readCollection } from '../shared/db'
import type { PushDoc } from '../shared/pushes'

const pushes = readCollection<PushDoc>('pushes')

/** Both kinds, named so that the index goes on to the time. */
export const EITHER = _.in([true, false])

/** What is due: the urgent first, of each the longest due first. `night`: the urgent alone. */
export const findDue = (now: number, limit: number, night: boolean): Promise<PushDoc[]> =>
  pushes.list({
    where: { state: 'waiting', urgent: night ? true : EITHER, dueAt: _.lte(now) },
    orderBy: [
      ['urgent', 'desc'],
      ['dueAt', 'asc'],
    ],
    limit,
  })

/** What a run took and has not settled in its time. */
export const findLeft = (now: number, limit: number): Promise<PushDoc[]> =>
  pushes.list({
    where: { state: 'sending', dueAt: _.lte(now), urgent: EITHER },
    limit,
    fields: ['urgent'],
  })

const ENDS = ['sent', 'nocredit', 'failed', 'dropped', 'groupSaid'] as const

/** What ended long enough ago; what was said in the staff's group too (shared/wecom-queue.ts). */
export const findOld = (now: number, limit: number): Promise<PushDoc[]> =>
  pushes.list({
    where: { state: _.in([...ENDS]), urgent: EITHER, dueAt: _.lte(now) },
    limit,
    fields: ['_id'],
  })
