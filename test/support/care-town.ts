import type { ProviderDoc } from '../../cloudfunctions/booking/booking.docs'
import { newSlot } from '../../cloudfunctions/booking/slot.rules'
import { type Account, newAccount } from '../../cloudfunctions/shared/actor'
import { emptyDiary } from '../../cloudfunctions/shared/diary.rules'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import { codeAt } from '../../cloudfunctions/shared/rolling-code'
import { dayOf } from '../../cloudfunctions/shared/time'
import { stepAt } from '../../types/contract/rolling-code'
import type { GivenRole } from '../../types/contract/role'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from './cloud'
import { addDocs } from './database'
import { smallService } from './services'

export const CARE_PLACE = { communityId: 'c-1', region: 'd-1/s-1/c-1' }

/** Two companies, a worker of each and a second of the first; staff; elders with a child who acts for the first. */
export const WORKER = 'worker'
export const COLLEAGUE = 'colleague'
export const RIVAL = 'rival'
export const STAFF = 'staff'
export const CHILD = 'child'
export const CARE = 'care'
export const OTHER = 'other'

export const elderAt = (n: number): string => `elder-${n}`
export const residentOf = (openid: string): string => `r-${openid}`

export const VOUCHER = { subsidy: { unit: 'voucher' as const, units: 1 } }

/** A day's visits to homes: one an hour from ten to seven, each for several homes, of 60 minutes. */
export const visitSlot = (hour: number, service = 'bath'): string =>
  `${service}_home_${MONDAY_9 + (hour - 9) * HOUR}`

export async function startCareTown(elders: number, { latencyMs = 0 } = {}): Promise<TestCloud> {
  const cloud = await startTestCloud({ seed: 'none', latencyMs })
  await addCareTown(cloud, elders)
  return cloud
}

export async function addCareTown(cloud: TestCloud, elders: number): Promise<void> {
  const openids = Array.from({ length: elders }, (_, n) => elderAt(n + 1))
  const home = (openid: string) => `1号楼${openid.slice(6)}室`
  await addDocs(cloud, 'accounts', [
    ...openids.map((openid): Account => ({
      ...newAccount(openid, `a-${openid}`, openid),
      policy: { version: POLICY_VERSION, at: MONDAY_9 },
      ...CARE_PLACE,
      residentId: residentOf(openid),
      householdId: `h-${openid}`,
      home: home(openid),
    })),
    ...[WORKER, COLLEAGUE, RIVAL].map((openid) => holding(openid, 'provider')),
    holding(STAFF, 'staff'),
    holding('staff-elsewhere', 'staff', 'd-1/s-1/c-2'),
    {
      ...newAccount(CHILD, `a-${CHILD}`, CHILD),
      grants: [
        {
          grantId: 'g-child',
          residentId: residentOf(elderAt(1)),
          ...CARE_PLACE,
          name: '妈妈',
          home: home(elderAt(1)),
          relation: 'daughter',
          scope: 'booking',
          since: 1,
        },
      ],
    },
  ])
  await addDocs(
    cloud,
    'residents',
    openids.map((openid) => ({
      _id: residentOf(openid),
      ...CARE_PLACE,
      name: `王${openid}`,
      homes: [{ householdId: `h-${openid}`, home: home(openid), relation: 'owner', since: 1 }],
      home: home(openid),
      attributes: [],
      accountId: openid,
      state: 'living',
      taps: [],
    })),
  )
  await addDocs(
    cloud,
    'diaries',
    openids.map((openid) => emptyDiary(residentOf(openid), CARE_PLACE.communityId)),
  )
  const provider = (_id: string, name: string, members: string[]): ProviderDoc => ({
    _id,
    ...CARE_PLACE,
    name,
    members,
    version: 1,
    taps: [],
  })
  await addDocs(cloud, 'providers', [
    provider(CARE, '康宁', [`a-${WORKER}`, `a-${COLLEAGUE}`]),
    provider(OTHER, '乐家', [`a-${RIVAL}`]),
  ])
  const atHome = {
    where: 'home' as const,
    placeId: 'home',
    place: '您家里',
    need: 'bathing' as const,
  }
  const bath = smallService(CARE_PLACE, {
    _id: 'bath',
    name: '助浴',
    ...atHome,
    providerId: CARE,
    providerName: '康宁',
    priceFen: 12_000,
    subsidisedFen: 2_000,
    terms: VOUCHER,
  })
  const clean = smallService(CARE_PLACE, {
    _id: 'clean',
    name: '保洁',
    ...atHome,
    need: 'cleaning',
    providerId: OTHER,
    providerName: '乐家',
  })
  await addDocs(cloud, 'services', [bath, clean])
  await addDocs(
    cloud,
    'slots',
    [bath, clean].flatMap((service) =>
      Array.from({ length: 10 }, (_, n) => {
        const startsAt = MONDAY_9 + (n + 1) * HOUR
        return newSlot(service, { startsAt, endsAt: startsAt + 60 * MINUTE, capacity: 100 })
      }),
    ),
  )
}

const holding = (openid: string, role: GivenRole, region = CARE_PLACE.region): Account => ({
  ...newAccount(openid, `a-${openid}`, openid),
  roles: [{ role, region, since: 0, by: 'test' }],
})

/** So many vouchers a month for baths, from now on. */
export const grantVouchers = (cloud: TestCloud, openid: string, perMonth: number) =>
  cloud.as(STAFF).ok('booking.saveEntitlement', {
    residentId: residentOf(openid),
    need: 'bathing',
    unit: 'voucher',
    perMonth,
    fromDay: '2026-11-01',
    untilDay: '2027-10-31',
  })

/** An elder's visit, taken from their entitlement where they have one. */
export async function bookVisit(
  cloud: TestCloud,
  openid: string,
  hour: number,
  { useSubsidy = true, service = 'bath' } = {},
): Promise<{ bookingId: string; residentId: string }> {
  const slotId = visitSlot(hour, service)
  const input = { slotId, ...(useSubsidy ? { useSubsidy } : {}) }
  const { bookingId } = await cloud.as(openid).ok('booking.reserve', input)
  return { bookingId, residentId: residentOf(openid) }
}

/** What the elder's phone shows now; `steps` earlier or later where it is said. */
export async function codeOn(cloud: TestCloud, openid: string, steps = 0): Promise<string> {
  const { data, now } = await cloud.as(openid).call('booking.myCode', {})
  const step = stepAt(now) + steps
  const day = dayOf(step * 30_000)
  const seed = data?.seeds.find((one) => one.day === day)?.seed ?? ''
  return codeAt(Buffer.from(seed, 'hex'), step)
}

/** The digits of a visit as the elder's phone shows them. */
export const digitsOn = (cloud: TestCloud, openid: string, bookingId: string) =>
  cloud.as(openid).ok('booking.visitDigits', { bookingId })

export const byCode = (code: string) => ({ kind: 'code' as const, code })
export const byDigits = (digits: string) => ({ kind: 'digits' as const, digits })
export const byNothing = { kind: 'none' as const, reason: 'noPhone' as const }

/** Digits that are certainly not these. */
export const notThese = (digits: string): string =>
  String((Number(digits) + 1) % 1_000_000).padStart(6, '0')
