import { announcement } from '../../types/contract/announcement'
import { LIMITS } from '../../types/contract/limits'
import { pageOf } from '../shared/list-key.rules'
import { readerIdOf } from '../shared/readings.rules'
import { handle } from '../shared/serve'
import { together } from '../shared/together'
import { findReading, listNewest, listPage, listPinned, whoseOf } from './announcement.query'
import { readerOf } from './reader.query'
import { countUnread, isOver, presentRow, type RowDoc } from './reading.rules'

/**
 * The page, what is pinned, what is unread and what the reader has done are read at once. Whoever is meant by
 * nothing (a newcomer, a stranger) sees public ones.
 */
export const listPublished = handle(
  announcement.listPublished,
  async (call, { category, after, region }) => {
    const { actor, subject, now } = call
    const { keys } = await readerOf(call)
    const whose = whoseOf(keys, region)
    const first = after === undefined
    const nothing = Promise.resolve<RowDoc[]>([])
    const [page, pinned, newest, reading] = await together([
      listPage(whose, { category, after }),
      first ? listPinned(whose, now) : nothing,
      listNewest(whose, now),
      findReading(readerIdOf(actor, subject)),
    ])
    const reader = { reading, keys, now }
    const present = (doc: RowDoc) => presentRow(doc, reader)
    const { items, next } = pageOf(page, LIMITS.announcementPage, (doc) => doc)
    const fits = ({ said }: RowDoc) => category === undefined || said.category === category
    return {
      items: items.filter((doc) => !isOver(doc, now)).map(present),
      ...(next === undefined ? {} : { next }),
      pinned: pinned.filter((doc) => fits(doc) && !isOver(doc, now)).map(present),
      unread: countUnread(
        newest.filter((doc) => !isOver(doc, now)),
        reader,
      ),
    }
  },
)
