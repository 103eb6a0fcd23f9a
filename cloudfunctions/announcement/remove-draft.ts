import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { changeAnnouncement, loadAnnouncement } from './announcement.store'
import { afterAll, type Changing, repeatedOf } from './writing/changing'
import { follow } from './writing/follow'
import { uploadsOf } from './writing/said'
import { getWritten } from './writing/writer'

/** It is gone for everybody at once; the document stays an hour, so that the same tap finds what it did. */
export const removeDraft = handle(announcement.removeDraft, async (call, input) => {
  const { actor, now, tap } = call
  const before = await loadAnnouncement(input.announcementId)
  if (before?.removedAt !== undefined && before.region === input.region) {
    return (await repeatedOf(before, call)) ? {} : refuse('NOT_FOUND')
  }
  const doc = await getWritten(call, input)
  allow(doc)
  if (doc.version !== input.version) return refuse('CHANGED')
  const dropping = [...(doc.dropping ?? []), ...(doc.keeping ?? []), ...uploadsOf(doc.said)]
  const set = { state: 'draft' as const, removedAt: now, behind: now, dropping }
  const unset = ['keeping', 'publishAt'] as const
  const removed = await changeAnnouncement(doc, { set, unset }, { at: now, by: actor.ref, tap })
  if (removed) await follow(removed, now)
  else await afterAll(call, input, allow)
  return {}
})

const allow: Changing['allow'] = ({ state }) => {
  if (state !== 'draft' && state !== 'scheduled') refuse('ALREADY_PUBLISHED')
}
