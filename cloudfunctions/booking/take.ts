import { FIELD_TEXT } from '../../types/contract/fields.text'
import { LIMITS } from '../../types/contract/limits'
import type { ByProvider } from '../shared/done-by.rules'
import type { ActsAs, Subject } from '../shared/actor'
import { hasConsented } from '../shared/consent'
import { commonLimits, totalOf } from '../shared/counts.rules'
import { findDiary, hold, openDiary } from '../shared/diary'
import { type Claim, claimsOfTap, type Diary, emptyDiary } from '../shared/diary.rules'
import { refuse } from '../shared/errors'
import { factsOf, readPerson } from '../shared/person-facts'
import type { PersonRecord } from '../shared/person-record.docs'
import { tapSeen } from '../shared/taps'
import { together } from '../shared/together'
import { readAnswers } from './answers.rules'
import type { SlotDoc } from './booking.docs'
import { type BookingClaim, hasOffer } from './booking.rules'
import { findSlot, findSlots } from './booking.store'
import { claimOf } from './claim'
import { asksAge } from './eligible.rules'
import { presentNoted } from './notes'
import { isFullFor, noteFull, wasFull } from './seen-full'
import { type Asked, type Ended, goOn, takeHeld } from './take-held'
import { decideTake, type Grant, type Wanting } from './take.rules'

/** How often a call looks again after another call of the same person came between its steps. */
const TRIES = 4

/** Who takes places, and what they say with it. */
export interface Taking {
  subject: Subject
  by: ActsAs | ByProvider | undefined
  slotIds: readonly string[]
  /** What the call has read already, or reads meanwhile. */
  known?: { slots: readonly SlotDoc[]; diary: Promise<Diary | null> }
  note?: string | undefined
  answers?: Readonly<Record<string, string>> | undefined
  useSubsidy?: boolean | undefined
}

/**
 * Takes a place in each of these slots for one person, each by itself. Intent first (shared/diary): hold the time,
 * take the places, keep the times that have one. A try that another call of the same person came between answers
 * null, and everything is read again.
 */
export async function takePlaces(call: Asked, taking: Taking): Promise<Ended[]> {
  const { residentId, record } = taking.subject
  let { known } = taking
  const full = await stillFull(taking, call.now)
  if (full) return full
  for (let tries = 0; tries < TRIES; tries++) {
    const [slots, diary, person] = await together([
      known ? Promise.resolve([...known.slots]) : findSlots(taking.slotIds),
      known?.diary ?? findDiary(residentId),
      record ? Promise.resolve(record) : readPerson(residentId),
    ])
    known = undefined
    const bySlot = new Map(slots.map((slot) => [slot._id, slot]))
    const ended = await attempt(call, taking, { slots: bySlot, found: diary, person })
    if (ended) {
      for (const one of ended) if ('code' in one && one.code === 'SLOT_FULL') noteFull(one.slotId)
      return ended
    }
  }
  return refuse('BUSY')
}

/** Where this instance saw the only slot full a moment ago: whether it still is, from the slot alone. */
async function stillFull({ subject, slotIds }: Taking, now: number): Promise<Ended[] | null> {
  const [slotId] = slotIds
  if (slotId === undefined || slotIds.length > 1 || !wasFull(slotId)) return null
  const slot = await findSlot(slotId)
  if (slot?.communityId !== subject.communityId) return null
  if (!isFullFor(slot, subject.residentId, now)) return null
  noteFull(slotId)
  return [{ slotId, code: 'SLOT_FULL' }]
}

interface Read {
  slots: ReadonlyMap<string, SlotDoc>
  found: Diary | null
  person: PersonRecord | null
}

type Attempt = Promise<Ended[] | null>

async function attempt(call: Asked, taking: Taking, read: Read): Attempt {
  const { subject } = taking
  const diary = read.found ?? emptyDiary(subject.residentId, subject.communityId)
  if (tapSeen(diary.taps, call.tap) === 'reused') return refuse('TAP_REUSED')
  const mine = claimsOfTap(diary, call.tap.tapId)
  const held = mine.flatMap(({ state, claim }) => (state === 'held' ? [claim as BookingClaim] : []))
  if (held.length > 0) {
    const others = await endedWithout(call, taking, diary, read, held)
    return goOn(call, subject, diary, { claims: held, ended: others })
  }
  if (mine.length > 0) {
    const ended = await endedWithout(
      call,
      taking,
      diary,
      read,
      mine.map(({ claim }) => claim),
    )
    const again = mine.map(async ({ claim, state }) => ({
      slotId: claim.place,
      booked: await presentNoted(claim, state, call.now),
    }))
    return [...ended, ...(await together(again))]
  }
  const decided = await decideAll(call, taking, diary, read)
  const { claims } = decided
  if (claims.length === 0) return decided.ended
  const limits = commonLimits(decided.grants.map(({ use }) => use))
  if (!read.found) await openDiary(subject.residentId, subject.communityId)
  if (await hold(diary, claims, call.tap, { most: LIMITS.liveBookings, limits })) {
    const householdLimits = commonLimits(decided.grants.map(({ household }) => household))
    return takeHeld(call, subject, diary, { ...decided, householdLimits })
  }
  return null
}

/** Of a repeated tap: why the wishes that got no claim got none, as it would be said now. */
async function endedWithout(
  call: Asked,
  taking: Taking,
  diary: Diary,
  read: Read,
  claims: readonly Claim[],
): Promise<Ended[]> {
  const without = taking.slotIds.filter((id) => !claims.some(({ place }) => place === id))
  if (without.length === 0) return []
  const { ended, claims: free } = await decideAll(
    call,
    { ...taking, slotIds: without },
    diary,
    read,
  )
  return [...ended, ...free.map(({ place }) => ({ slotId: place, code: 'SLOT_FULL' as const }))]
}

interface Decided {
  ended: Ended[]
  claims: BookingClaim[]
  grants: Grant[]
  /** Slots in which a place is kept for the person. */
  offered: Set<string>
}

/** What of the wishes can be tried, and why the others cannot. */
async function decideAll(
  call: Asked,
  taking: Taking,
  diary: Diary,
  { slots, person }: Read,
): Promise<Decided> {
  const { subject, by, slotIds, note, useSubsidy = false } = taking
  const known = slotIds.map((id) => slots.get(id))
  if (slotIds.length > 1 && known[0]?.terms.repeats === false) return refuse('NO_REPEAT')
  const withAge = known.some((slot) => slot && asksAge(slot.terms.who))
  const facts = await factsOf(person, { withAge })
  const byDesk = by?.kind === 'desk'
  const walkIn = byDesk || by?.kind === 'provider'
  const wanting: Wanting = { diary, facts, byDesk, walkIn, useSubsidy }
  const decided: Decided = { ended: [], claims: [], grants: [], offered: new Set() }
  for (const [index, slotId] of slotIds.entries()) {
    const slot = known[index]
    if (slot?.communityId !== subject.communityId) {
      decided.ended.push({ slotId, code: slotIds.length > 1 ? 'BOOKING_TOO_EARLY' : 'NOT_FOUND' })
      continue
    }
    const answers = answersTo(call, slot, taking)
    const already = totalOf(decided.grants.map(({ use }) => use.counts))
    const grant = decideTake(slot, { ...wanting, already }, call.now)
    if (typeof grant === 'string') {
      decided.ended.push({ slotId, code: grant })
      continue
    }
    decided.grants.push(grant)
    if (hasOffer(slot, subject.residentId, call.now)) decided.offered.add(slotId)
    const said = { ...(note ? { note } : {}), ...(answers.length > 0 ? { answers } : {}) }
    const { householdId } = facts
    decided.claims.push(await claimOf(slot, { ...call, by, grant, said, householdId }))
  }
  return decided
}

/** The answers to what the service asks; ends the call where one is missing or wrong. */
function answersTo({ actor }: Asked, slot: SlotDoc, { note, answers: given = {} }: Taking) {
  const { answers, wrong } = readAnswers(slot.terms.questions, given)
  if (wrong.length > 0) {
    const fields = wrong.map((key) => [`answers.${key}`, FIELD_TEXT.answerAgain])
    return refuse('BAD_INPUT', Object.fromEntries(fields) as Record<string, string>)
  }
  if ((note || answers.length > 0) && !hasConsented(actor)) return refuse('CONSENT_NEEDED')
  return answers
}
