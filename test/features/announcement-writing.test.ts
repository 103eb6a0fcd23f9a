import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  AnnouncementDoc,
  FormerDoc,
  TermsDoc,
} from '../../cloudfunctions/announcement/announcement.docs'
import type { NoticeDoc } from '../../cloudfunctions/shared/notices'
import { FIELD_TEXT } from '../../types/contract/fields.text'
import { LIMITS } from '../../types/contract/limits'
import {
  asRead,
  BUILDING_3,
  COMMUNITY,
  draft,
  planOf,
  PNG,
  published,
} from '../support/announcements'
import {
  DAY,
  HOUR,
  MINUTE,
  MONDAY_9,
  newTap,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { addDocs, allOf, changeDoc, snapshot } from '../support/database'
import { fileIsThere, letADayPass, uploadFor } from '../support/uploads'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const STAFF = 'demo-staff'
const MANAGER = 'demo-manager'
const staff = () => cloud.as(STAFF)
const docOf = async (id: string): Promise<AnnouncementDoc | undefined> =>
  (await allOf<AnnouncementDoc>(cloud, 'announcements')).find(({ _id }) => _id === id)
const noticesOf = async (id: string): Promise<NoticeDoc[]> =>
  (await allOf<NoticeDoc>(cloud, 'notices')).filter(({ group }) => group === id)
const termsOf = async (id: string): Promise<TermsDoc | undefined> =>
  (await allOf<TermsDoc>(cloud, 'announcementTerms')).find(({ _id }) => _id === id)
const WRITTEN_TO = ['announcements', 'announcementFormers', 'announcementTerms', 'notices'] as const

describe('a draft', () => {
  test('is saved, read by others of the office, changed and removed', async () => {
    const first = await draft(cloud, STAFF, { content: { body: '# 停水\n**今晚10点**停水。' } })
    expect(first).toMatchObject({
      state: 'draft',
      from: '春晓社区',
      author: '周敏',
      version: 1,
      blocks: [
        { kind: 'heading', runs: [{ text: '停水' }] },
        { kind: 'paragraph', runs: [{ text: '今晚10点', bold: true }, { text: '停水。' }] },
      ],
    })
    const { region, announcementId } = first
    expect(await staff().ok('announcement.viewWritten', { region, announcementId })).toEqual(first)
    const second = await staff().ok('announcement.saveDraft', {
      ...asRead(first),
      plan: planOf({ content: { title: '明晚停水' } }),
    })
    expect(second).toMatchObject({ version: 2, title: '明晚停水' })
    expect(
      await staff().refused('announcement.saveDraft', { ...asRead(first), plan: planOf() }),
    ).toBe('CHANGED')
    expect(await cloud.as('demo-resident').refused('announcement.view', { announcementId })).toBe(
      'NOT_FOUND',
    )
    const tap = newTap()
    expect(await staff().ok('announcement.removeDraft', asRead(second), tap)).toEqual({})
    expect(await staff().ok('announcement.removeDraft', asRead(second), tap)).toEqual({})
    expect(await staff().refused('announcement.viewWritten', { region, announcementId })).toBe(
      'NOT_FOUND',
    )
    const { items } = await staff().ok('announcement.listWritten', { region })
    expect(items.map((one) => one.announcementId)).not.toContain(announcementId)
  })

  test('sent twice is one, and with something else is refused', async () => {
    const tap = newTap()
    const input = { region: COMMUNITY, plan: planOf() }
    const one = await staff().ok('announcement.saveDraft', input, tap)
    expect(await staff().ok('announcement.saveDraft', input, tap)).toEqual(one)
    const other = { region: COMMUNITY, plan: planOf({ content: { title: '别的' } }) }
    expect(await staff().refused('announcement.saveDraft', other, tap)).toBe('TAP_REUSED')
  })

  test('may be unfinished; publishing says what is missing', async () => {
    const empty = await draft(cloud, STAFF, {
      content: { title: '', body: '', category: 'finance' },
      must: { do: 'choose', callAfterHours: 24 },
      expiresAt: MONDAY_9 - DAY,
      pinnedUntil: MONDAY_9 - DAY,
    })
    const { error } = await staff().call('announcement.publish', asRead(empty))
    expect(error).toMatchObject({
      code: 'BAD_INPUT',
      fields: {
        'plan.content.title': FIELD_TEXT.writeTitle,
        'plan.content.body': FIELD_TEXT.writeBody,
        'plan.content.accounts': FIELD_TEXT.noAccounts,
        'plan.must.choices': FIELD_TEXT.twoChoices,
        'plan.expiresAt': FIELD_TEXT.chooseLater,
        'plan.pinnedUntil': FIELD_TEXT.chooseLater,
      },
    })
    const twice = await draft(cloud, STAFF, {
      must: { do: 'choose', choices: ['来', '来'], callAfterHours: 24 },
    })
    const { error: same } = await staff().call('announcement.publish', asRead(twice))
    expect(same?.fields).toEqual({ 'plan.must.choices': FIELD_TEXT.sameChoices })
  })
})

describe('what may not be written leaves nothing', () => {
  test.each<[string, Parameters<typeof planOf>[0], Record<string, string>]>([
    [
      'a script',
      { content: { body: '好\n\n<script>alert(1)</script>' } },
      { 'plan.content.body': `第3行：${FIELD_TEXT.badBody}` },
    ],
    [
      'a javascript: link',
      { content: { body: '[点](javascript:alert(1))' } },
      { 'plan.content.body': `第1行：${FIELD_TEXT.badLink}` },
    ],
    [
      'the next community',
      { audience: { places: ['heping/nanhu/liuan'] } },
      { 'plan.audience.places': FIELD_TEXT.outsideRegion },
    ],
    [
      'the street above',
      { audience: { places: ['heping/nanhu'] } },
      { 'plan.audience.places': FIELD_TEXT.outsideRegion },
    ],
  ])('%s', async (_about, parts, fields) => {
    const before = await snapshot(cloud, WRITTEN_TO)
    const reply = await staff().call('announcement.saveDraft', {
      region: COMMUNITY,
      plan: planOf(parts),
    })
    expect(reply.error).toMatchObject({ code: 'BAD_INPUT', fields })
    expect(await snapshot(cloud, WRITTEN_TO)).toEqual(before)
  })

  test('a schedule in the past', async () => {
    const written = await draft(cloud, STAFF)
    const input = { ...asRead(written), publishAt: MONDAY_9 - MINUTE }
    expect(await staff().refused('announcement.schedule', input)).toBe('SCHEDULE_PAST')
    expect((await docOf(written.announcementId))?.state).toBe('draft')
  })
})

const types = (main: string) => ({
  '[Content_Types].xml': strToU8(
    `<Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`,
  ),
})
const DOCX = Buffer.from(zipSync(types('wordprocessingml.document.main+xml')))
const XLSX = Buffer.from(zipSync(types('spreadsheetml.sheet.main+xml')))

describe('pictures and files', () => {
  const picture = (bytes: Buffer, ending = 'png') =>
    uploadFor(cloud, STAFF, bytes, { region: COMMUNITY, kind: 'announcementPicture', ending })
  const file = (bytes: Buffer, ending: string) =>
    uploadFor(cloud, STAFF, bytes, { region: COMMUNITY, kind: 'announcementFile', ending })

  test('stay with the announcement, for any editor and after a day', async () => {
    const shot = await picture(PNG)
    const paper = await file(DOCX, 'docx')
    const first = await draft(cloud, STAFF, {
      content: {
        pictures: [{ ...shot, name: '水表' }],
        files: [{ ...paper, name: '说明' }],
      },
    })
    expect(first.shown.pictures).toMatchObject([
      { ...shot, name: '水表', ending: 'png', bytes: PNG.length, width: 1, height: 1 },
    ])
    expect(first.shown.files).toMatchObject([{ ...paper, name: '说明', ending: 'docx' }])
    // Another one changes its words and drops the file.
    await addDocs(cloud, 'accounts', [{ ...(await accountLike('other-staff')) }])
    const second = await cloud.as('other-staff').ok('announcement.saveDraft', {
      ...asRead(first),
      plan: planOf({ content: { pictures: [{ ...shot, name: '坏了的水表' }] } }),
    })
    expect(second.shown.pictures).toMatchObject([{ name: '坏了的水表', width: 1 }])
    expect(second.author).toBe('另一位')
    expect(await docOf(first.announcementId)).not.toHaveProperty('behind')
    await letADayPass(cloud)
    expect(await fileIsThere(cloud, shot.fileId)).toBe(true)
    expect(await fileIsThere(cloud, paper.fileId)).toBe(false)
    await staff().ok('announcement.removeDraft', asRead(second))
    await cloud.advance(3 * MINUTE)
    expect(await fileIsThere(cloud, shot.fileId)).toBe(false)
  })

  const accountLike = async (openid: string) => {
    const all = await allOf<{ _id: string; ref: string; name: string }>(cloud, 'accounts')
    const like = all.find(({ _id }) => _id === STAFF)
    return { ...like, _id: openid, ref: `a-${openid}`, name: '另一位' }
  }

  test.each<[string, 'pictures' | 'files', Buffer, string, string]>([
    [
      'a picture that is none',
      'pictures',
      Buffer.from('<svg onload="x()"/>'),
      'png',
      FIELD_TEXT.badPicture,
    ],
    ['a picture of another kind', 'pictures', PNG, 'jpg', FIELD_TEXT.badPicture],
    ['a picture that is broken', 'pictures', PNG.subarray(0, 12), 'png', FIELD_TEXT.badPicture],
    ['a program as PDF', 'files', Buffer.from('MZ\u0000\u0000'), 'pdf', FIELD_TEXT.fileKind],
    ['a table as a text', 'files', XLSX, 'docx', FIELD_TEXT.fileKind],
    [
      'any zip as a text',
      'files',
      Buffer.from(zipSync({ 'a.txt': strToU8('x') })),
      'docx',
      FIELD_TEXT.fileKind,
    ],
  ])('%s is refused, and nothing is written', async (_about, kind, bytes, ending, text) => {
    const named = kind === 'pictures' ? await picture(bytes, ending) : await file(bytes, ending)
    const before = await snapshot(cloud, [...WRITTEN_TO, 'uploads'])
    const reply = await staff().call('announcement.saveDraft', {
      region: COMMUNITY,
      plan: planOf({ content: { [kind]: [{ ...named, name: '图' }] } }),
    })
    expect(reply.error).toMatchObject({
      code: 'FILE_UNREADABLE',
      fields: { [`plan.content.${kind}.0`]: text },
    })
    expect(await snapshot(cloud, [...WRITTEN_TO, 'uploads'])).toEqual(before)
  })

  test('of somebody else, or used elsewhere, are refused', async () => {
    const theirs = await uploadFor(cloud, MANAGER, PNG, {
      region: COMMUNITY,
      kind: 'announcementPicture',
      ending: 'png',
    })
    const with_ = (named: object) => ({
      region: COMMUNITY,
      plan: planOf({ content: { pictures: [{ ...theirs, ...named, name: '图' }] } }),
    })
    expect(await staff().refused('announcement.saveDraft', with_({}))).toBe('NOT_ALLOWED_FILE')
    const own = await picture(PNG)
    await staff().ok('announcement.saveDraft', with_(own))
    expect(await staff().refused('announcement.saveDraft', with_(own))).toBe('NOT_ALLOWED_FILE')
    const huge = {
      region: COMMUNITY,
      kind: 'announcementPicture',
      ending: 'png',
      bytes: 6_000_000,
    } as const
    expect(await staff().refused('announcement.prepareUpload', huge)).toBe('NOT_ALLOWED_FILE')
  })
})

describe('publishing', () => {
  test('tells all who hold a key, by one notice, and makes it found', async () => {
    const one = await published(cloud, STAFF, {
      audience: { places: [BUILDING_3] },
      must: { do: 'confirm', callAfterHours: 24 },
    })
    const { publishedAt = 0 } = one
    expect(one).toMatchObject({ state: 'published' })
    const doc = await docOf(one.announcementId)
    expect(doc).toMatchObject({
      keys: [BUILDING_3],
      callFrom: publishedAt + DAY,
      work: { at: publishedAt, left: ['people', 'pushes'] },
    })
    expect(doc).not.toHaveProperty('behind')
    expect(await noticesOf(one.announcementId)).toMatchObject([
      { to: [BUILDING_3], about: { kind: 'announced', title: '今晚停水', must: 'confirm' } },
    ])
    expect((await termsOf(one.announcementId))?.terms).toEqual(
      expect.arrayContaining(['停水', '储水', 'i:jwt']),
    )
    const heard = async (openid: string) =>
      (await cloud.as(openid).ok('announcement.listPublished', {})).items.map(
        ({ announcementId }) => announcementId,
      )
    expect(await heard('demo-elder')).toContain(one.announcementId)
    expect(await heard('demo-child')).not.toContain(one.announcementId)
    expect(await staff().refused('announcement.publish', asRead(one))).toBe('ALREADY_PUBLISHED')
    const change = { ...asRead(one), plan: planOf() }
    expect(await staff().refused('announcement.saveDraft', change)).toBe('ALREADY_PUBLISHED')
    expect(await staff().refused('announcement.removeDraft', asRead(one))).toBe('ALREADY_PUBLISHED')
  })

  test('a list is worked out by the ticker', async () => {
    const { announcementId } = await published(cloud, STAFF, { audience: { livesAlone: true } })
    expect(await docOf(announcementId)).toMatchObject({
      keys: [`list:${announcementId}`],
      work: { left: ['list'] },
    })
  })

  test('an emergency is always to be read, by call where it must be; a scheduled one too', async () => {
    const urgent = { content: { category: 'emergency' as const } }
    const live = await published(cloud, STAFF, urgent)
    expect(live.must).toEqual({ do: 'read', callAfterHours: LIMITS.emergencyCallHours })
    const { now } = await cloud.advance(0)
    const planned = await staff().ok('announcement.schedule', {
      ...asRead(await draft(cloud, STAFF, urgent)),
      publishAt: now + HOUR,
    })
    await changeDoc(cloud, 'announcements', planned.announcementId, { publishAt: now })
    await cloud.advance(2 * MINUTE)
    for (const { announcementId } of [live, planned]) {
      const receipts = await staff().ok('announcement.receipts', {
        region: COMMUNITY,
        announcementId,
      })
      expect(receipts).toMatchObject({ must: { do: 'read' }, making: false })
      expect(receipts.people).toBeGreaterThan(0)
      const doc = await docOf(announcementId)
      expect(doc?.callFrom).toBe((doc?.publishedAt ?? 0) + LIMITS.emergencyCallHours * HOUR)
    }
    // Who wants more of them says so.
    const must = { do: 'confirm' as const, callAfterHours: 1 }
    expect((await published(cloud, STAFF, { ...urgent, must })).must).toEqual(must)
  })

  test('at its time, within a minute; and it ends by itself', async () => {
    const { now } = await cloud.advance(0)
    const written = await draft(cloud, STAFF, { expiresAt: now + 3 * HOUR })
    const planned = await staff().ok('announcement.schedule', {
      ...asRead(written),
      publishAt: now + HOUR,
    })
    expect(planned).toMatchObject({ state: 'scheduled', publishAt: now + HOUR })
    // While it waits it can be changed, and stays ready.
    const { error } = await staff().call('announcement.saveDraft', {
      ...asRead(planned),
      plan: planOf({ content: { title: '' } }),
    })
    expect(error?.fields).toEqual({ 'plan.content.title': FIELD_TEXT.writeTitle })
    const back = await staff().ok('announcement.unschedule', asRead(planned))
    expect(back.state).toBe('draft')
    await staff().ok('announcement.schedule', { ...asRead(back), publishAt: now + HOUR })
    await changeDoc(cloud, 'announcements', written.announcementId, { publishAt: now })
    await cloud.advance(MINUTE)
    const doc = await docOf(written.announcementId)
    expect(doc).toMatchObject({ state: 'published', keys: [COMMUNITY] })
    expect(doc).not.toHaveProperty('publishAt')
    expect(await noticesOf(written.announcementId)).toHaveLength(1)
    await changeDoc(cloud, 'announcements', written.announcementId, { expiresAt: now })
    await cloud.advance(MINUTE)
    expect((await docOf(written.announcementId))?.state).toBe('expired')
    expect(await termsOf(written.announcementId)).toBeUndefined()
  })
})

describe('after publishing', () => {
  const { content } = planOf({ content: { title: '改到明晚停水', body: '明晚10点停水。' } })

  test('a correction keeps what it said, and its notice and terms follow', async () => {
    const first = await published(cloud, STAFF)
    const { announcementId } = first
    const second = await staff().ok('announcement.correct', {
      ...asRead(first),
      content,
      reason: '日期写错了',
    })
    expect(second).toMatchObject({
      title: '改到明晚停水',
      state: 'published',
      corrections: [{ reason: '日期写错了', by: '周敏' }],
    })
    const formers = (await allOf<FormerDoc>(cloud, 'announcementFormers')).filter(
      (one) => one.announcementId === announcementId,
    )
    expect(formers).toMatchObject([{ _id: `${announcementId}-1`, said: { title: '今晚停水' } }])
    expect(await noticesOf(announcementId)).toMatchObject([{ about: { title: '改到明晚停水' } }])
    expect((await termsOf(announcementId))?.terms).toContain('明晚')
    expect((await termsOf(announcementId))?.terms).not.toContain('储水')
    const view = await cloud.as('demo-resident').ok('announcement.view', { announcementId })
    expect(view).toMatchObject({ formers: [{ title: '今晚停水', reason: '日期写错了' }] })
    const unsaid = { ...asRead(second), content: { ...content, body: '' }, reason: '空' }
    const { error } = await staff().call('announcement.correct', unsaid)
    expect(error?.fields).toEqual({ 'content.body': FIELD_TEXT.writeBody })
  })

  test('at most so many', async () => {
    const first = await published(cloud, STAFF)
    const corrections = Array.from({ length: LIMITS.corrections }, () => ({
      at: MONDAY_9,
      reason: '又改',
      by: 'a-demo-staff',
    }))
    await changeDoc(cloud, 'announcements', first.announcementId, { corrections })
    const input = { ...asRead(first), content, reason: '再改' }
    expect(await staff().refused('announcement.correct', input)).toBe('TOO_MANY_CORRECTIONS')
  })

  test('withdrawn: its readers read why, and nothing tells of it any more', async () => {
    const first = await published(cloud, STAFF)
    const { announcementId } = first
    const gone = await staff().ok('announcement.withdraw', { ...asRead(first), reason: '不停了' })
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '不停了' } })
    expect(await noticesOf(announcementId)).toEqual([])
    expect(await termsOf(announcementId)).toBeUndefined()
    expect(await docOf(announcementId)).not.toHaveProperty('work')
    const view = await cloud.as('demo-resident').ok('announcement.view', { announcementId })
    expect(view).toMatchObject({ state: 'withdrawn', reason: '不停了' })
    const again = { ...asRead(gone), reason: '再撤' }
    expect(await staff().refused('announcement.withdraw', again)).toBe('NOT_PUBLISHED')
    expect(await staff().refused('announcement.publish', asRead(gone))).toBe('WITHDRAWN')
  })

  test('pinned for a while', async () => {
    const first = await published(cloud, STAFF)
    const { now } = await cloud.advance(0)
    const pinned = await staff().ok('announcement.pin', {
      ...asRead(first),
      pinnedUntil: now + DAY,
    })
    expect(pinned.pinnedUntil).toBe(now + DAY)
    const past = { ...asRead(pinned), pinnedUntil: now - 1 }
    expect(await staff().refused('announcement.pin', past)).toBe('SCHEDULE_PAST')
    const free = await staff().ok('announcement.pin', { ...asRead(pinned), pinnedUntil: null })
    expect(free).not.toHaveProperty('pinnedUntil')
    const unpublished = await draft(cloud, STAFF)
    const early = { ...asRead(unpublished), pinnedUntil: now + DAY }
    expect(await staff().refused('announcement.pin', early)).toBe('NOT_PUBLISHED')
  })
})

describe('a property manager', () => {
  test('tells of outages and works, and sees what property managers wrote', async () => {
    const policy = { region: COMMUNITY, plan: planOf({ content: { category: 'policy' } }) }
    expect(await cloud.as(MANAGER).refused('announcement.saveDraft', policy)).toBe(
      'NOT_YOUR_CATEGORY',
    )
    const own = await published(cloud, MANAGER)
    expect(own.from).toBe('春晓社区物业')
    const theirs = await draft(cloud, STAFF)
    const { items } = await cloud.as(MANAGER).ok('announcement.listWritten', { region: COMMUNITY })
    const ids = items.map(({ announcementId }) => announcementId)
    expect(ids).toContain(own.announcementId)
    expect(ids).not.toContain(theirs.announcementId)
    expect(await cloud.as(MANAGER).refused('announcement.viewWritten', asRead(theirs))).toBe(
      'NOT_FOUND',
    )
    expect(await cloud.as(MANAGER).refused('announcement.publish', asRead(theirs))).toBe(
      'NOT_FOUND',
    )
    const turned = {
      ...asRead(own),
      content: planOf({ content: { category: 'finance' } }).content,
      reason: '换',
    }
    expect(await cloud.as(MANAGER).refused('announcement.correct', turned)).toBe(
      'NOT_YOUR_CATEGORY',
    )
    // The office sees all of its region; an announcement is changed under its own region only.
    const all = await staff().ok('announcement.listWritten', { region: COMMUNITY })
    expect(all.items.map(({ announcementId }) => announcementId)).toContain(own.announcementId)
    const elsewhere = { ...asRead(own), region: BUILDING_3 }
    expect(await staff().refused('announcement.viewWritten', elsewhere)).toBe('NOT_FOUND')
  })
})

describe('the desk’s list', () => {
  test('is paged, by state, and a street sees its communities', async () => {
    const { items, next } = await cloud
      .as('demo-street')
      .ok('announcement.listWritten', { region: 'heping/nanhu' })
    expect(items).toHaveLength(LIMITS.announcementPage)
    const more = await cloud
      .as('demo-street')
      .ok('announcement.listWritten', { region: 'heping/nanhu', after: next })
    const ids = [...items, ...more.items].map(({ announcementId }) => announcementId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['demo-sorting', 'demo-water']))
    const drafts = await staff().ok('announcement.listWritten', {
      region: COMMUNITY,
      state: 'draft',
    })
    expect(new Set(drafts.items.map(({ state }) => state))).toEqual(new Set(['draft']))
    expect(
      drafts.items.find(({ announcementId }) => announcementId === 'demo-heating'),
    ).toMatchObject({ author: '周敏' })
  })
})

describe('before publishing', () => {
  test('a preview shows blocks and where readers stumble, and writes nothing', async () => {
    const before = await snapshot(cloud, WRITTEN_TO)
    const { blocks, findings } = await staff().ok('announcement.preview', {
      region: COMMUNITY,
      title: '通知',
      body: '请务必储水。',
    })
    expect(blocks).toEqual([{ kind: 'paragraph', runs: [{ text: '请务必储水。' }] }])
    expect(findings).toEqual([
      { field: 'body', kind: 'officialese', at: 1, length: 2, text: '务必', instead: '一定' },
    ])
    expect(await snapshot(cloud, WRITTEN_TO)).toEqual(before)
  })

  test('the reach of an audience is what its predicate says', async () => {
    const reach = (audience: object, openid = STAFF, region = COMMUNITY) =>
      cloud.as(openid).ok('announcement.countReach', {
        region,
        audience: planOf({ audience }, region).audience,
      })
    const residents = (
      await allOf<{
        region: string
        state: string
        accountId?: string
        attributes: unknown[]
        homes: { householdId: string }[]
      }>(cloud, 'residents')
    ).filter(({ state }) => state === 'living')
    const here = residents.filter(({ region }) => region === COMMUNITY)
    const joined = (some: typeof here) => some.filter(({ accountId }) => accountId).length
    expect(await reach({})).toEqual({
      people: here.length,
      withPhone: joined(here),
      atLeast: false,
    })
    const b3 = here.filter(({ homes }) =>
      homes.some(({ householdId }) => householdId.startsWith('h-chunxiao-b3-')),
    )
    expect(await reach({ places: [BUILDING_3] })).toEqual({
      people: b3.length,
      withPhone: joined(b3),
      atLeast: false,
    })
    const alone = here.filter(({ attributes }) => attributes.length > 0)
    expect(await reach({ livesAlone: true })).toMatchObject({ people: alone.length })
    const street = residents.filter(({ region }) => region.startsWith('heping/nanhu/'))
    expect(await reach({}, 'demo-street', 'heping/nanhu')).toMatchObject({ people: street.length })
    expect(await reach({ roles: ['volunteer', 'staff'] })).toMatchObject({ people: 3 })
    expect(await reach({ people: ['r-demo-elder', 'r-liuan-1-1'] })).toEqual({
      people: 1,
      withPhone: 1,
      atLeast: false,
    })
    const elders = await reach({ ages: { from: 60 } })
    expect(elders.people).toBeGreaterThan(20)
    expect(elders.people).toBeLessThan(here.length)
    const outside = { region: COMMUNITY, audience: planOf({}, 'heping/nanhu/liuan').audience }
    const { error } = await staff().call('announcement.countReach', outside)
    expect(error?.fields).toEqual({ 'audience.places': FIELD_TEXT.outsideRegion })
  })
})
