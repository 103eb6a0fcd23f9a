import { EVERYWHERE } from '../../cloudfunctions/shared/access.rules'
import { type Account, type Grant, newAccount } from '../../cloudfunctions/shared/actor'
import type { GivenRole } from '../../types/contract/role'
import { DAY, MONDAY_9, type TestCloud } from '../support/cloud'
import { addDocs, changeDoc } from '../support/database'
import { noticeIn, questionIn, receiptsIn } from './notices'
import { POLICY_VERSION } from '../../cloudfunctions/shared/policy.rules'

/** The communities of the demo: two of one street, and one of another. */
export const PLACES = {
  chunxiao: 'heping/nanhu/chunxiao',
  liuan: 'heping/nanhu/liuan',
  huaiyin: 'heping/xinxing/huaiyin',
} as const
export type PlaceId = keyof typeof PLACES

/** Somebody who calls everything: the demo's people, and those whom the demo lacks. */
export interface Caller {
  who: string
  openid: string
  /** The role they hold now, and where. */
  role?: GivenRole
  region?: string
}

const demo = (who: string, openid: string, role?: GivenRole, region?: string): Caller => ({
  who,
  openid,
  ...(role ? { role, region: region ?? PLACES.chunxiao } : {}),
})

export const CALLERS: readonly Caller[] = [
  demo('newcomer', 'demo-newcomer'),
  demo('resident', 'demo-resident'),
  demo('helper', 'demo-child'),
  demo('helper for bookings', 'table-booking-helper'),
  demo('ended helper', 'table-ended-helper'),
  demo('volunteer', 'demo-volunteer', 'volunteer'),
  demo('provider', 'demo-provider', 'provider'),
  demo('property manager', 'demo-manager', 'propertyManager'),
  demo('repair worker', 'demo-worker', 'repairWorker'),
  demo('owners’ committee', 'demo-owner', 'ownersCommittee'),
  demo('assembly representative', 'table-assembly', 'assemblyRepresentative'),
  demo('staff', 'demo-staff', 'staff'),
  demo('social worker', 'table-social', 'socialWorker'),
  demo('former staff', 'table-former-staff'),
  demo('staff of 柳岸', 'table-staff-liuan', 'staff', PLACES.liuan),
  demo('social worker of 柳岸', 'demo-neighbour', 'socialWorker', PLACES.liuan),
  demo('street', 'demo-street', 'streetOfficer', 'heping/nanhu'),
  demo('the other street', 'table-street', 'streetOfficer', 'heping/xinxing'),
  demo('district', 'demo-district', 'districtOfficer', 'heping'),
  demo('administrator', 'demo-admin', 'administrator', EVERYWHERE),
]

/** Whom helpers act for, a resident nobody acts for, and one of another community. */
export const ELDER = 'r-demo-elder'
export const NEIGHBOUR = 'r-demo-resident'
export const STRANGER = 'r-liuan-1-1'

const SINCE = MONDAY_9 - 30 * DAY

const grantOver = (grantId: string, more: Partial<Grant>): Grant => ({
  grantId,
  residentId: ELDER,
  communityId: 'chunxiao',
  region: PLACES.chunxiao,
  name: '王秀兰',
  home: '3号楼2单元503室',
  relation: 'son',
  scope: 'everything',
  since: SINCE,
  ...more,
})

const accountOf = (openid: string, more: Partial<Account>): Account => ({
  ...newAccount(openid, `a-${openid}`, '测试'),
  policy: { version: POLICY_VERSION, at: SINCE },
  ...more,
})

const held = (role: GivenRole, region: string, until?: number) => ({
  roles: [{ role, region, since: SINCE, by: 'table', ...(until === undefined ? {} : { until }) }],
})

/** Adds those whom the demo lacks, and lets the helpers help. */
export async function addCallers(cloud: TestCloud): Promise<void> {
  await changeDoc(cloud, 'accounts', 'demo-child', { grants: [grantOver('table-grant', {})] })
  await addDocs(cloud, 'accounts', [
    accountOf('table-booking-helper', {
      grants: [grantOver('table-booking-grant', { scope: 'booking' })],
    }),
    accountOf('table-ended-helper', {
      grants: [grantOver('table-ended-grant', { until: MONDAY_9 - DAY })],
    }),
    accountOf('table-assembly', held('assemblyRepresentative', PLACES.chunxiao)),
    accountOf('table-social', held('socialWorker', PLACES.chunxiao)),
    accountOf('table-former-staff', held('staff', PLACES.chunxiao, MONDAY_9 - DAY)),
    accountOf('table-staff-liuan', held('staff', PLACES.liuan)),
    accountOf('table-street', held('streetOfficer', 'heping/xinxing')),
  ])
}

/** What a community has for the calls to name: `table-<what>-<community>`. */
export async function addThings(cloud: TestCloud): Promise<void> {
  for (const place of Object.keys(PLACES) as PlaceId[]) {
    const region = PLACES[place]
    const room = { communityId: place, building: '1', unit: '1', room: '101' }
    const common = { communityId: place, region, taps: [], outbox: [], tries: 0 }
    const asked = { askedAt: SINCE, expiresAt: MONDAY_9 + 60 * DAY, state: 'waiting', room }
    const from = { accountId: 'table-asker', ref: 'a-table-asker', name: '李四', place: '某室' }
    const request = (_id: string, more: object) => ({
      _id,
      ...common,
      ...asked,
      ...from,
      listKey: `${String(SINCE).padStart(15, '0')}_${_id}`,
      ...more,
    })
    const help = { kind: 'help', relation: 'son', scope: 'booking', forName: '张伟' }
    await addDocs(cloud, 'requests', [
      request(`table-join-${place}`, { kind: 'join', relation: 'family' }),
      request(`table-help-${place}`, { ...help, residentId: NEIGHBOUR }),
      request(`table-refuse-${place}`, { ...help, residentId: NEIGHBOUR }),
    ])
    const code = { madeBy: 'table', madeAt: SINCE, madeByTap: 'table-tap', day: '2026-11-23' }
    await addDocs(cloud, 'codes', [
      {
        _id: `table-invitation-${place}`,
        kind: 'invitation',
        region,
        role: 'volunteer',
        place,
        expiresAt: MONDAY_9 + 5 * DAY,
        tries: 0,
        taps: [],
        secret: null,
        ...code,
      },
    ])
    const notice = { place, region, at: SINCE }
    await addDocs(cloud, 'announcements', [noticeIn(notice)])
    await addDocs(cloud, 'receipts', [receiptsIn(notice)])
    await addDocs(cloud, 'questions', [questionIn(notice)])
    await addDocs(cloud, 'accounts', [
      accountOf(`table-volunteer-${place}`, held('volunteer', region)),
    ])
    await addMessages(cloud, place)
    await addDocs(cloud, 'imports', [
      {
        _id: `table-import-${place}`,
        communityId: place,
        region,
        state: 'read',
        of: 'table',
        uploadId: 'table',
        readAt: MONDAY_9,
        rows: 0,
        counts: { new: 0, changed: 0, same: 0, bad: 0, unsure: 0 },
        ignored: [],
        problems: [],
        chunks: 0,
        next: 0,
        done: 0,
        taps: [],
        dueAt: MONDAY_9 + DAY,
      },
    ])
  }
  await addDocs(cloud, 'accounts', [
    accountOf('table-other-helper', {
      grants: [grantOver('table-other-grant', { residentId: NEIGHBOUR, name: '张伟' })],
    }),
  ])
}

/** What the office of a community has to answer, to look at, and to call about. */
async function addMessages(cloud: TestCloud, place: PlaceId): Promise<void> {
  const where = { communityId: place, region: PLACES[place], residentId: NEIGHBOUR, taps: [] }
  const question = (_id: string, state: 'held' | 'waiting') => ({
    ...{ _id, ...where, typedBy: 'table-asker', text: null, keyId: 'demo', state },
    ...{
      askedAt: SINCE,
      dueAt: SINCE + 2 * DAY,
      listKey: `${String(SINCE).padStart(15, '0')}_${_id}`,
    },
  })
  await addDocs(cloud, 'officeQuestions', [
    question(`table-office-${place}`, 'waiting'),
    question(`table-held-${place}`, 'held'),
  ])
  const times = { at: SINCE, listKey: `${String(SINCE).padStart(15, '0')}_table` }
  const about = { kind: 'helperBegan', name: '李四', relation: 'son' }
  const noticeId = `table-told-${place}`
  await addDocs(cloud, 'notices', [
    {
      _id: noticeId,
      accountId: 'table-told',
      region: PLACES[place],
      about,
      unread: true,
      ...times,
    },
  ])
  const call = { noticeId, pushId: 'none', state: 'open', since: SINCE, callFrom: MONDAY_9 + DAY }
  await addDocs(cloud, 'calls', [
    { _id: `table-call-${place}`, ...where, ...call, listKey: times.listKey },
  ])
}
