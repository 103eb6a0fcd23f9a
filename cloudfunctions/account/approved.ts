import type { HelperRelation, HomeRelation } from '../../types/contract/people'
import { sha256 } from '../shared/digest'
import { eachOf } from '../shared/together'
import { tellOfAnswer } from './account.notices'
import type { HouseholdDoc, RequestDoc, ResidentDoc } from './account.docs'
import { deliverGrant, deliverHome } from './account.store'
import { findCommunity, openHousehold } from './places.store'
import { drainRequests, reopenRequest, settleRequest } from './requests.store'
import { addHomeOf, findResident, insertResident, linkAccount } from './residents.store'

/** The record of whoever a request enters: of the request, so that doing it again enters nobody twice. */
export const enteredBy = ({ _id }: Pick<RequestDoc, '_id'>): string =>
  `r-${sha256(_id).slice(0, 24)}`

/**
 * What follows from an approved request: the record, and in the asker's account the home, or the grant
 * to act. Safe to repeat, and done by the call that approved; by the ticker where that call died.
 * `taken`: somebody else joined as this person since; the request waits for staff again.
 */
export async function applyApproval(request: RequestDoc): Promise<'done' | 'taken'> {
  if (request.state === 'approved' && request.residentId) {
    const household = await householdOf(request)
    const resident = await recordOf(request, request.residentId, household)
    if (request.kind === 'join') {
      if (!resident || !(await linkAccount(resident, request.accountId))) {
        await reopenRequest(request)
        return 'taken'
      }
      await moveIn(request, resident, household)
    } else if (resident?.state === 'living') await giveGrant(request, resident)
  }
  await tellOfAnswer(request)
  await settleRequest(request)
  return 'done'
}

async function householdOf({ communityId, room }: RequestDoc): Promise<HouseholdDoc> {
  const community = await findCommunity(communityId)
  if (!community) throw new Error('an approved request without its community')
  return openHousehold(community, room)
}

/** The person on the roster; or whoever is not on it yet: the asker, or the one they ask for. */
async function recordOf(
  request: RequestDoc,
  residentId: string,
  household: HouseholdDoc,
): Promise<ResidentDoc | null> {
  if (residentId === enteredBy(request)) {
    const { kind, name, forName, accountId, relation } = request
    const join = kind === 'join'
    await insertResident({
      residentId,
      name: join ? name : (forName ?? name),
      household,
      relation: join ? (relation as HomeRelation) : 'family',
      since: sinceOf(request),
      ...(join ? { accountId } : {}),
    })
  }
  return findResident(residentId)
}

async function moveIn(
  request: RequestDoc,
  resident: ResidentDoc,
  household: HouseholdDoc,
): Promise<void> {
  const { _id: householdId, communityId, region, home } = household
  const relation = request.relation as HomeRelation
  await addHomeOf(resident, household, relation, sinceOf(request))
  const residentId = resident._id
  const joined = { residentId, householdId, communityId, region, home, relation }
  await deliverHome(request, joined)
}

const giveGrant = (request: RequestDoc, resident: ResidentDoc): Promise<boolean> =>
  deliverGrant(request, {
    grantId: request._id,
    residentId: resident._id,
    communityId: resident.communityId,
    region: resident.region,
    name: request.forName ?? resident.name,
    home: resident.home ?? request.place,
    relation: request.relation as HelperRelation,
    scope: request.scope ?? 'booking',
    since: sinceOf(request),
  })

const sinceOf = ({ answeredAt, askedAt }: RequestDoc): number => answeredAt ?? askedAt

/** Work at a time for the ticker. */
const WIDTH = 8

/** What approvals led to, where the call that approved died before it was done. */
export const settleRequests = (): Promise<number> =>
  drainRequests((requests) =>
    eachOf(requests, WIDTH, async (request) => {
      await applyApproval(request)
    }),
  )
