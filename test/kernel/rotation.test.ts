import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Canary } from '../../cloudfunctions/shared/canary'
import { parseRing, RETIRE_AFTER } from '../../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../../cloudfunctions/shared/seal'
import {
  openField,
  type SealedDocument,
  sealFields,
  sealingOf,
} from '../../cloudfunctions/shared/sealed-fields'
import { HOUR, MINUTE, MONDAY_9, startTestCloud, type TestCloud } from '../support/cloud'
import { addDocs, allOf, changeDoc } from '../support/database'

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
const PEOPLE = 10
const phoneOf = (i: number) => `1380000000${i}`

interface Person extends SealedDocument {
  phone: string
  phoneFind: string
}

const folder = mkdtempSync(join(tmpdir(), 'linli-rotation-'))
let cloud: TestCloud | undefined
let starts = 0

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
    await town.setFault({ function: 'ticker', nth: kills + 1, mode: 'kill' })
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
