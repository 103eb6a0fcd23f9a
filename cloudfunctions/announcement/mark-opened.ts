import { announcement } from '../../types/contract/announcement'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { followDid } from './receipts/follow-did'
import { readable } from './readable'
import { didOf, presentDone } from './reading.rules'
import { loadReading, markSeen, recordDid, startOf } from './readings.store'
import { inRound, isOfRound, roundOf, seenIdOf } from './rounds.rules'

/** How often to look again when the person's other phone was there between. */
const TRIES = 5

/** Opened twice, it was opened once: the tap needs no mark of its own. */
export const markOpened = handle(announcement.markOpened, async (call, { announcementId }) => {
  const { by, now } = call
  const { doc, readerId, meant, line, ...read } = await readable(call, announcementId)
  if (!doc.must || !meant) {
    await markSeen(startOf(call), read.reading, seenIdOf(doc))
    return { done: {} }
  }
  const round = roundOf(doc)
  let { reading } = read
  for (let tries = 1; tries <= TRIES; tries++) {
    const before = didOf(reading, announcementId)
    if (before && isOfRound(before, round)) return { done: presentDone(before) }
    const at = Math.max(now, (before?.rev ?? 0) + 1)
    const made = { announcementId, ...inRound(round), rev: at, openedAt: at }
    const did = { ...made, ...(by ? { by: by.kind } : {}) }
    if (await recordDid(startOf(call), reading, { before, did })) {
      await followDid(readerId, did, doc, line)
      return { done: presentDone(did) }
    }
    reading = await loadReading(readerId)
  }
  return refuse('BUSY')
})
