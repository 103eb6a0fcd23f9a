import type { Contract } from '../../../types/contract'
import type { Done } from '../../../types/contract/announcement-content'
import type { AnnouncementRow } from '../../../types/contract/announcement-reading'
import { updateQuery } from '../../cloud/query-cache'
import { isDone } from './announcement.format'
import type { Published } from './announcement.spoken'

/** What a reader has just done about an announcement, as a command replied. */
export interface Did {
  announcementId: string
  done: Done
  /** Whose reading it is: the person acted for, or nobody for one's own. */
  whom: string | undefined
}

const listeners = new Set<(did: Did) => void>()

/** Lists that stay open below hear of it, and need not ask the cloud again. */
export function onDone(listener: (did: Did) => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** A row after its announcement was opened and answered so. */
export const rowAfter = <Row extends AnnouncementRow>(row: Row, did: Did): Row =>
  row.announcementId === did.announcementId
    ? {
        ...row,
        unread: false,
        ...(row.must ? { must: { ...row.must, done: isDone(row.must.do, did.done) } } : {}),
      }
    : row

type Home = Contract['home.view']['output']['announcement']

/** Home's part: its rows, and one less to read or to do where it was still to be. */
export function homeAfter(home: Home, before: Published, did: Did): Home {
  const fewer = (count: number, was: boolean, is: boolean) =>
    was && !is ? Math.max(0, count - 1) : count
  const what = before.asks?.do
  const waited = what !== undefined && !isDone(what, before.asks?.done)
  return {
    rows: home.rows.map((row) => rowAfter(row, did)),
    unread: fewer(home.unread, before.unread, false),
    toDo: fewer(home.toDo, waited, what !== undefined && !isDone(what, did.done)),
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
