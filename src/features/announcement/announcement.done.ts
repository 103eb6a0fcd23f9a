import { updateQuery } from '../../cloud/query-cache'
import { type Did, homeAfter } from './announcement.after'
import type { Published } from './announcement.spoken'

const listeners = new Set<(did: Did) => void>()

/** Lists that stay open below hear of it, and need not ask the cloud again. */
export function onDone(listener: (did: Did) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Puts what was done wherever the announcement is shown. `before`: as it was until then. */
export function showDid(did: Did, before: Published): void {
  const { announcementId, done, whom } = did
  updateQuery('announcement.view', { announcementId }, whom, (view) =>
    view.state === 'published'
      ? { ...view, unread: false, ...(view.asks ? { asks: { ...view.asks, done } } : {}) }
      : view,
  )
  updateQuery('home.view', {}, whom, (view) => ({
    ...view,
    announcement: homeAfter(view.announcement, before, did),
  }))
  for (const listener of [...listeners]) listener(did)
}
