import { announcement } from '../../types/contract/announcement'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { type Tap, tapSeen } from '../shared/taps'
import type { AnnouncementDoc, Did } from './announcement.docs'
import { followDid } from './receipts/follow-did'
import { readable } from './readable'
import { didOf, isOver, presentDone } from './reading.rules'
import { loadReading, recordDid, startOf } from './readings.store'
import { inRound, isOfRound, roundOf } from './rounds.rules'

/** How often to look again when the person's other phone was there between. */
const TRIES = 5

export const confirm = handle(announcement.confirm, async (call, { announcementId, choice }) => {
  const { by, now, tap } = call
  const { doc, readerId, meant, line, ...read } = await readable(call, announcementId)
  const round = roundOf(doc)
  let { reading } = read
  for (let tries = 1; tries <= TRIES; tries++) {
    const before = didOf(reading, announcementId)
    if (isRepeated(reading?.taps ?? [], tap)) return { done: presentDone(before) }
    if (!meant) return refuse('NOT_ADDRESSED')
    decide(doc, choice, now)
    const at = Math.max(now, (before?.rev ?? 0) + 1)
    const opened = before && isOfRound(before, round) ? before.openedAt : at
    const did: Did = {
      announcementId,
      ...inRound(round),
      rev: at,
      openedAt: opened,
      confirmedAt: at,
      ...(choice === undefined ? {} : { choice }),
      ...(by ? { by: by.kind } : {}),
    }
    if (await recordDid(startOf(call), reading, { before, did, tap })) {
      await followDid(readerId, did, doc, line)
      return { done: presentDone(did) }
    }
    reading = await loadReading(readerId)
  }
  return refuse('BUSY')
})

/** Refuses what cannot be confirmed, no longer, or not so. */
function decide({ must, ...doc }: AnnouncementDoc, choice: string | undefined, now: number): void {
  if (must === undefined || must.do === 'read') return refuse('NOTHING_TO_CONFIRM')
  if (isOver(doc, now)) return refuse('TOO_LATE')
  const choices: readonly (string | undefined)[] =
    must.do === 'choose' ? (must.choices ?? []) : [undefined]
  if (!choices.includes(choice)) return refuse('BAD_INPUT', { choice: FIELD_TEXT.chooseAgain })
}

function isRepeated(taps: readonly Tap[], tap: Tap): boolean {
  const seen = tapSeen(taps, tap)
  if (seen === 'reused') return refuse('TAP_REUSED')
  return seen === 'same'
}
