import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { CHUNXIAO, LIUAN } from '../support/people'

/** Where people live: listed for everybody, kept by those who work there. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.close())

const namesIn = async (within?: string) => {
  const { places } = await cloud.as('a-stranger').ok('account.listPlaces', within ? { within } : {})
  return places.map(({ name }) => name)
}

describe('account.listPlaces', () => {
  test('the communities, then what lies directly in a place, in the order of its numbers', async () => {
    expect(await namesIn()).toEqual(['春晓社区', '柳岸社区', '槐荫社区', '文昌社区'])
    expect(await namesIn('heping')).toEqual(['南湖街道', '新兴街道'])
    const buildings = await namesIn(CHUNXIAO)
    expect(buildings).toEqual(Array.from({ length: 10 }, (_, i) => `${i + 1}号楼`))
  })

  test('the districts, and whom to turn to in each place', async () => {
    const { places } = await cloud.as('a-stranger').ok('account.listPlaces', { within: '*' })
    expect(places).toMatchObject([{ level: 'district', name: '和平区', region: 'heping' }])
    expect(places[0]?.office?.phone).toMatch(/^[0-9-]+$/)
  })

  test('rooms are nobody’s to read off', async () => {
    expect(await namesIn(`${CHUNXIAO}/chunxiao-b3/chunxiao-b3-u2`)).toEqual([])
  })

  test.each([['nowhere'], ['heping/nanhu/huaiyin'], ['heping/xinxing/chunxiao']])(
    '%s is not a place',
    async (within) => {
      expect(await cloud.as('a-stranger').refused('account.listPlaces', { within })).toBe(
        'NOT_FOUND',
      )
    },
  )
})

describe('account.savePlace', () => {
  test('adds below one’s own, once, and in its order', async () => {
    const input = { region: CHUNXIAO, add: { level: 'building' as const }, name: '十一栋' }
    const staff = cloud.as('demo-staff')
    const added = await staff.ok('account.savePlace', input)
    expect(added).toMatchObject({ name: '11号楼', region: `${CHUNXIAO}/chunxiao-b11` })
    expect(await staff.ok('account.savePlace', input)).toEqual(added)
    expect((await namesIn(CHUNXIAO)).at(-1)).toBe('11号楼')
    const taken = { ...input, name: '12号楼', add: { ...input.add, placeId: 'chunxiao-b11' } }
    expect(await staff.refused('account.savePlace', taken)).toBe('PLACE_EXISTS')
  })

  test('renames, and sets the office that people are shown', async () => {
    const office = { name: '柳岸新站', phone: '024-5550-0188', hours: '每天 9:00–17:00' }
    await cloud
      .as('demo-street')
      .ok('account.savePlace', { region: LIUAN, name: '新柳岸社区', office })
    const me = await cloud.as('demo-neighbour').ok('account.me', {})
    expect(me.places.at(-1)).toBe('新柳岸社区')
    expect(me.office).toEqual(office)
  })

  test.each([
    [
      'demo-staff',
      { region: CHUNXIAO, add: { level: 'street' as const }, name: '某街' },
      'NOT_FOUND',
    ],
    ['demo-staff', { region: LIUAN, name: '我的' }, 'NOT_ALLOWED'],
    ['demo-staff', { region: 'heping/nanhu', name: '我的' }, 'NOT_ALLOWED'],
    ['demo-street', { region: 'heping/nanhu/huaiyin', name: '我的' }, 'NOT_ALLOWED'],
    [
      'demo-district',
      { region: '*', add: { level: 'district' as const }, name: '区' },
      'NOT_ALLOWED',
    ],
    ['demo-admin', { region: '*', add: { level: 'street' as const }, name: '街' }, 'NOT_FOUND'],
    ['demo-admin', { region: '*', name: '全部' }, 'NOT_FOUND'],
    ['demo-admin', { region: 'Heping', name: '区' }, 'BAD_INPUT'],
    ['demo-admin', { region: 'heping', name: ' ' }, 'BAD_INPUT'],
  ])('%s cannot save %j', async (openid, input, code) => {
    expect(await cloud.as(openid).refused('account.savePlace', input)).toBe(code)
  })
})
