import type { Contract } from '../../../types/contract'
import { bookingCare } from '../../../types/contract/booking-care'
import { findDiary } from '../../shared/diary'
import type { Diary } from '../../shared/diary.rules'
import { refuse } from '../../shared/errors'
import { readPerson } from '../../shared/person-facts'
import { handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { ServiceDoc } from '../booking.docs'
import { listSubsidised } from './care.query'
import { presentEntitlements } from './entitlement.rules'

export const residentEntitlements = handle(
  bookingCare.residentEntitlements,
  async ({ post, now }, { residentId }) =>
    presentFor(await readEntitled(communityOf(post), residentId), now),
)

/** A person of the community with what stands in their diary, and the services there are. */
export interface EntitledPerson {
  name: string
  diary: Diary | null
  services: readonly ServiceDoc[]
}

export async function readEntitled(
  communityId: string,
  residentId: string,
): Promise<EntitledPerson> {
  const [person, diary, services] = await together([
    readPerson(residentId),
    findDiary(residentId),
    listSubsidised(communityId),
  ])
  if (person?.communityId !== communityId || person.state !== 'living') return refuse('NOT_FOUND')
  return { name: person.name, diary, services }
}

export function presentFor(
  { name, diary, services }: EntitledPerson,
  now: number,
): Contract['booking.residentEntitlements']['output'] {
  const names = new Map(services.map(({ _id, name: of }) => [_id, of]))
  return {
    name,
    items: presentEntitlements(diary ?? {}, dayOf(now), (id) => names.get(id)),
    services: services.flatMap(({ _id, name: of, need, terms }) =>
      terms.subsidy ? [{ serviceId: _id, name: of, need, unit: terms.subsidy.unit }] : [],
    ),
  }
}
