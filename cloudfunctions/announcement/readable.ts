import type { Account, ActsAs, Subject } from '../shared/actor'
import { refuse } from '../shared/errors'
import { readerIdOf } from '../shared/readings.rules'
import { together } from '../shared/together'
import type { AnnouncementDoc, ReaderDoc } from './announcement.docs'
import { findAnnouncement, findReading } from './announcement.query'
import { readerOf } from './reader.query'
import { decideReading, isMeant } from './reading.rules'
import { findLine, type Line } from './receipts/receipts.store'

/** An announcement that its reader has open, with what they did about it and their line in the receipts. */
export interface Readable {
  doc: AnnouncementDoc
  readerId: string
  reading: ReaderDoc | null
  /** It is for the reader; otherwise they may read it too. */
  meant: boolean
  line: Line | null
}

interface ReaderCall {
  actor: Account
  subject: Subject | null
  by?: ActsAs | undefined
  now: number
}

/** Reads all of it at once. Refuses NOT_FOUND, NOT_ADDRESSED and WITHDRAWN. */
export async function readable(call: ReaderCall, announcementId: string): Promise<Readable> {
  const { actor, subject, now } = call
  const readerId = readerIdOf(actor, subject) ?? refuse('NOT_FOUND')
  const [doc, { keys }, reading, line] = await together([
    findAnnouncement(announcementId),
    readerOf(call),
    findReading(readerId),
    findLine(announcementId, readerId),
  ])
  const how = decideReading(doc, { keys, roles: actor.roles, now })
  if (!doc || how === 'hidden') return refuse('NOT_FOUND')
  if (how === 'others') return refuse('NOT_ADDRESSED')
  if (how === 'withdrawn') return refuse('WITHDRAWN')
  return { doc, readerId, reading, meant: isMeant(keys, doc), line }
}
