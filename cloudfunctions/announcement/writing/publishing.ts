import { refuse } from '../../shared/errors'
import type { AnnouncementDoc } from '../announcement.docs'
import { type ChangedBy, changeAnnouncement } from '../announcement.store'
import { compileAudience } from '../audience/audience.rules'
import { follow } from './follow'
import { missingAt, publishedAs } from './publishing.rules'

/** The sentences of an audience's faults, by their fields in a plan. */
export function keysFor(doc: Pick<AnnouncementDoc, '_id' | 'region' | 'audience'>, field: string) {
  const { _id: announcementId, region, audience } = doc
  const compiled = compileAudience(audience, { announcementId, region })
  if ('keys' in compiled) return compiled.keys
  const faults = Object.entries(compiled.faults)
  return refuse('BAD_INPUT', Object.fromEntries(faults.map(([key, text]) => [field + key, text])))
}

/** Ends the call with BAD_INPUT where something is missing that publishing at that moment needs. */
export function holdToPublishing(doc: AnnouncementDoc, at: number): void {
  const missing = missingAt(doc, at)
  if (Object.keys(missing).length > 0) refuse('BAD_INPUT', missing)
}

/**
 * Publishes a draft or a scheduled announcement, as it was read: one update, however many it is for, and what
 * hangs on it. Null when it has changed since. Refuses BAD_INPUT where it is not ready.
 */
export async function publishNow(
  doc: AnnouncementDoc,
  changed: ChangedBy,
): Promise<AnnouncementDoc | null> {
  const { at } = changed
  holdToPublishing(doc, at)
  const keys = keysFor(doc, 'plan.audience.')
  const set = { ...publishedAs(doc, keys, at), behind: at }
  const published = await changeAnnouncement(doc, { set, unset: ['publishAt'] }, changed)
  if (published) await follow(published, at)
  return published
}
