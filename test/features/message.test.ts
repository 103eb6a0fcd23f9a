import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import type { PersonChange } from '../../cloudfunctions/shared/person-changes'
import {
  MINUTE,
  MONDAY_9,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf, changeDoc, emptyCollection } from '../support/database'

/** Who is told what, and the inbox in which they read it. */

const PLACE = { communityId: 'chunxiao', region: 'heping/nanhu/chunxiao' }
const TALK = 'chunxiao-health-talk'
const POLICY = POLICY_VERSION

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 30 })
  // What the demo has told everybody would stand in every inbox.
  await emptyCollection(cloud, 'notices')
})
afterAll(() => cloud.close())

let next = 0
const someone = () => `resident-${String(++next).padStart(4, '0')}`
const grant = (residentId: string, more: Partial<Grant> = {}): Grant => ({
  grantId: `g-${residentId}`,
  residentId,
  ...PLACE,
  name: '妈妈',
  home: '1号楼1单元101室',
  relation: 'daughter',
  scope: 'everything',
  since: 1,
  ...more,
})
const helper = async (openid: string, grants: Grant[]) => {
  const account: Account = { ...newAccount(openid, `a-${openid}`, '女儿'), grants }
  await addDocs(cloud, 'accounts', [account])
}
const inbox = async (openid: string) =>
  (await cloud.as(openid).ok('message.listMine', {})).items.map(({ about }) => about)

describe('a visit cancelled by what became of the person', () => {
  /** Somebody with a visit ahead, of whom this becomes true. */
  async function becomes(change: Partial<PersonChange>, daughter: string) {
    const openid = someone()
    await helper(daughter, [grant(`r-${openid}`, { until: MONDAY_9 + 1_000_000_000 })])
    const slot = (await openSlots(cloud, TALK))[0]
    await cloud.as(openid).ok('booking.reserve', { slotId: slot?.slotId ?? '' })
    const base = { _id: `change-${openid}`, kind: 'ended', residentId: `r-${openid}` }
    await addDocs(cloud, 'personChanges', [
      { ...base, communityId: 'chunxiao', by: 'a', at: MONDAY_9, pending: ['booking'], ...change },
    ])
    // Twice over: what was told stands once.
    await Promise.all([cloud.advance(MINUTE), cloud.runTimer('ticker')])
    await cloud.advance(2 * MINUTE)
    const about = { kind: 'bookingCancelled', serviceName: '健康讲座', startsAt: slot?.startsAt }
    return { openid, about }
  }

  test('who left: they and their helpers hear of it, once', async () => {
    const { openid, about } = await becomes({ reason: 'movedOut' }, 'daughter-1')
    expect(await inbox(openid)).toEqual([{ ...about, because: 'movedOut' }])
    expect(await inbox('daughter-1')).toEqual([{ ...about, because: 'movedOut', name: '妈妈' }])
  })

  test('who died: nothing is said to their account, and to helpers only where staff chose so', async () => {
    const quiet = await becomes({ reason: 'death' }, 'daughter-2')
    expect([await inbox(quiet.openid), await inbox('daughter-2')]).toEqual([[], []])
    const told = await becomes({ reason: 'death', tellHelpers: true }, 'daughter-3')
    expect(await inbox(told.openid)).toEqual([])
    expect(await inbox('daughter-3')).toEqual([{ ...told.about, because: 'death', name: '妈妈' }])
  })

  test('whose helper had ended before is told nothing', async () => {
    const openid = someone()
    await helper('long-ago', [grant(`r-${openid}`, { until: MONDAY_9 - 1 })])
    const slotId = (await openSlots(cloud, TALK))[0]?.slotId ?? ''
    await cloud.as(openid).ok('booking.reserve', { slotId })
    const base = { _id: `change-${openid}`, kind: 'ended', residentId: `r-${openid}` }
    const rest = { communityId: 'chunxiao', by: 'a', at: MONDAY_9, pending: ['booking'] }
    await addDocs(cloud, 'personChanges', [{ ...base, ...rest, reason: 'movedOut' }])
    await cloud.advance(2 * MINUTE)
    expect([(await inbox(openid)).length, await inbox('long-ago')]).toEqual([1, []])
  })
})

describe('what staff and helpers decide', () => {
  const room = { communityId: 'chunxiao', building: '9', unit: '3', room: '1101' }

  test.each([['approve'], ['refuse']] as const)(
    '%s of joining is told to the asker',
    async (answer) => {
      const asker = `asker-${answer}`
      await cloud.as(asker).ok('account.joinHousehold', {
        room,
        name: '钱进',
        relation: 'tenant',
        policyVersion: POLICY,
      } as never)
      const staff = cloud.as('demo-staff')
      const { items } = await staff.ok('account.listRequests', {})
      const { requestId } = items.find(({ name }) => name === '钱进') ?? items[0]!
      const input =
        answer === 'approve' ? { requestId, answer } : { requestId, answer, say: '请带租房合同来' }
      await staff.ok('account.answerRequest', input)
      const [told] = await inbox(asker)
      expect(told).toMatchObject({
        kind: 'joinAnswered',
        answer: answer === 'approve' ? 'approved' : 'refused',
        place: expect.stringContaining('春晓社区') as string,
      })
      // What staff wrote stands in account.me and not here.
      expect(JSON.stringify(told)).not.toContain('合同')
    },
  )

  test('a helper who ends it is told of to the person, and the other way round', async () => {
    const one = someone()
    await helper('ends', [grant(`r-${one}`)])
    await cloud.as('ends').ok('account.endHelping', { grantId: `g-r-${one}` })
    expect(await inbox(one)).toEqual([{ kind: 'helpingEnded', reader: 'person', name: '女儿' }])
    expect(await inbox('ends')).toEqual([])

    const two = someone()
    await helper('ended', [grant(`r-${two}`)])
    await cloud.as(two).ok('account.endHelping', { grantId: `g-r-${two}` })
    expect(await inbox('ended')).toEqual([{ kind: 'helpingEnded', reader: 'helper', name: '妈妈' }])
    expect(await inbox(two)).toEqual([])
  })

  test('and is told by the ticker where the call died', async () => {
    for (const nth of [3, 4, 5, 6]) {
      const openid = someone()
      const name = `dies-${nth}`
      await helper(name, [grant(`r-${openid}`)])
      await cloud.setFault({ op: 'account.endHelping', nth, mode: 'kill' })
      const input = { grantId: `g-r-${openid}` }
      const event = { op: 'account.endHelping', input, tapId: newTap() }
      await cloud.send('account', event, name)
      await cloud.clearFaults()
      await cloud.advance(MINUTE)
      expect((await inbox(openid)).length, `killed at ${nth}`).toBe(1)
    }
  })

  test('a role taken back is told to its holder; after a death nothing is', async () => {
    const holder = someone()
    const dead = someone()
    const role = { role: 'volunteer', region: PLACE.region } as const
    for (const openid of [holder, dead]) {
      await changeDoc(cloud, 'accounts', openid, { roles: [{ ...role, since: 1, by: 'test' }] })
    }
    await changeDoc(cloud, 'residents', `r-${dead}`, { state: 'dead' })
    for (const openid of [holder, dead]) {
      await cloud.as('demo-staff').ok('account.endRole', { ref: `a-${openid}`, ...role })
    }
    expect(await inbox(holder)).toEqual([
      { kind: 'roleEnded', role: 'volunteer', place: expect.stringContaining('春晓') as string },
    ])
    expect(await inbox(dead)).toEqual([])
  })
})

describe('the inbox', () => {
  /** Rows as `tell` writes them, older ones first. */
  const rows = (accountId: string, count: number): NoticeDoc[] =>
    Array.from({ length: count }, (_, i) => {
      const _id = `n-${accountId}-${i}`
      const at = MONDAY_9 - (count - i) * MINUTE
      return {
        _id,
        accountId,
        ...PLACE,
        about: { kind: 'roleGiven', role: 'volunteer', place: '春晓社区' },
        at,
        listKey: listKeyOf(at, _id),
        unread: true,
      }
    })

  test('comes newest first, page by page, with what is unread', async () => {
    const me = someone()
    await addDocs(cloud, 'notices', rows(me, 120))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await cloud.as(me).ok('message.listMine', after === undefined ? {} : { after })
      expect(page.unread).toBe(100)
      seen.push(...page.items.map(({ noticeId }) => noticeId))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(
      rows(me, 120)
        .map(({ _id }) => _id)
        .reverse(),
    )
  })

  test('marks one, marks all, and home counts without another round', async () => {
    const me = someone()
    await addDocs(cloud, 'notices', rows(me, 3))
    expect((await cloud.as(me).ok('home.view', {})).message).toEqual({ unread: 3, templates: [] })
    const noticeIds = [`n-${me}-0`]
    expect(await cloud.as(me).ok('message.markRead', { noticeIds })).toEqual({ unread: 2 })
    expect(await cloud.as(me).ok('message.markRead', { noticeIds })).toEqual({ unread: 2 })
    const { items } = await cloud.as(me).ok('message.listMine', {})
    expect(items.map(({ read }) => read)).toEqual([false, false, true])
    expect(await cloud.as(me).ok('message.markRead', { all: true })).toEqual({ unread: 0 })
    expect((await cloud.as(me).ok('home.view', {})).message?.unread).toBe(0)
  })

  test('is the reader’s alone', async () => {
    const [me, other] = [someone(), someone()]
    await addDocs(cloud, 'notices', rows(me, 2))
    await cloud.as(other).ok('message.markRead', { noticeIds: [`n-${me}-0`, `n-${me}-1`] })
    await cloud.as(other).ok('message.markRead', { all: true })
    expect(await inbox(other)).toEqual([])
    expect((await cloud.as(me).ok('message.listMine', {})).unread).toBe(2)
    await helper('curious', [grant(`r-${me}`)])
    const asMe = cloud.as('curious', { onBehalfOf: `r-${me}` })
    expect(await asMe.refused('message.listMine', {})).toBe('NOT_FOR_OTHERS')
    expect((await asMe.ok('home.view', {})).message).toBeUndefined()
    expect(await cloud.as('demo-stranger').refused('message.listMine', {})).toBe('NOT_JOINED')
    expect((await cloud.as('demo-stranger').ok('home.view', {})).message).toBeUndefined()
  })

  test.each([
    ['nothing', {}],
    ['no ids', { noticeIds: [] }],
    ['an operator', { noticeIds: ['$gt'] }],
    ['not all', { all: false }],
    ['both', { all: true, noticeIds: ['n-1'] }],
  ])('%s marks nothing', async (_, input) => {
    const before = await allOf(cloud, 'notices')
    expect(await cloud.as('demo-elder').refused('message.markRead', input as never)).toBe(
      'BAD_INPUT',
    )
    expect(await allOf(cloud, 'notices')).toEqual(before)
  })
})
