import { LIMITS } from '../../types/contract/limits'
import { _, collection } from '../shared/db'
import { drainOutbox, outboxPush } from '../shared/outbox'
import { type Tap, TAPS_KEPT } from '../shared/taps'
import type { RequestDoc, RequestEntry } from './account.docs'

const requests = collection<RequestDoc>('requests')

export const findRequest = (requestId: string): Promise<RequestDoc | null> =>
  requests.find(requestId)

export const insertRequest = async (request: RequestDoc): Promise<boolean> =>
  (await requests.insert(request)) === 'inserted'

/** How a request ends. */
export interface Answer {
  state: 'approved' | 'refused' | 'withdrawn'
  answeredBy: string
  say?: string | undefined
  residentId?: string | undefined
  householdId?: string | undefined
}

/**
 * Answers a request that still waits, with what must follow in the same update. False when it was
 * answered before, or this tap has been here.
 */
export function answer(request: RequestDoc, given: Answer, tap: Tap): Promise<boolean> {
  const { state, answeredBy, say, residentId, householdId } = given
  const entry: RequestEntry = {
    id: `${request._id}:${state}`,
    rev: 1,
    at: tap.at,
    kind: state === 'approved' ? (request.kind === 'join' ? 'joined' : 'helps') : 'refused',
  }
  return requests.updateOne(
    request._id,
    { state: 'waiting', 'taps.tapId': _.neq(tap.tapId) },
    {
      state,
      answeredBy,
      answeredAt: tap.at,
      ...(say === undefined ? {} : { say }),
      ...(residentId === undefined ? {} : { residentId }),
      ...(householdId === undefined ? {} : { householdId }),
      outbox: outboxPush(entry),
      taps: _.push({ each: [tap], slice: -TAPS_KEPT }),
    },
  )
}

/** Counts a try of the six digits before it is looked at; false when there were too many already. */
export const countDigits = (requestId: string): Promise<boolean> =>
  requests.updateOne(
    requestId,
    { state: 'waiting', tries: _.lt(LIMITS.digitTries) },
    { tries: _.inc(1) },
  )

/** Delivers what approvals lead to; see `drainOutbox`. */
export const drainRequests = (
  deliver: (docs: readonly RequestDoc[]) => Promise<void>,
): Promise<number> => drainOutbox(requests, deliver)

/** What an entry led to is done: it need not be delivered again. */
export const settleRequest = (request: RequestDoc): Promise<boolean> =>
  requests.updateOne(request._id, {}, { outbox: _.pull({ at: _.gt(0) }) })

/** Puts back what was approved for somebody whom another account is by now: staff look at it again. */
export const reopenRequest = (request: RequestDoc): Promise<boolean> =>
  requests.updateOne(
    request._id,
    { state: 'approved', 'outbox.0': _.exists(true) },
    {
      state: 'waiting',
      residentId: _.remove(),
      householdId: _.remove(),
      answeredBy: _.remove(),
      answeredAt: _.remove(),
      taps: [],
      outbox: [],
    },
  )

/** A page of who waits in a community, oldest first. */
export const listWaiting = (
  communityId: string,
  after: string,
  limit: number,
): Promise<RequestDoc[]> =>
  requests.list({
    where: { communityId, state: 'waiting', listKey: _.gt(after) },
    orderBy: [['listKey', 'asc']],
    limit,
  })
