import { bookingCare } from '../../../types/contract/booking-care'
import { findDiary } from '../../shared/diary'
import { handle } from '../../shared/serve'
import { dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import { listSubsidised } from './care.query'
import { presentEntitlements } from './entitlement.rules'

export const entitlements = handle(bookingCare.entitlements, async ({ subject, now }) => {
  const [diary, services] = await together([
    findDiary(subject.residentId),
    listSubsidised(subject.communityId),
  ])
  const names = new Map(services.map(({ _id, name }) => [_id, name]))
  return { items: presentEntitlements(diary ?? {}, dayOf(now), (id) => names.get(id)) }
})
