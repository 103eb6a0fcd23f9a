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
