import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryDoc } from '../../cloudfunctions/directory/directory.docs'
import { listKeyOf } from '../../cloudfunctions/shared/list-key.rules'
import { ERROR_TEXT } from '../../types/contract/errors.text'
import { LIMITS } from '../../types/contract/limits'
import { isToken, tokenOf } from '../../types/contract/printed-code'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, snapshot } from '../support/database'

let cloud: TestCloud
let before: unknown
beforeAll(async () => {
  cloud = await startTestCloud()
  before = await snapshot(cloud, ['directory', 'accounts'])
})
afterAll(() => cloud.close())

const DESK = 'chunxiao-desk'
const ELSEWHERE = 'liuan-desk'

const idsFor = async (openid: string) => {
  const { items } = await cloud.as(openid).ok('directory.listEntries', {})
  return items.map(({ entryId }) => entryId)
}
const EVERYBODYS = [
  ...['everybody-120', 'everybody-119', 'everybody-110'],
  ...['everybody-12345', 'everybody-12349'],
]
const codeOf = async (entryId: string) => {
  const entries = await allOf<EntryDoc>(cloud, 'directory')
  return entries.find(({ _id }) => _id === entryId)?.code ?? ''
}

describe('directory.listEntries', () => {
  test('a resident: emergency first, then from near to far, then the hotlines', async () => {
    const ids = [
      ...EVERYBODYS.slice(0, 3),
      ...['chunxiao-desk', 'nanhu-desk', 'heping-desk', 'chunxiao-property'],
      ...['nanhu-clinic', 'heping-hospital', 'nanhu-police'],
      ...EVERYBODYS.slice(3),
    ]
    expect(await idsFor('demo-elder')).toEqual(ids)
    expect(await idsFor('demo-staff')).toEqual(ids)
  })

  test('a row says what it is, whom to call, and whether it is open', async () => {
    const { items } = await cloud.as('demo-elder').ok('directory.listEntries', {})
    expect(items.find(({ entryId }) => entryId === DESK)).toEqual({
      entryId: DESK,
      kind: 'office',
      name: '春晓社区服务站',
      summary: '登记、证明、老人服务',
      phones: [{ number: '024-5550-0111' }],
      open: { state: 'open', until: MONDAY_9 + 8.5 * HOUR },
    })
    expect(items[0]).toMatchObject({ phones: [{ number: '120' }], open: { state: 'always' } })
  })

  test('officers have the offices of where they stand', async () => {
    expect(await idsFor('demo-street')).toEqual(
      expect.arrayContaining(['nanhu-desk', 'heping-desk', ...EVERYBODYS]),
    )
    expect(await idsFor('demo-street')).not.toContain(DESK)
    expect(await idsFor('demo-district')).not.toContain('nanhu-desk')
  })

  test('a newcomer has what is there for everybody', async () => {
    expect(await idsFor('demo-stranger')).toEqual(EVERYBODYS)
  })

  test('a long list comes page by page, every entry once', async () => {
    const full = await startTestCloud({ seed: 'none' })
    try {
      const docs = Array.from({ length: LIMITS.directoryPage + 7 }, (_, n): EntryDoc => ({
        _id: `e-${n}`,
        region: 'everybody',
        kind: 'other',
        name: `第${n}家`,
        summary: '',
        phones: [{ number: '1' }],
        about: [],
        bring: [],
        code: `code-${n}`,
        // Two and two have the same place in the order.
        listKey: listKeyOf(Math.floor(n / 2), `e-${n}`),
      }))
      await addDocs(full, 'directory', docs)
      const first = await full.as('demo-stranger').ok('directory.listEntries', {})
      expect(first.items.length).toBe(LIMITS.directoryPage)
      const rest = await full
        .as('demo-stranger')
        .ok('directory.listEntries', { after: first.next ?? '' })
      expect(rest.next).toBeUndefined()
      const ids = [...first.items, ...rest.items].map(({ entryId }) => entryId)
      expect(new Set(ids).size).toBe(docs.length)
    } finally {
      await full.close()
    }
  })
})

describe('directory.viewEntry', () => {
  test('all that is known of the service desk', async () => {
    const entry = await cloud.as('demo-elder').ok('directory.viewEntry', { entryId: DESK })
    expect(entry).toMatchObject({
      scope: 'community',
      hours: { kind: 'weekly', note: '国家法定节假日休息' },
      address: '春晓路8号，春晓社区一楼大厅',
      bring: ['身份证', '户口簿或房产证'],
    })
    expect(entry.about.length).toBeGreaterThan(0)
    expect(entry).not.toHaveProperty('code')
    expect(entry).not.toHaveProperty('region')
  })

  test('where there is a place on the map, it comes along', async () => {
    const entry = await cloud
      .as('demo-elder')
      .ok('directory.viewEntry', { entryId: 'nanhu-clinic' })
    expect(entry.place?.latitude).toBeCloseTo(41.79, 1)
  })

  test.each([
    ['demo-elder', ELSEWHERE],
    ['demo-staff', ELSEWHERE],
    ['demo-elder', 'xinxing-desk'],
    ['demo-street', DESK],
    ['demo-stranger', DESK],
    ['demo-elder', 'no-such-entry'],
  ])('%s does not find %s', async (openid, entryId) => {
    expect(await cloud.as(openid).refused('directory.viewEntry', { entryId })).toBe('NOT_FOUND')
  })

  test('a newcomer may read an emergency number', async () => {
    const entry = await cloud
      .as('demo-stranger')
      .ok('directory.viewEntry', { entryId: 'everybody-120' })
    expect(entry).toMatchObject({ name: '急救', scope: 'everybody' })
  })
})

describe('directory.resolveCode', () => {
  test('whoever stands at a counter may read it: a resident, one of another community, a newcomer', async () => {
    const token = await codeOf(DESK)
    for (const openid of ['demo-elder', 'demo-street', 'demo-stranger']) {
      const entry = await cloud.as(openid).ok('directory.resolveCode', { token })
      expect(entry).toMatchObject({ entryId: DESK, name: '春晓社区服务站' })
    }
    const elsewhere = await codeOf(ELSEWHERE)
    expect(await cloud.as('demo-elder').ok('directory.resolveCode', { token: elsewhere })).toEqual(
      expect.objectContaining({ entryId: ELSEWHERE }),
    )
  })

  test('a whole code that belongs to nothing says what to do', async () => {
    const reply = await cloud
      .as('demo-elder')
      .call('directory.resolveCode', { token: tokenOf('2222222') })
    expect(reply.error).toMatchObject({
      code: 'CODE_UNKNOWN',
      message: ERROR_TEXT.CODE_UNKNOWN,
    })
  })

  test('every entry of the demo has a code of its own, and a whole one', async () => {
    const codes = (await allOf<EntryDoc>(cloud, 'directory')).map(({ code }) => code)
    expect(codes.every(isToken)).toBe(true)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('no second entry can take a code', async () => {
    const [taken] = await allOf<EntryDoc>(cloud, 'directory')
    await expect(
      addDocs(cloud, 'directory', [{ ...taken, _id: 'second-of-its-code' }]),
    ).rejects.toThrow(/E11000|duplicate/i)
  })
})

describe('wrongly called', () => {
  test.each<[string, string, unknown, string]>([
    ['a page after nothing', 'listEntries', { after: 'abc' }, 'after'],
    ['an entry that is a condition', 'viewEntry', { entryId: { $ne: '' } }, 'entryId'],
    ['no entry', 'viewEntry', {}, 'entryId'],
    ['no token', 'resolveCode', {}, 'token'],
    ['a token that is a condition', 'resolveCode', { token: { $ne: '' } }, 'token'],
    ['a token with a wrong check character', 'resolveCode', { token: '22222223' }, 'token'],
    ['a token too long', 'resolveCode', { token: tokenOf('2'.repeat(30)) }, 'token'],
    ['a whole scene', 'resolveCode', { token: `d${tokenOf('2222222')}` }, 'token'],
  ])('%s', async (_, name, input, field) => {
    const answer = await cloud.send('directory', { op: `directory.${name}`, input }, 'demo-elder')
    expect(answer).toMatchObject({
      result: {
        error: { code: 'BAD_INPUT', fields: { [field]: expect.stringMatching(/。$/) as string } },
      },
    })
  })

  test('without an identity', async () => {
    const answer = await cloud.send('directory', { op: 'directory.listEntries', input: {} })
    expect(answer).toMatchObject({ result: { error: { code: 'NO_IDENTITY' } } })
  })

  test.each(['directory.listEntries', 'directory.viewEntry', 'directory.resolveCode'] as const)(
    '%s, when the database fails once: an error, and the next call has the answer',
    async (op) => {
      const inputs = {
        'directory.listEntries': {},
        'directory.viewEntry': { entryId: DESK },
        'directory.resolveCode': { token: await codeOf(DESK) },
      }
      await cloud.setFault({ op, action: 'getDocument', nth: 2, mode: 'error' })
      const event = { op, input: inputs[op] }
      expect(await cloud.send('directory', event, 'demo-elder')).toMatchObject({
        result: { error: { code: 'INTERNAL' } },
      })
      await cloud.clearFaults()
      expect(await cloud.send('directory', event, 'demo-elder')).toMatchObject({
        result: { data: expect.anything() as unknown },
      })
    },
  )

  test('none of all this wrote anything', async () => {
    expect(await snapshot(cloud, ['directory', 'accounts'])).toEqual(before)
  })
})

test('what is open changes with the clock', async () => {
  const openOf = async (entryId: string) =>
    (await cloud.as('demo-elder').ok('directory.viewEntry', { entryId })).open
  await cloud.sleep(8.5 * HOUR)
  const tomorrow = MONDAY_9 + 23.5 * HOUR
  expect(await openOf(DESK)).toEqual({ state: 'closed', opensAt: tomorrow })
  expect(await openOf('everybody-120')).toEqual({ state: 'always' })
  await cloud.sleep(15 * HOUR + MINUTE)
  expect(await openOf(DESK)).toMatchObject({ state: 'open' })
})
