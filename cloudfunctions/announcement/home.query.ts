import type { HomeAnnouncement } from '../../types/contract/announcement-reading'
import { readerIdOf } from '../shared/readings.rules'
import { together } from '../shared/together'
import { findReading, listNewest, listPinned, whoseOf } from './announcement.query'
import { readerOf, type ReadingCall } from './reader.query'
import { countUnread, isOver, pickForHome, presentRow, waits } from './reading.rules'

/** Announcement's part of the home screen: one round of reads, and the person's record first for a helper. */
export async function forHome(call: ReadingCall): Promise<HomeAnnouncement> {
  const { actor, subject, now } = call
  const [{ keys, newest, pinned }, reading] = await together([
    newestFor(call),
    findReading(readerIdOf(actor, subject)),
  ])
  const docs = newest.filter((doc) => !isOver(doc, now))
  const reader = { reading, keys, now }
  const rows = docs.map((doc) => presentRow(doc, reader))
  const first = pinned.filter((doc) => !isOver(doc, now)).map((doc) => presentRow(doc, reader))
  return {
    rows: pickForHome(first, rows),
    unread: countUnread(docs, reader),
    toDo: rows.filter(waits).length,
  }
}

async function newestFor(call: ReadingCall) {
  const { keys } = await readerOf(call)
  const whose = whoseOf(keys, undefined)
  const [newest, pinned] = await together([
    listNewest(whose, call.now),
    listPinned(whose, call.now),
  ])
  return { keys, newest, pinned }
}
