import type {
  PatternDoc,
  ProviderDoc,
  ServiceDoc,
  SlotDoc,
} from '../../cloudfunctions/booking/booking.docs'
import { type Account, type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import { type Diary, emptyDiary } from '../../cloudfunctions/shared/diary.rules'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import type { WeekPlan } from '../../types/contract/booking-times'
import { MINUTE, MONDAY_9, startTestCloud, type TestCloud } from './cloud'
import { addDocs, allOf } from './database'
import { smallService, weekOf } from './services'

/**
 * A community in which all that booking has is on: homes of several people who act for one another, limits of a person
 * and of a home, entitlements by voucher and by minute, several weeks at once, waiting lines, and weekly patterns by
 * which the ticker has made the times.
 */

export const ENGINE_PLACE = { communityId: 'c-1', region: 'd-1/s-1/c-1' }
export const STAFF = 'staff'
const PROVIDER = 'care'

/** The id of a person's entitlement to baths. */
export const vouchersOf = (openid: string): string => `vouchers-${openid}`

export type ServiceName = 'check' | 'bath' | 'clean'

export interface EngineTown {
  cloud: TestCloud
  /** Those of one home stand beside one another. */
  openids: string[]
  /** Each service's slots, soonest first. */
  slotIds: Record<ServiceName, string[]>
}

export interface EnginePlan {
  people: number
  /** People of one home. */
  atHome: number
  /** What a month gives each person, for baths and for cleaning. */
  vouchers?: number
  minutes?: number
  /** Each service's week. */
  weeks: Record<ServiceName, Partial<WeekPlan>>
  /** What a home may have of cleaning in a week; of baths a person may have as many as there are vouchers. */
  householdWeek?: number
  latencyMs?: number
}

export const residentOf = (openid: string): string => `r-${openid}`

export async function startEngineTown(plan: EnginePlan): Promise<EngineTown> {
  const { latencyMs = 0 } = plan
  const cloud = await startTestCloud({ seed: 'none', latencyMs })
  const openids = Array.from({ length: plan.people }, (_, n) => `person-${n + 1}`)
  const people = openids.map((openid, n) => personOf(openid, n, plan))
  const add = (name: string, docs: object[]) => addDocs(cloud, name, docs)
  await add('accounts', [...people.map(({ account }) => account), staff])
  await add(
    'residents',
    people.map(({ resident }) => resident),
  )
  await add(
    'diaries',
    people.map(({ diary }) => diary),
  )
  await add('providers', [provider])
  const services = servicesOf(plan)
  await add('services', services)
  await add(
    'patterns',
    services.map((service) => patternOf(service, plan.weeks[service._id as ServiceName])),
  )
  await cloud.advance(MINUTE)
  return { cloud, openids, slotIds: await slotIdsOf(cloud) }
}

async function slotIdsOf(cloud: TestCloud): Promise<EngineTown['slotIds']> {
  const slots = await allOf<SlotDoc>(cloud, 'slots')
  slots.sort((a, b) => a.startsAt - b.startsAt)
  const of = (name: ServiceName) =>
    slots.filter(({ serviceId }) => serviceId === name).map(({ _id }) => _id)
  return { check: of('check'), bath: of('bath'), clean: of('clean') }
}

function personOf(openid: string, n: number, { people, atHome, vouchers, minutes }: EnginePlan) {
  const first = n - (n % atHome)
  const family = Array.from({ length: Math.min(atHome, people - first) }, (_, i) => first + i)
  const householdId = `h-${first + 1}`
  const account: Account = {
    ...newAccount(openid, `a-${openid}`, openid),
    policy: { version: POLICY_VERSION, at: MONDAY_9 },
    ...ENGINE_PLACE,
    residentId: residentOf(openid),
    householdId,
    home: `${householdId}室`,
    grants: family.filter((other) => other !== n).map((other) => grantOver(`person-${other + 1}`)),
  }
  const resident = {
    _id: residentOf(openid),
    ...ENGINE_PLACE,
    name: openid,
    homes: [{ householdId, home: `${householdId}室`, relation: 'owner', since: 1 }],
    home: `${householdId}室`,
    attributes: [],
    accountId: openid,
    state: 'living',
    taps: [],
  }
  const holds = { fromDay: '2026-11-01', untilDay: '2027-10-31' }
  const diary: Diary = {
    ...emptyDiary(residentOf(openid), ENGINE_PLACE.communityId),
    entitlements: [
      ...(vouchers === undefined
        ? []
        : [
            {
              id: vouchersOf(openid),
              need: 'bathing',
              unit: 'voucher' as const,
              perMonth: vouchers,
              ...holds,
            },
          ]),
      ...(minutes === undefined
        ? []
        : [
            {
              id: `minutes-${openid}`,
              serviceId: 'clean',
              unit: 'minute' as const,
              perMonth: minutes,
              ...holds,
            },
          ]),
    ],
  }
  return { account, resident, diary }
}

const grantOver = (openid: string): Grant => ({
  grantId: `g-${openid}`,
  residentId: residentOf(openid),
  ...ENGINE_PLACE,
  name: openid,
  home: '',
  relation: 'relative',
  scope: 'booking',
  since: 1,
})

const staff: Account = {
  ...newAccount(STAFF, 'a-staff', '小周'),
  roles: [{ role: 'staff', region: ENGINE_PLACE.region, since: 0, by: 'test' }],
}

const provider: ProviderDoc = {
  _id: PROVIDER,
  ...ENGINE_PLACE,
  name: '康宁',
  members: [],
  version: 1,
  taps: [],
}

function servicesOf({ householdWeek = 3 }: EnginePlan): ServiceDoc[] {
  const common = { providerId: PROVIDER, providerName: '康宁' }
  const atHome = { ...common, where: 'home' as const, placeId: 'home', place: '您家里' }
  const usual = { aheadDays: 20, repeats: true }
  return [
    smallService(ENGINE_PLACE, { ...common, _id: 'check', terms: usual }),
    smallService(ENGINE_PLACE, {
      ...atHome,
      _id: 'bath',
      name: '助浴',
      need: 'bathing',
      priceFen: 12_000,
      subsidisedFen: 2_000,
      terms: {
        ...usual,
        person: { day: 1, week: 2 },
        household: { week: householdWeek, month: householdWeek * 4 },
        subsidy: { unit: 'voucher', units: 1 },
      },
    }),
    smallService(ENGINE_PLACE, {
      ...atHome,
      _id: 'clean',
      name: '保洁',
      need: 'cleaning',
      priceFen: 8_000,
      subsidisedFen: 0,
      terms: {
        ...usual,
        household: { day: 1, week: householdWeek },
        subsidy: { unit: 'minute', units: 60 },
      },
    }),
  ]
}

function patternOf(service: ServiceDoc, week: Partial<WeekPlan>): PatternDoc {
  const { _id: serviceId, placeId, place } = service
  return {
    _id: `pattern-${serviceId}`,
    ...ENGINE_PLACE,
    ...weekOf(week),
    ...{ serviceId, placeId, place },
    madeAt: MONDAY_9,
    version: 1,
    behind: MONDAY_9,
    taps: [],
  }
}
