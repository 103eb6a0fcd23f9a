import { readDiaries } from '../shared/diary'
import { giveSharesBack } from '../shared/household-counts'
import { type Diary, standingOf } from '../shared/diary.rules'
import { eachOf, together } from '../shared/together'
import type { LineEntry, SeatEntry, SlotDoc } from './booking.docs'
import { hasSeat, whyCancelled } from './booking.rules'
import { tellOfSeat, waitsToStand } from './booking.notices'
import { applyToRow, giveSeatBack } from './booking.store'
import { type Ages, agesOf } from './day/ages.query'
import { endKept } from './end-kept'
import { giveBackShare } from './give-back-share'
import { ownShareOnly } from './leave'
import { tellOfLines } from './line.notices'
import { moveOn } from './line'
import { ERASED, hideSeat } from './moved.store'

/** Entries worked on at a time. */
const WIDTH = 8

/** Writes the rows, and makes diary and slot agree where a crash came between them. Safe to repeat. */
export async function deliver(slots: readonly SlotDoc[], now: number): Promise<void> {
  const entries = slots.flatMap((slot) => slot.outbox.map((entry) => ({ slot, entry })))
  const waiting = entries.flatMap(({ slot, entry }) => (isOfSeat(entry) ? [{ slot, entry }] : []))
  const inLine = entries.flatMap(({ slot, entry }) => (isOfSeat(entry) ? [] : [{ slot, entry }]))
  await tellOfLines(inLine, now)
  const residentIds = waiting.map(({ entry }) => entry.residentId)
  const [diaries, ages] = await together([withThoseTheyGoTo(residentIds), agesOf(residentIds)])
  await eachOf(waiting, WIDTH, async ({ slot, entry }) => {
    const diary = diaries.get(entry.residentId)
    const { claim } = entry
    const standing = diary ? standingOf(diary, claim.id).state : 'none'
    // Who was moved, or booked for, is told of it once the booking stands (settle.ts).
    if (waitsToStand(entry) && standing === 'held') throw new Error('a booking is not settled yet')
    await together([
      writeRow(slot, entry, { diaries, ages, now }),
      tellOfSeat(slot, entry, { stands: standing === 'kept' }),
      entry.kind === 'cancelled' ? endWithShare(diary, entry) : freeOrphan(slot, diary, entry, now),
    ])
  })
  // A place that came free is offered to whoever waits for it.
  await eachOf(slots.filter(hasFreed), WIDTH, async (slot) => {
    await moveOn(slot, now)
  })
}

const isOfSeat = (entry: SeatEntry | LineEntry): entry is SeatEntry => 'claim' in entry

const hasFreed = ({ queue, outbox }: SlotDoc): boolean =>
  queue.length > 0 && outbox.some(({ kind }) => kind === 'cancelled')

/** The diaries of these residents, and of those into whom their records went meanwhile. */
async function withThoseTheyGoTo(residentIds: readonly string[]): Promise<Map<string, Diary>> {
  const found = new Map<string, Diary>()
  let wanted: readonly string[] = residentIds
  while (wanted.length > 0) {
    const read = await readDiaries(wanted)
    for (const diary of read) found.set(diary._id, diary)
    wanted = read.flatMap(({ goesTo }) =>
      goesTo === undefined || goesTo === ERASED || found.has(goesTo) ? [] : [goesTo],
    )
  }
  return found
}

/** Whose the booking is by now, and what was said with it, as long as a diary knows the booking. */
function ownerOf(
  { residentId, claim }: SeatEntry,
  diaries: ReadonlyMap<string, Diary>,
): { owner: string; note?: string | undefined } {
  let owner = residentId
  let note: string | undefined
  for (let steps = 0; steps <= diaries.size; steps++) {
    const diary = diaries.get(owner)
    if (diary) note ??= noteIn(diary, claim.id)
    if (diary?.goesTo === undefined) break
    owner = diary.goesTo
  }
  return { owner, note: owner === ERASED ? undefined : note }
}

function noteIn(diary: Diary, bookingId: string): string | undefined {
  const standing = standingOf(diary, bookingId)
  if (standing.state !== 'none') return standing.claim.note
  return diary.moving?.find(({ id }) => id === bookingId)?.note
}

/** What a row says of its person beside what the slot and its entry say. */
interface Known {
  diaries: ReadonlyMap<string, Diary>
  ages: Ages
  now: number
}

async function writeRow(
  slot: SlotDoc,
  entry: SeatEntry,
  { diaries, ages, now }: Known,
): Promise<void> {
  const of = ownerOf(entry, diaries)
  const ageBand = ages(entry.residentId, slot.startsAt)
  await applyToRow(slot, entry, { ...of, ageBand })
  // A seat ahead is still to be given back (follow-person.ts).
  if (of.owner === ERASED && slot.startsAt <= now)
    await hideSeat(entry.residentId, slot._id, entry.claim.id)
}

/** The claim of a seat that was given back ends, and with it what it counted for in its home. */
async function endWithShare(diary: Diary | undefined, entry: SeatEntry): Promise<void> {
  const { claim, at, tap, residentId, because } = entry
  await endKept(diary, {
    ...{ bookingId: claim.id, at, tap },
    by: claim.view.cancelledBy,
    why: whyCancelled(entry),
  })
  // Of a place that was left for another time the entry itself says whether its share goes on (leave.ts).
  if (because?.kind === 'changed') return giveSharesBack([claim])
  await giveBackShare(residentId, claim, { ended: false })
}

/** A seat whose claim is gone (its call slept past the claim's release): the place is free again. */
async function freeOrphan(
  slot: SlotDoc,
  diary: Diary | undefined,
  { residentId, claim }: SeatEntry,
  now: number,
): Promise<void> {
  const ahead = slot.endsAt > now
  if (!ahead || !hasSeat(slot, residentId, claim.id)) return
  const known = diary && standingOf(diary, claim.id).state !== 'none'
  if (known || diary?.moving?.some(({ id }) => id === claim.id)) return
  await giveSeatBack(residentId, ownShareOnly(claim), now)
}
