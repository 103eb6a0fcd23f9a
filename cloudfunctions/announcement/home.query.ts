import type { HomeAnnouncement } from '../../types/contract/announcement-reading'
import { readerIdOf } from '../shared/readings.rules'
import { together } from '../shared/together'
import { findReading, listNewest, whoseOf } from './announcement.query'
import { readerOf, type ReadingCall } from './reader.query'
import { countUnread, isOver, presentRow } from './reading.rules'

/** Announcements on the home screen. */
const ROWS = 3

/** Announcement's part of the home screen: one round of reads, and the person's record first for a helper. */
export async function forHome(call: ReadingCall): Promise<HomeAnnouncement> {
  const { actor, subject, now } = call
  const [{ keys, newest }, reading] = await together([
    newestFor(call),
    findReading(readerIdOf(actor, subject)),
  ])
  const docs = newest.filter((doc) => !isOver(doc, now))
  const reader = { reading, keys, now }
  const rows = docs.map((doc) => presentRow(doc, reader))
  const toDo = rows.filter(({ must }) => must && !must.done)
  const others = rows.filter((row) => !toDo.includes(row))
  return {
    rows: [...toDo, ...others].slice(0, ROWS),
    unread: countUnread(docs, reader),
    toDo: toDo.length,
  }
}

async function newestFor(call: ReadingCall) {
  const { keys } = await readerOf(call)
  return { keys, newest: await listNewest(whoseOf(keys, undefined), call.now) }
}
