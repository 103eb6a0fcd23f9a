import { afterEach, describe, expect, test } from 'vitest'
import type { ClosureDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import { type Random, randomFrom } from '../../cloudfunctions/shared/demo-world'
import type { Diary } from '../../cloudfunctions/shared/diary.rules'
import type { HouseholdCountsDoc } from '../../cloudfunctions/shared/household-counts'
import { LIMITS } from '../../types/contract/limits'
import { HOUR, MINUTE, newTap } from '../support/cloud'
import { addDocs, allOf } from '../support/database'
import { type EngineTown, STAFF, startEngineTown } from '../support/engine-town'
import { holdsForBookings } from '../support/invariants'
import { heldToOrder, nobodyWaitsInVain } from '../support/line-order'
import { type Act, CHANGED, nextAct, personChange, type Seen } from './booking-acts'

/**
 * Random taps of two hundred residents and of staff, many at once, with the ticker and crashes between, and the
 * invariants held after every step. `npm run torture` walks far longer, from a seed that it prints. A seed that ever
 * failed stays in the list.
 */
const LONG = process.env.LINLI_LONG === '1'
const SEEDS = LONG ? [1, 2, 3, 20_261_122, 453_730_115, Date.now() % 1e9] : [1, 20_261_122]
const STEPS = LONG ? 400 : 56
const AT_ONCE = 32
/** What a home may have of a service in a week. */
const HOUSEHOLD_WEEK = 2

let town: EngineTown | undefined
afterEach(() => town?.cloud.close())

const start = () =>
  startEngineTown({
    people: 200,
    atHome: 4,
    vouchers: 1,
    minutes: 240,
    householdWeek: HOUSEHOLD_WEEK,
    weeks: {
      check: { weekdays: [2, 3, 4, 5], spans: [{ from: '09:00', to: '12:00' }], capacity: 2 },
      // They begin half an hour after those, so that they clash.
      bath: { weekdays: [3, 4], spans: [{ from: '09:30', to: '11:30' }], capacity: 3 },
      clean: { weekdays: [2, 4], spans: [{ from: '14:00', to: '16:00' }], capacity: 2 },
    },
  })

class Walk {
  readonly outcomes = new Map<string, number>()
  private readonly sent: Act[] = []
  private seen: Seen
  private people: string[]
  acts = 0

  constructor(
    private readonly of: EngineTown,
    private readonly random: Random,
  ) {
    this.people = [...of.openids]
    this.seen = { now: 0, slots: [], diaries: new Map(), people: this.people, closureIds: [] }
  }

  async step(n: number): Promise<void> {
    const { random } = this
    const { cloud } = this.of
    if (n === 0) await this.look(false)
    const acts: Act[] = []
    for (let left = random.int(AT_ONCE / 4, AT_ONCE); left > 0; left--) {
      const act = nextAct(this.seen, random, [...this.sent, ...acts])
      if (act) acts.push(act)
    }
    this.sent.push(...acts)
    this.acts += acts.length
    const crashes = random.next() < 0.15
    if (crashes) {
      const mode = random.pick(['error', 'error-after', 'error', 'error-after', 'kill'] as const)
      const where = random.pick(['booking', 'booking', 'ticker'])
      await cloud.setFault({ function: where, nth: random.int(1, 60), mode })
    }
    const replies = await Promise.all(
      acts.map(async ({ op, input, tapId, openid, onBehalfOf }) => {
        const event = { op, input, tapId, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }
        const answer = await cloud.send('booking', event, openid)
        return 'result' in answer ? (answer.result.error?.code ?? 'ok') : 'died'
      }),
    )
    // A call that met a fault ends in it, or dies of it.
    replies.forEach((code, i) => {
      if (!crashes || !['INTERNAL', 'died'].includes(code)) {
        this.count(code)
        this.count(`${acts[i]?.op} ${code}`)
      }
    })
    if (random.next() < 0.1) await this.otherThings()
    await this.pass(random.next())
    await cloud.clearFaults()
    await this.look(false)
    if (n % 9 === 8) await this.rest()
  }

  /** The ticker has put everything right. */
  async rest(): Promise<void> {
    await this.of.cloud.advance(3 * MINUTE)
    await this.look(true)
  }

  private async pass(chance: number): Promise<void> {
    const { cloud } = this.of
    // Long enough for offers to run out.
    if (chance < 0.04) await cloud.sleep(3 * HOUR)
    else await cloud.advance(chance < 0.3 ? MINUTE : 1)
  }

  /** Staff change how many places there are; somebody leaves, is erased, or turns out to be two records. */
  private async otherThings(): Promise<void> {
    const { random, people } = this
    const { cloud } = this.of
    if (random.next() < 0.5) {
      const serviceId = random.pick(CHANGED)
      const staff = cloud.as(STAFF)
      const { patterns } = await staff.call('booking.viewOffered', { serviceId }).then(orNothing)
      const [pattern] = patterns
      if (!pattern) return
      const { patternId, version, plan } = pattern
      const capacity = random.int(1, 4)
      const input = { serviceId, patternId, version, plan: { ...plan, capacity } }
      const { error } = await staff.call('booking.savePattern', input, newTap())
      this.count(`booking.savePattern ${error?.code ?? 'ok'}`)
      return
    }
    const kind = random.pick(['ended', 'merged', 'erased'] as const)
    const openid = random.pick(people)
    this.people = people.filter((one) => one !== openid)
    const into = random.pick(this.people)
    const at = this.seen.now
    await addDocs(cloud, 'personChanges', [
      personChange(kind, openid, { at, ...(kind === 'merged' ? { into } : {}) }),
    ])
    this.count(kind)
  }

  private count(what: string): void {
    this.outcomes.set(what, (this.outcomes.get(what) ?? 0) + 1)
  }

  /** Looks at everything, and holds it to what is always true. */
  private async look(settled: boolean): Promise<void> {
    const { cloud } = this.of
    const { now } = await cloud.advance(0)
    const { slots, diaries } = await holdsForBookings(cloud, { now, settled })
    heldToOrder(this.seen.slots, slots)
    holdsForGrants(this.seen.diaries, diaries)
    if (settled) {
      nobodyWaitsInVain(slots, now)
      await holdsForHomes(cloud)
    }
    const closures = await allOf<ClosureDoc>(cloud, 'closures')
    this.seen = {
      now,
      slots: [...slots].sort((a: SlotDoc, b: SlotDoc) => a.startsAt - b.startsAt),
      diaries: new Map(diaries.map((diary) => [diary._id, diary])),
      people: this.people,
      closureIds: closures.map(({ _id }) => _id),
    }
  }
}

/** Nothing, where a fault met the call. */
const orNothing = <T extends { patterns: unknown[] }>({ data }: { data?: T }) =>
  data ?? ({ patterns: [] } as unknown as T)

/** Nobody used more than was granted; what was granted may have become less since. */
function holdsForGrants(before: ReadonlyMap<string, Diary>, after: readonly Diary[]): void {
  const usedOf = ({ counts = {} }: Pick<Diary, 'counts'>, id: string) =>
    Object.values(counts).map((of) => of[`e-${id}`] ?? 0)
  for (const diary of after) {
    expect(diary.live, diary._id).toBeLessThanOrEqual(LIMITS.liveBookings)
    const was = before.get(diary._id)
    for (const { id, perMonth } of diary.entitlements ?? []) {
      const granted = was?.entitlements?.find((one) => one.id === id)?.perMonth ?? 0
      const most = Math.max(perMonth, granted, ...(was ? usedOf(was, id) : []))
      for (const used of usedOf(diary, id)) expect(used, id).toBeLessThanOrEqual(most)
    }
  }
}

async function holdsForHomes(cloud: EngineTown['cloud']): Promise<void> {
  for (const { _id, counts } of await allOf<HouseholdCountsDoc>(cloud, 'householdCounts')) {
    for (const [key, n] of Object.values(counts).flatMap((of) => Object.entries(of))) {
      const most = key.includes('_d') ? 1 : key.includes('_w') ? HOUSEHOLD_WEEK : HOUSEHOLD_WEEK * 4
      expect(n, `${_id}: ${key}`).toBeLessThanOrEqual(most)
    }
  }
}

/** What happened on any of the walks. */
const met = new Set<string>()

describe.each(SEEDS)('seed %i', (seed) => {
  test(
    'the invariants hold after every step',
    async () => {
      town = await start()
      const walk = new Walk(town, randomFrom(seed))
      for (let step = 0; step < STEPS; step++) await walk.step(step)
      await walk.rest()
      const { outcomes, acts } = walk
      const told = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))
      console.log(`seed ${seed}: ${acts} acts`, LONG ? Object.fromEntries(told) : '')
      for (const unforeseen of ['INTERNAL', 'TIMEOUT', 'BAD_INPUT', 'TAP_REUSED', 'died'])
        expect(outcomes.get(unforeseen), unforeseen).toBeUndefined()
      for (const code of outcomes.keys()) met.add(code)
    },
    LONG ? 3_600_000 : 240_000,
  )
})

test('the walks met what there is to meet', () => {
  const foreseen = [
    'booking.reserve ok',
    'booking.change ok',
    'booking.cancel ok',
    'booking.joinWaitlist ok',
    'booking.leaveWaitlist ok',
    'booking.acceptOffer ok',
    'booking.saveEntitlement ok',
    'booking.closeDay ok',
    ...['SLOT_FULL', 'TIME_CLASH', 'LIMIT_PERSON', 'LIMIT_HOUSEHOLD', 'ENTITLEMENT_USED'],
  ]
  expect(foreseen.filter((one) => !met.has(one))).toEqual([])
})
