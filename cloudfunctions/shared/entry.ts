import type { Caller } from './cloud'

/**
 * By which way an invocation came. Anyone can call any function with any event, so the event says
 * nothing about it: only SOURCE and OPENID, which the cloud sets, do.
 *
 * - `person`: from the mini-program, with an identity.
 * - `timer`: from the cloud's own timer: exactly `wx_trigger`, and no identity.
 * - `other`: another function, HTTP, a message push, or a call without an identity.
 */
export type Entry = 'person' | 'timer' | 'other'

/** Sources of a call made by a person; absent when the platform does not say. */
const PERSON_SOURCES = new Set(['wx_client', 'wx_devtools', 'wx_unknown', ''])

export function entryOf({ openid, source = '' }: Caller): Entry {
  if (source === 'wx_trigger' && openid === undefined) return 'timer'
  if (openid !== undefined && PERSON_SOURCES.has(source)) return 'person'
  return 'other'
}

/** An event of WeChat's message push, as far as every one has it. */
export interface PushedEvent {
  /** Whom it is about: an openid. */
  FromUserName: string
  MsgType: 'event'
  Event: string
}

/** Sources of a message push: WeChat's list of sources names none for it. */
const PUSH_SOURCES = new Set(['wx_unknown', ''])

/**
 * Is this WeChat's message push, and not somebody who sends what looks like one? A phone's call says `wx_client`.
 * Where a push comes with an identity, it is that of whom it is about, so that nobody speaks for another.
 */
export function isPushed({ openid, source = '' }: Caller, event: unknown): event is PushedEvent {
  if (!PUSH_SOURCES.has(source) || typeof event !== 'object' || event === null) return false
  const { FromUserName, MsgType, Event } = event as Partial<Record<keyof PushedEvent, unknown>>
  return (
    MsgType === 'event' &&
    typeof Event === 'string' &&
    typeof FromUserName === 'string' &&
    /^[\w-]{1,64}$/.test(FromUserName) &&
    (openid === undefined || openid === FromUserName)
  )
}
