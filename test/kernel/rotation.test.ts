import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CollectionDeclaration, COLLECTIONS } from '../../cloudfunctions/shared/collections'
import type { Canary } from '../../cloudfunctions/shared/canary'
import { parseRing, RETIRE_AFTER } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import {
  openField,
  type SealedDocument,
  sealFields,
  sealingOf,
} from '../../cloudfunctions/shared/sealed-fields'
import { HOUR, MINUTE, MONDAY_9, newTap, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'
import { holdsForBookings } from '../support/invariants'
import { addSmallTown } from '../support/small-town'

/**
 * A rotation as an operator does it: the deployed ticker, started anew with other keys over the same
 * data, and killed at each of its database actions.
 */

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const K1 = newKey('k1')
const K2 = newKey('k2')

const ringFrom = (keys: string) => {
  const parsed = parseRing(keys, { here: true })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return ringOf(parsed.keys)
}

const RESIDENTS = sealingOf('residents')
/** What a rotation is about: the ticker's other jobs have their own tests. */
const SEALED = [
  'keyRing',
  'slots',
  ...Object.entries<CollectionDeclaration>(COLLECTIONS)
    .filter(([, { sealed, sealedIn }]) => sealed ?? sealedIn)
    .map(([name]) => name),
]
const PEOPLE = 10
const phoneOf = (i: number) => `1380000000${i}`

interface Person extends SealedDocument {
  phone: string
  phoneFind: string
}

let cloud: TestCloud | undefined
let folder = ''
let starts = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-rotation-'))
})

/** All functions are deployed with these keys, an hour after the last time. */
async function deploy(keys: string): Promise<TestCloud> {
  await cloud?.close()
  const now = MONDAY_9 + starts++ * HOUR
  cloud = await startTestCloud({ seed: 'none', data: folder, keys, now })
  return cloud
}

afterEach(async () => {
  await cloud?.close()
  rmSync(folder, { recursive: true, force: true })
})

const canary = async (town: TestCloud, id: string) =>
  (await allOf<Canary>(town, 'keyRing')).find(({ _id }) => _id === id)

/** Everybody's phone opens with these keys, and is found. Answers the keys it is sealed with. */
async function opened(town: TestCloud, keys: string): Promise<string[]> {
  const ring = ringFrom(keys)
  const people = (await allOf<Person>(town, 'residents')).sort((a, b) => (a._id < b._id ? -1 : 1))
  expect(people.map((person) => openField(ring, RESIDENTS, person, 'phone'))).toEqual(
    people.map((_, i) => phoneOf(i)),
  )
  expect(people.length).toBe(PEOPLE)
  for (const [i, { phoneFind }] of people.entries()) {
    expect(ring.findAny('phone', phoneOf(i))).toContain(phoneFind)
  }
  const ids = people.flatMap(({ phone, phoneFind }) =>
    [phone, phoneFind].map((v) => v.split('.')[0]),
  )
  return [...new Set(ids.filter((id) => id !== undefined))].sort()
}

test('the ticker, killed at each of its actions, seals everything with the new key and retires the old', async () => {
  let town = await deploy(K1)
  await town.advance(MINUTE)
  expect(await canary(town, 'k1')).toHaveProperty('usedAt')
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const _id = `r-${i}`
    const texts = { phone: phoneOf(i) }
    const sealed = sealFields(ringFrom(K1), RESIDENTS, { _id }, texts).change
    return { _id, communityId: 'c-1', ...sealed }
  })
  await addDocs(town, 'residents', people)
  expect(await opened(town, K1)).toEqual(['k1'])

  // Brought behind, and known to every function before it leads.
  town = await deploy(`${K1},${K2}`)
  await town.advance(MINUTE)
  expect(await opened(town, K1)).toEqual(['k1'])

  town = await deploy(`${K2},${K1}`)
  const sealedWith = new Set<string>()
  let kills = 0
  for (; kills < 60; kills++) {
    await town.setFault({ function: 'ticker', collections: SEALED, nth: kills + 1, mode: 'kill' })
    await town.advance(MINUTE)
    const struck = (await town.faults()).some(({ fired }) => fired)
    await town.clearFaults()
    sealedWith.add((await opened(town, `${K2},${K1}`)).join())
    if (!struck) break
  }
  expect(kills).toBeGreaterThan(5)
  expect(kills).toBeLessThan(60)
  // Some of the deaths left one part sealed anew and another not.
  expect([...sealedWith]).toEqual(['k1', 'k1,k2', 'k2'])
  expect(await opened(town, K2)).toEqual(['k2'])

  await town.advance(MINUTE)
  const { emptySince = 0, retiredAt } = (await canary(town, 'k1')) ?? {}
  expect(emptySince).toBeGreaterThan(MONDAY_9)
  expect(retiredAt).toBeUndefined()
  await changeDoc(town, 'keyRing', 'k1', { emptySince: emptySince - RETIRE_AFTER })
  await town.advance(MINUTE)
  expect(await canary(town, 'k1')).toHaveProperty('retiredAt')

  town = await deploy(K2)
  town.logs.length = 0
  await town.advance(MINUTE)
  expect(town.logs.join()).not.toMatch(/key ring refused|job failed/)
  expect(await opened(town, K2)).toEqual(['k2'])

  // And a deployment that mixed up its keys is told, and changes nothing.
  town = await deploy(newKey('k2'))
  await town.advance(MINUTE)
  expect(town.logs.join()).toMatch(/key ring refused.*wrong/)
  expect(await opened(town, K2)).toEqual(['k2'])
})

test('notes of bookings stay readable through a rotation, in the claims and in the rows', async () => {
  let town = await deploy(K1)
  const { openids, slotIds } = await addSmallTown(town, 3, [3, 3, 3])
  const [cancels = '', keeps = '', crashes = ''] = openids
  const input = { slotId: slotIds[0] ?? '', note: '要轮椅' }
  const { bookingId } = await town.as(cancels).ok('booking.reserve', input)
  await town.as(keeps).ok('booking.reserve', input)
  await town.advance(MINUTE)
  town = await deploy(`${K1},${K2}`)
  await town.as(cancels).ok('booking.cancel', { bookingId })
  // Dies with the claim held and the place taken.
  await town.setFault({ op: 'booking.reserve', nth: 7, mode: 'kill' })
  const event = { op: 'booking.reserve', input, tapId: newTap() }
  await town.send('booking', event, crashes)
  await town.clearFaults()

  town = await deploy(`${K2},${K1}`)
  const notes = async () => {
    const shown: (string | undefined)[] = []
    for (const openid of openids) {
      const { items } = await town.as(openid).ok('booking.listMine', {})
      shown.push(...items.map(({ note }) => note))
    }
    return shown
  }
  const expected = Array<string>(3).fill('要轮椅')
  let nth = 1
  for (; nth < 80; nth++) {
    await town.setFault({ function: 'ticker', collections: SEALED, nth, mode: 'kill' })
    const { now } = await town.advance(MINUTE)
    const struck = (await town.faults()).some(({ fired }) => fired)
    await town.clearFaults()
    expect(await notes(), `killed at ${nth}`).toEqual(expected)
    await holdsForBookings(town, { now, settled: false })
    if (nth === 4) {
      // Somebody adds a note of the new key to a diary of the old one.
      const booked = await town
        .as(keeps)
        .ok('booking.reserve', { ...input, slotId: slotIds[2] ?? '' })
      await town.as(keeps).ok('booking.cancel', { bookingId: booked.bookingId })
      expected.push('要轮椅')
    }
    if (!struck) break
  }
  expect(nth).toBeGreaterThan(8)
  expect(nth).toBeLessThan(80)
  await town.advance(2 * MINUTE)
  const sealed = [await allOf<object>(town, 'diaries'), await allOf<object>(town, 'bookings')]
  expect(JSON.stringify(sealed)).toMatch(/"note":"k2\./)
  expect(JSON.stringify(sealed)).not.toMatch(/"(note|keyId)":"(k1|several)/)
  const { now } = await town.advance(MINUTE)
  await holdsForBookings(town, { now, settled: true })
  await changeDoc(town, 'keyRing', 'k1', { retiredAt: now })
  town = await deploy(K2)
  expect(await notes()).toEqual(expected)
})
