import type { Contract } from '../../../types/contract'

type ReserveError = Contract['booking.reserve']['error']

/** What a resident can do when a booking was not made; each is one button. */
export type WayOut = 'otherTime' | 'again' | 'mine' | 'mendNote' | 'home'

/** For every way in which booking can end without a place: the button that helps. */
export const WAY_OUT: Record<ReserveError, WayOut> = {
  SLOT_FULL: 'otherTime',
  SLOT_PAST: 'otherTime',
  SLOT_CLOSED: 'otherTime',
  NOT_FOUND: 'otherTime',
  TAP_REUSED: 'otherTime',
  TIME_CLASH: 'mine',
  ALREADY_BOOKED: 'mine',
  TOO_MANY_BOOKINGS: 'mine',
  BAD_INPUT: 'mendNote',
  TOO_LARGE: 'mendNote',
  BUSY: 'again',
  TIMEOUT: 'again',
  INTERNAL: 'again',
  OFFLINE: 'again',
  NOT_JOINED: 'home',
  NOT_ALLOWED: 'home',
  NO_IDENTITY: 'home',
  BAD_EVENT: 'home',
  UNKNOWN_OPERATION: 'home',
}

export const WAY_OUT_TEXT: Record<WayOut, string> = {
  otherTime: '换个时间',
  again: '再试一次',
  mine: '看我的预约',
  mendNote: '再试一次',
  home: '回首页',
}
