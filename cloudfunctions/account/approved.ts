import type { HelperRelation, HomeRelation } from '../../types/contract/people'
import { eachOf } from '../shared/together'
import { tellOfAnswer } from './account.notices'
import { deliverGrant, deliverHome } from './account.store'
import type { RequestDoc } from './account.docs'
import { findHousehold } from './places.store'
import { drainRequests, settleRequest } from './requests.store'
import { addHomeOf, findResident } from './residents.store'

/**
 * What follows from an answered request: the home, or the grant to act, in the asker's account, and word to
 * those concerned. Safe to
 * repeat, and done by the call that approved; by the ticker where that call died.
 */
export async function applyApproval(request: RequestDoc): Promise<void> {
  const { state, kind, residentId, householdId, accountId } = request
  if (state === 'approved' && residentId) {
    const resident = await findResident(residentId)
    if (resident && kind === 'join' && householdId) {
      const household = await findHousehold(householdId)
      if (!household) throw new Error('an approved request without its household')
      const relation = request.relation as HomeRelation
      await addHomeOf(resident, household, relation, request.answeredAt ?? request.askedAt)
      const { communityId, region, home } = household
      await deliverHome(accountId, { residentId, householdId, communityId, region, home, relation })
    }
    if (resident?.state === 'living' && kind === 'help') {
      await deliverGrant(accountId, {
        grantId: request._id,
        residentId,
        communityId: resident.communityId,
        region: resident.region,
        name: request.forName ?? resident.name,
        home: resident.home ?? request.place,
        relation: request.relation as HelperRelation,
        scope: request.scope ?? 'booking',
        since: request.answeredAt ?? request.askedAt,
      })
    }
  }
  await tellOfAnswer(request)
  await settleRequest(request)
}

/** Work at a time for the ticker. */
const WIDTH = 8

/** What approvals led to, where the call that approved died before it was done. */
export const settleRequests = (): Promise<number> =>
  drainRequests((requests) => eachOf(requests, WIDTH, applyApproval))
