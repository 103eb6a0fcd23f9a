import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServiceDoc, SlotDoc } from '../../cloudfunctions/booking/booking.docs'
import type { Offered } from '../../types/contract/booking-catalogue'
import { PNG } from '../support/announcements'
import {
  CARE,
  COLLEAGUE,
  elderAt,
  OTHER,
  RIVAL,
  STAFF,
  startCareTown,
  WORKER,
} from '../support/care-town'
import { MINUTE, newTap, type TestCloud } from '../support/cloud'
import { allOf } from '../support/database'
import { planOf, weekOf } from '../support/services'
import { fileIsThere, letADayPass, putFile } from '../support/uploads'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCareTown(6)
})
afterAll(() => cloud.close())

const staff = () => cloud.as(STAFF)
const worker = () => cloud.as(WORKER)
const elder = () => cloud.as(elderAt(1))

/** A service of the company's that nobody has booked. */
const begin = (more: Parameters<typeof planOf>[0] = {}): Promise<Offered> =>
  worker().ok('booking.saveService', { plan: planOf({ providerId: CARE, ...more }) })

const asRead = ({ serviceId, version, plan }: Offered) => ({ serviceId, version, plan })

const slotsOf = async (serviceId: string) =>
  (await allOf<SlotDoc>(cloud, 'slots')).filter((slot) => slot.serviceId === serviceId)

async function picture(openid = WORKER, bytes = PNG) {
  const { uploadId, path } = await cloud
    .as(openid)
    .ok('booking.prepareUpload', { ending: 'png', bytes: bytes.length })
  return { uploadId, fileId: await putFile(cloud, openid, path, bytes) }
}

describe('a service', () => {
  test('is made by who gives it, with all that is said of it, and residents read it so', async () => {
    const plan = planOf({
      providerId: CARE,
      need: 'healthCheck',
      about: '测血压。',
      bring: ['医保卡'],
      prepare: ['空腹来'],
      phone: '02455500152',
      subsidisedFen: 500,
      pictures: [await picture()],
      terms: {
        leadMinutes: 60,
        cancelMinutes: 120,
        person: { week: 1 },
        who: { ageFrom: 60, anyOf: ['livesAlone'] },
        questions: [{ key: 'q1', ask: '怕不怕疼', choices: ['怕', '不怕'], must: true }],
      },
    })
    const made = await worker().ok('booking.saveService', { plan })
    expect(made).toMatchObject({ version: 1, plan, providerName: '康宁' })
    expect(made.pictureUrls).toHaveLength(1)
    const { serviceId } = made
    const { service } = await elder().ok('booking.viewService', { serviceId })
    const { pictures, providerId: _id, order: _order, state: _state, ...said } = plan
    expect(service).toMatchObject({ ...said, category: 'health', providerName: '康宁' })
    expect(service.pictures).toHaveLength(pictures.length)
    const { items } = await staff().ok('booking.listOffered', {})
    expect(items.find((one) => one.serviceId === serviceId)).toMatchObject({ slotsAhead: 0 })
  })

  test('is changed as it was read: of two people at once one is told to look again', async () => {
    const read = asRead(await begin())
    const replies = await Promise.all(
      [WORKER, COLLEAGUE].map((openid, n) =>
        cloud.as(openid).call('booking.saveService', {
          ...read,
          plan: { ...read.plan, name: ['推拿甲', '推拿乙'][n] ?? '' },
        }),
      ),
    )
    const told = replies.map(({ error }) => error?.code)
    expect(told.sort()).toEqual(['CHANGED', undefined])
    const { offered } = await staff().ok('booking.viewOffered', { serviceId: read.serviceId })
    expect(offered?.version).toBe(2)
    expect(replies.find(({ data }) => data)?.data?.plan).toEqual(offered?.plan)
    expect(await worker().refused('booking.saveService', read)).toBe('CHANGED')
  })

  test('the same tap makes one; with something else in it, it is refused', async () => {
    const tap = newTap()
    const plan = planOf({ providerId: CARE, name: '一次' })
    const both = await Promise.all(
      [1, 2].map(() => worker().ok('booking.saveService', { plan }, tap)),
    )
    expect(both[0]).toEqual(both[1])
    const other = { plan: { ...plan, name: '两次' } }
    expect(await worker().refused('booking.saveService', other, tap)).toBe('TAP_REUSED')
    const all = await allOf<ServiceDoc>(cloud, 'services')
    expect(all.filter(({ name }) => ['一次', '两次'].includes(name))).toHaveLength(1)
  })

  test('is kept by its own company alone; nobody moves one to another company’s name', async () => {
    const offered = await begin()
    const rival = cloud.as(RIVAL)
    const read = asRead(offered)
    expect(await rival.refused('booking.saveService', read)).toBe('NOT_YOUR_SERVICE')
    expect(await rival.refused('booking.viewOffered', { serviceId: read.serviceId })).toBe(
      'NOT_YOUR_SERVICE',
    )
    const theirs = planOf({ providerId: CARE })
    expect(await rival.refused('booking.saveService', { plan: theirs })).toBe('NOT_YOUR_SERVICE')
    const given = { ...read, plan: { ...read.plan, providerId: OTHER } }
    expect(await worker().refused('booking.saveService', given)).toBe('NOT_YOUR_SERVICE')
    const { items } = await rival.ok('booking.listOffered', {})
    expect(items.map(({ providerId }) => providerId)).toEqual([OTHER])
    const { providers } = await rival.ok('booking.viewOffered', {})
    expect(providers.map(({ providerId }) => providerId)).toEqual([OTHER])
    // Staff give it to whom they like; then it is the other's.
    await staff().ok('booking.saveService', given)
    expect(await worker().refused('booking.saveService', read)).toBe('NOT_YOUR_SERVICE')
    expect((await rival.ok('booking.viewOffered', { serviceId: read.serviceId })).offered).toEqual(
      expect.objectContaining({ version: 2, providerName: '乐家' }),
    )
  })

  test('says at which field what is wrong', async () => {
    const wrong = async (more: Parameters<typeof planOf>[0]) => {
      const plan = planOf({ providerId: CARE, ...more })
      const { error } = await worker().call('booking.saveService', { plan })
      return [error?.code, ...Object.keys(error?.fields ?? {})]
    }
    expect(await wrong({ name: ' ' })).toEqual(['BAD_INPUT', 'plan.name'])
    expect(await wrong({ minutes: 2 })).toEqual(['BAD_INPUT', 'plan.minutes'])
    expect(await wrong({ priceFen: 100, subsidisedFen: 200 })).toEqual([
      'BAD_INPUT',
      'plan.subsidisedFen',
    ])
    expect(await wrong({ terms: { aheadDays: 91 } })).toEqual(['BAD_INPUT', 'plan.terms.aheadDays'])
    expect(await wrong({ terms: { who: { ageFrom: 70, ageTo: 60 } } })).toEqual([
      'BAD_INPUT',
      'plan.terms.who',
    ])
    expect(await wrong({ providerId: 'nobody' })).toEqual(['BAD_INPUT', 'plan.providerId'])
    const read = asRead(await begin())
    const { error } = await worker().call('booking.saveService', {
      ...read,
      plan: { ...read.plan, where: 'home' },
    })
    expect(Object.keys(error?.fields ?? {})).toEqual(['plan.where'])
  })
})

describe('its times ahead', () => {
  test('follow what is changed of it, those that are booked too, and nobody loses a place', async () => {
    const { serviceId, version, plan } = await begin({ name: '理发' })
    const week = { serviceId, plan: weekOf({ capacity: 1 }) }
    await worker().ok('booking.savePattern', week)
    await cloud.advance(MINUTE)
    const [slot] = (await slotsOf(serviceId)).sort((a, b) => a.startsAt - b.startsAt)
    await elder().ok('booking.reserve', { slotId: slot?._id ?? '' })
    const changed = { ...plan, name: '剪发', priceFen: 1_500, place: '二楼' }
    await worker().ok('booking.saveService', { serviceId, version, plan: changed })
    await cloud.advance(MINUTE)
    const after = await slotsOf(serviceId)
    expect(new Set(after.map((one) => [one.serviceName, one.priceFen, one.place].join()))).toEqual(
      new Set(['剪发,1500,二楼']),
    )
    expect(after.filter(({ left }) => left === 0).map(({ _id }) => _id)).toEqual([slot?._id])
    // Paused, nothing can be booked at once; what is booked stays.
    const paused = { ...changed, state: 'paused' as const }
    await worker().ok('booking.saveService', { serviceId, version: version + 1, plan: paused })
    expect((await slotsOf(serviceId)).every(({ state }) => state === 'closed')).toBe(true)
    await cloud.advance(MINUTE)
    expect((await elder().ok('booking.listMine', {})).items.map(({ slotId }) => slotId)).toContain(
      slot?._id,
    )
    const { items } = await cloud.as(elderAt(2)).ok('booking.listServices', {})
    expect(items.map((one) => one.serviceId)).not.toContain(serviceId)
    // And it goes on.
    await worker().ok('booking.saveService', { serviceId, version: version + 2, plan: changed })
    await cloud.advance(MINUTE)
    const open = (await slotsOf(serviceId)).filter(({ state }) => state === 'open')
    expect(open).toHaveLength(after.length)
  })
})

describe('a picture', () => {
  test('stays with its service, goes when it is taken out, and nobody’s other picture is taken', async () => {
    const shot = await picture()
    const made = await begin({ pictures: [shot] })
    await cloud.advance(MINUTE)
    await letADayPass(cloud)
    expect(await fileIsThere(cloud, shot.fileId)).toBe(true)
    // It is this service's, and only the one who uploaded it could give it away.
    const second = { plan: planOf({ providerId: CARE, pictures: [shot] }) }
    expect(await worker().refused('booking.saveService', second)).toBe('NOT_ALLOWED_FILE')
    const others = { plan: planOf({ providerId: CARE, pictures: [await picture(STAFF)] }) }
    expect(await worker().refused('booking.saveService', others)).toBe('NOT_ALLOWED_FILE')
    const text = await picture(WORKER, Buffer.from('not a picture at all'))
    const unreadable = { plan: planOf({ providerId: CARE, pictures: [text] }) }
    expect(await worker().refused('booking.saveService', unreadable)).toBe('FILE_UNREADABLE')
    await worker().ok('booking.saveService', {
      ...asRead(made),
      plan: { ...made.plan, pictures: [] },
    })
    await cloud.advance(MINUTE)
    await letADayPass(cloud)
    expect(await fileIsThere(cloud, shot.fileId)).toBe(false)
  })
})

describe('a provider', () => {
  test('is staff’s: its people may keep its services from then on, and no longer', async () => {
    const { people } = await staff().ok('booking.listProviders', {})
    const [ref = ''] = people.filter(({ name }) => name === RIVAL).map((one) => one.ref)
    const made = await staff().ok('booking.saveProvider', { name: '春晓助餐点', members: [ref] })
    const plan = planOf({ providerId: made.providerId, name: '午饭', need: 'meals' })
    const rival = cloud.as(RIVAL)
    const { serviceId, version } = await rival.ok('booking.saveService', { plan })
    const { providerId } = made
    await staff().ok('booking.saveProvider', { providerId, version: 1, name: '春晓', members: [] })
    expect(await rival.refused('booking.saveService', { serviceId, version, plan })).toBe(
      'NOT_YOUR_SERVICE',
    )
    const nobody = { name: '无', members: ['a-elder-1'] }
    const { error } = await staff().call('booking.saveProvider', nobody)
    expect(Object.keys(error?.fields ?? {})).toEqual(['members'])
    const late = { providerId, version: 1, name: '又', members: [] }
    expect(await staff().refused('booking.saveProvider', late)).toBe('CHANGED')
    expect(await worker().refused('booking.listProviders', {})).toBe('NOT_ALLOWED')
    expect(await worker().refused('booking.saveProvider', late)).toBe('NOT_ALLOWED')
    const elsewhere = cloud.as('staff-elsewhere')
    expect(await elsewhere.refused('booking.saveProvider', late)).toBe('NOT_FOUND')
  })

  test('has its new name in its services and their times within a minute', async () => {
    const { serviceId } = await begin({ name: '按摩' })
    await worker().ok('booking.savePattern', { serviceId, plan: weekOf() })
    await cloud.advance(MINUTE)
    const { items } = await staff().ok('booking.listProviders', {})
    const care = items.find(({ providerId }) => providerId === CARE)
    await staff().ok('booking.saveProvider', {
      ...{ providerId: CARE, version: care?.version, name: '康宁家园' },
      members: care?.members.map(({ ref }) => ref) ?? [],
    })
    await cloud.advance(MINUTE)
    const { service } = await elder().ok('booking.viewService', { serviceId })
    expect(service.providerName).toBe('康宁家园')
    const names = (await slotsOf(serviceId)).map(({ providerName }) => providerName)
    expect(new Set(names)).toEqual(new Set(['康宁家园']))
  })
})
