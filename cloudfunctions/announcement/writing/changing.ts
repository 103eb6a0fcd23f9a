import type { Written } from '../../../types/contract/announcement-desk'
import type { Account } from '../../shared/actor'
import { refuse } from '../../shared/errors'
import { type Tap, tapSeen } from '../../shared/taps'
import type { AnnouncementDoc } from '../announcement.docs'
import { type Change, changeAnnouncement } from '../announcement.store'
import { follow } from './follow'
import { presentWritten } from './present-written'
import { getWritten } from './writer'

export interface ChangingCall {
  actor: Account
  now: number
  tap: Tap
}

interface Wanted {
  region: string
  announcementId: string
  version: number
}

/** What a command does to an announcement. */
export interface Changing {
  /** Refuses what cannot be done in this state; it comes before the version is looked at. */
  allow: (doc: AnnouncementDoc) => void
  /** The change; null when there is nothing to do. */
  decide: (doc: AnnouncementDoc) => Promise<Change | null> | Change | null
}

/**
 * Changes an announcement as it was read in `version`: the same tap again gives what stands there, and somebody
 * else's change between is CHANGED.
 */
export async function changeWritten(
  call: ChangingCall,
  wanted: Wanted,
  { allow, decide }: Changing,
): Promise<Written> {
  const { actor, now, tap } = call
  const doc = await getWritten(call, wanted)
  const repeated = await repeatedOf(doc, call)
  if (repeated) return presentWritten(repeated)
  allow(doc)
  if (doc.version !== wanted.version) return refuse('CHANGED')
  const change = await decide(doc)
  if (!change) return presentWritten(doc)
  const changed = await changeAnnouncement(doc, change, { at: now, by: actor.ref, tap })
  if (!changed) return presentWritten(await afterAll(call, wanted, allow))
  if (changed.behind !== undefined) await follow(changed, now)
  return presentWritten(changed)
}

/** What stands there, when this tap has been here; what its call may not have come to is done. Else null. */
export async function repeatedOf(
  doc: AnnouncementDoc,
  { tap, now }: Pick<ChangingCall, 'tap' | 'now'>,
): Promise<AnnouncementDoc | null> {
  const seen = tapSeen(doc.taps, tap)
  if (seen === 'new') return null
  if (seen === 'reused') return refuse('TAP_REUSED')
  if (doc.behind !== undefined) await follow(doc, now)
  return doc
}

/** It changed between: by this very tap, sent twice, or by somebody else. */
export async function afterAll(
  call: ChangingCall,
  wanted: Pick<Wanted, 'region' | 'announcementId'>,
  allow: Changing['allow'],
): Promise<AnnouncementDoc> {
  const latest = await getWritten(call, wanted)
  const repeated = await repeatedOf(latest, call)
  if (repeated) return repeated
  allow(latest)
  return refuse('CHANGED')
}

/** Only what has not been published yet. */
export function unpublishedOnly({ state }: AnnouncementDoc): void {
  if (state === 'withdrawn') refuse('WITHDRAWN')
  if (state !== 'draft' && state !== 'scheduled') refuse('ALREADY_PUBLISHED')
}

/** Only what has been published and not taken back; also once it is over. */
export function publishedOnly({ state }: AnnouncementDoc): void {
  if (state !== 'published' && state !== 'expired') refuse('NOT_PUBLISHED')
}
