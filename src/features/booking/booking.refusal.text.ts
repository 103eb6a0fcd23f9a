import type { Contract } from '../../../types/contract'
import type { CallError } from '../../../types/contract/wire'

/** Whatever keeps somebody from a place: free, or kept for them. */
export type TakeError = Contract['booking.reserve' | 'booking.acceptOffer']['error']

/** What a resident can do when a booking was not made; each is one button. */
export type WayOut =
  | 'otherTime'
  | 'again'
  | 'mine'
  | 'mendNote'
  | 'mendAnswers'
  | 'withoutSubsidy'
  | 'once'
  | 'office'
  | 'services'
  | 'consent'
  | 'home'

/** For every way in which booking can end without a place: the button that helps. */
const WAY_OUT: Record<TakeError, WayOut> = {
  OFFER_OVER: 'otherTime',
  SLOT_FULL: 'otherTime',
  SLOT_PAST: 'otherTime',
  SLOT_CLOSED: 'otherTime',
  BOOKING_TOO_LATE: 'otherTime',
  BOOKING_TOO_EARLY: 'otherTime',
  LIMIT_PERSON: 'otherTime',
  LIMIT_HOUSEHOLD: 'otherTime',
  AGE_UNKNOWN: 'office',
  GROUP_ONLY: 'office',
  BARRED: 'office',
  TOO_YOUNG: 'services',
  TOO_OLD: 'services',
  PLACE_ONLY: 'services',
  NO_ENTITLEMENT: 'withoutSubsidy',
  ENTITLEMENT_USED: 'withoutSubsidy',
  NO_REPEAT: 'once',
  NOT_FOUND: 'otherTime',
  TAP_REUSED: 'otherTime',
  BAD_INPUT: 'otherTime',
  TOO_LARGE: 'otherTime',
  TIME_CLASH: 'mine',
  ALREADY_BOOKED: 'mine',
  TOO_MANY_BOOKINGS: 'mine',
  BOOKING_PENDING: 'mine',
  CONSENT_NEEDED: 'consent',
  BUSY: 'again',
  TIMEOUT: 'again',
  INTERNAL: 'again',
  OFFLINE: 'again',
  NOT_JOINED: 'home',
  NOT_ALLOWED: 'home',
  NOT_FOR_OTHERS: 'home',
  NOT_THEIR_HELPER: 'home',
  NOT_READY: 'home',
  TOO_MANY: 'home',
  NO_IDENTITY: 'home',
  BAD_EVENT: 'home',
  UNKNOWN_OPERATION: 'home',
}

/** The note and the answers can be mended here; any other field was chosen on the screen before. */
export function wayOutOf({ code, fields }: CallError<TakeError>): WayOut {
  if ((code === 'BAD_INPUT' || code === 'TOO_LARGE') && fields && !fields.slotId) {
    if (Object.keys(fields).some((field) => field.startsWith('answers'))) return 'mendAnswers'
    if (fields.note) return 'mendNote'
  }
  return wayOutOfCode(code)
}

/** A cloud that is newer than this program may refuse in a way that it does not know: home helps then. */
export const wayOutOfCode = (code: string): WayOut =>
  (WAY_OUT as Partial<Record<string, WayOut>>)[code] ?? 'home'

export const WAY_OUT_TEXT: Record<WayOut, string> = {
  otherTime: '换个时间',
  again: '再试一次',
  mine: '看我的预约',
  mendNote: '改好了，再提交',
  mendAnswers: '答好了，再提交',
  withoutSubsidy: '不用补贴，自费约',
  once: '只约这一次',
  office: '打电话问社区',
  services: '看看别的服务',
  consent: '去看看指引',
  home: '回首页',
}
