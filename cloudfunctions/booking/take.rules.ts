import type { ErrorCode } from '../../types/contract/errors'
import { LIMITS } from '../../types/contract/limits'
import { addTo, type Counts, passedBy, totalOf } from '../shared/counts.rules'
import { claimsAhead, clashes, type Claim, type Diary } from '../shared/diary.rules'
import type { PersonFacts } from '../shared/person-facts.rules'
import { dayOf } from '../shared/time'
import { decideOpen, decideRoom, type SlotFacts, type SubsidyUse } from './booking.rules'
import { decideEligible } from './eligible.rules'
import { decideSubsidy, limitsUsed, type Use } from './limits.rules'
import { barredUntil } from './strikes.rules'

/** Who wants a place, and how. */
export interface Wanting {
  diary: Diary
  facts: PersonFacts
  /** Staff ask for them: whoever did not come too often books that way. */
  byDesk: boolean
  /** Whoever stands there sees that they do: they may be let into what has begun. */
  walkIn?: boolean
  useSubsidy: boolean
  /** The booking whose time is changed. */
  replaced?: Claim | undefined
  /** What this tap uses up already, for other weeks. */
  already?: Counts
  /** Those who give it move the booking: only an entitlement can be used up by that. */
  atWork?: boolean
}

/** What a place would use up. */
export interface Grant {
  use: Use
  household: Use
  subsidy?: SubsidyUse
}

export type TakeRefusal = Extract<
  ErrorCode,
  | NonNullable<ReturnType<typeof decideOpen>>
  | NonNullable<ReturnType<typeof decideRoom>>
  | NonNullable<ReturnType<typeof decideEligible>>
  | 'ALREADY_BOOKED'
  | 'BOOKING_PENDING'
  | 'TIME_CLASH'
  | 'TOO_MANY_BOOKINGS'
  | 'LIMIT_PERSON'
  | 'NO_ENTITLEMENT'
  | 'ENTITLEMENT_USED'
  | 'BARRED'
>

/** Why this person may not take a place in this slot now; or what it would use up. */
export function decideTake(slot: SlotFacts, wanting: Wanting, now: number): Grant | TakeRefusal {
  const {
    diary,
    facts,
    byDesk,
    walkIn = byDesk,
    useSubsidy,
    replaced,
    already = {},
    atWork,
  } = wanting
  const refusal =
    decideOpen(slot, now, { walkIn, atWork }) ??
    (atWork ? null : decideEligible(slot.terms.who, facts, dayOf(slot.startsAt)))
  if (refusal) return refusal
  const clash = decideClash(slot, diary, replaced)
  if (clash) return clash
  if (slot.terms.strikes && !byDesk && barredUntil(diary.strikes ?? [], now) !== null)
    return 'BARRED'
  if (!replaced && claimsAhead(diary, now).length >= LIMITS.liveBookings) return 'TOO_MANY_BOOKINGS'
  const granted = grantOf(slot, withoutCountsOf(diary, replaced), useSubsidy)
  if (typeof granted === 'string') return granted
  const grant = atWork ? withoutLimits(granted) : granted
  const passed = passedBy(
    diary.counts,
    totalOf([grant.use.counts, already, minus(replaced?.counts, grant.use.counts)]),
    grant.use.limits,
  )
  if (passed !== undefined) return passed.includes('/e-') ? 'ENTITLEMENT_USED' : 'LIMIT_PERSON'
  return decideRoom(slot, diary._id, now) ?? grant
}

/** The diary as it is once the replaced booking has given back what it used: its last voucher is there again. */
const withoutCountsOf = (diary: Diary, replaced: Claim | undefined): Diary =>
  replaced?.counts
    ? { ...diary, counts: addTo(diary.counts, minus(replaced.counts, replaced.counts)) }
    : diary

/** It counts as it always does, but nothing stops it except an entitlement. */
const withoutLimits = ({ use, household, ...grant }: Grant): Grant => ({
  ...grant,
  use: {
    ...use,
    limits: Object.fromEntries(Object.entries(use.limits).filter(([key]) => key.includes('/e-'))),
  },
  household: { ...household, limits: {} },
})

function decideClash(
  slot: SlotFacts,
  diary: Diary,
  replaced: Claim | undefined,
): Extract<TakeRefusal, 'ALREADY_BOOKED' | 'BOOKING_PENDING' | 'TIME_CLASH'> | null {
  const stretch = { from: slot.startsAt, to: slot.endsAt }
  const atThatTime = clashes(diary, replaced ? { ...stretch, replaces: replaced.id } : stretch)
  const here = atThatTime.find(({ place }) => place === slot._id)
  if (here) return diary.held.includes(here) ? 'BOOKING_PENDING' : 'ALREADY_BOOKED'
  return atThatTime.length > 0 ? 'TIME_CLASH' : null
}

function grantOf(
  slot: SlotFacts,
  diary: Diary,
  useSubsidy: boolean,
): Grant | Extract<TakeRefusal, 'NO_ENTITLEMENT' | 'ENTITLEMENT_USED'> {
  const own = limitsUsed(slot, 'person')
  const household = limitsUsed(slot, 'household')
  if (!useSubsidy) return { use: own, household }
  const subsidised = decideSubsidy(diary, slot)
  if (typeof subsidised === 'string') return subsidised
  const { subsidy, use } = subsidised
  return {
    use: {
      counts: { ...own.counts, ...use.counts },
      limits: { ...own.limits, ...use.limits },
    },
    household,
    subsidy,
  }
}

/** What leaves with the replaced booking, of the counters that the new one adds to. */
const minus = (old: Counts | undefined, fresh: Counts): Counts =>
  Object.fromEntries(
    Object.entries(old ?? {}).flatMap(([key, n]) => (key in fresh ? [[key, -n] as const] : [])),
  )
