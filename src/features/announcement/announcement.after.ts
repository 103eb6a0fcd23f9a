import type { Contract } from '../../../types/contract'
import type { Done } from '../../../types/contract/announcement-content'
import type { AnnouncementRow } from '../../../types/contract/announcement-reading'
import { isDone } from './announcement.format'
import type { Published } from './announcement.spoken'

/** What a reader has just done about an announcement, as a command replied. */
export interface Did {
  announcementId: string
  done: Done
  /** Whose reading it is: the person acted for, or nobody for one's own. */
  whom: string | undefined
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
export function homeAfter(home: Home, before: Pick<Published, 'unread' | 'asks'>, did: Did): Home {
  const { asks } = before
  const waited = asks !== undefined && !isDone(asks.do, asks.done)
  const waits = asks !== undefined && !isDone(asks.do, did.done)
  return {
    rows: home.rows.map((row) => rowAfter(row, did)),
    unread: lessIf(home.unread, before.unread),
    toDo: lessIf(home.toDo, waited && !waits),
  }
}

const lessIf = (count: number, less: boolean) => (less ? Math.max(0, count - 1) : count)
