import type { Contract } from '../../../types/contract'
import { bookingCare } from '../../../types/contract/booking-care'
import { sha256 } from '../../shared/digest'
import { findDiary, openDiary } from '../../shared/diary'
import { type Entitlement, emptyDiary } from '../../shared/diary.rules'
import { refuse } from '../../shared/errors'
import { type CommandCall, handle } from '../../shared/serve'
import { communityOf } from '../../shared/standing'
import { tapSeen } from '../../shared/taps'
import { dayOf } from '../../shared/time'
import { replaceEntitlements } from './care.store'
import { CARE_TEXT } from './care.text'
import { endedToday, withEntitlement } from './entitlement.rules'
import { presentFor, readEntitled } from './resident-entitlements'

export const saveEntitlement = handle(bookingCare.saveEntitlement, (call, input) => {
  const { residentId, entitlementId, ...given } = input
  const { need, serviceId, ...rest } = given
  const one: Entitlement = {
    // The same tap gives the same one.
    id: entitlementId ?? sha256(JSON.stringify([residentId, call.tap.tapId])).slice(0, 16),
    ...(need === undefined ? {} : { need }),
    ...(serviceId === undefined ? {} : { serviceId }),
    ...rest,
  }
  return change(call, residentId, { isNew: entitlementId === undefined, of: () => one, id: one.id })
})

export const endEntitlement = handle(
  bookingCare.endEntitlement,
  (call, { residentId, entitlementId }) =>
    change(call, residentId, {
      isNew: false,
      id: entitlementId,
      of: (before) => before && endedToday(before, dayOf(call.now)),
    }),
)

interface Change {
  id: string
  isNew: boolean
  /** What becomes of the one that is there. */
  of: (before: Entitlement | undefined) => Entitlement | undefined
}

/** The diary's one conditional update, of the entitlements as they were read. */
async function change(
  { post, tap, now }: CommandCall<'role'>,
  residentId: string,
  { id, isNew, of }: Change,
): Promise<Contract['booking.saveEntitlement']['output']> {
  const communityId = communityOf(post)
  const read = await readEntitled(communityId, residentId)
  if (!read.diary) await openDiary(residentId, communityId)
  const diary = read.diary ?? emptyDiary(residentId, communityId)
  const seen = tapSeen(diary.taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (seen === 'same') return presentFor(read, now)
  const before = diary.entitlements ?? []
  const one = of(before.find((other) => other.id === id))
  if (!one) return refuse('NOT_FOUND')
  const next = withEntitlement(before, one, { isNew, today: dayOf(now) })
  if (next === 'unknown') return refuse('NOT_FOUND')
  if (next === 'full') return refuse('BAD_INPUT', { perMonth: CARE_TEXT.tooMany })
  if (await replaceEntitlements(diary, next, tap))
    return presentFor({ ...read, diary: { ...diary, entitlements: next } }, now)
  // Somebody else changed them first, or this very tap did.
  const after = await findDiary(residentId)
  if (tapSeen(after?.taps ?? [], tap) !== 'same') return refuse('CHANGED')
  return presentFor({ ...read, diary: after }, now)
}
