import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryDoc } from '../../cloudfunctions/directory/directory.docs'
import { inRepo } from '../../config/paths.mts'
import { LIMITS } from '../../types/contract/limits'
import {
  type CallFigures,
  newTap,
  openSlots,
  startTestCloud,
  type TestCloud,
} from '../support/cloud'
import { allOf } from '../support/database'
import { upload } from '../support/uploads'

/**
 * What each operation may cost. A rise fails here; a reviewed line with a reason
 * changes the table, never a trick that pleases the counter.
 */
const BUDGETS: Record<string, Pick<CallFigures, 'reads' | 'writes' | 'sequential'>> = {
  // The account; and together the names of places, and who asks to act for the caller.
  'account.me': { reads: 3, writes: 0, sequential: 2 },
  'account.agree': { reads: 3, writes: 1, sequential: 3 },
  // The account, its records, each kind of what is held of a person at once, and the diary.
  'account.previewErasure': { reads: 27, writes: 0, sequential: 3 },
  'account.exportMyData': { reads: 29, writes: 2, sequential: 6 },
  // Whose it is, is read beside the file that the tap may have made before.
  'account.exportMyData, again': { reads: 3, writes: 0, sequential: 3 },
  'account.listTraces': { reads: 4, writes: 0, sequential: 4 },
  'account.listAudit': { reads: 4, writes: 0, sequential: 3 },
  'account.listHeads': { reads: 2, writes: 0, sequential: 2 },
  // Once in a life: each step is safe to repeat, one after the other.
  'account.eraseMe': { reads: 44, writes: 8, sequential: 29 },
  // The account; and together who asks to act for the caller, the visits and the waits, and the messages: one's own
  // that are unread, what many were told, and what of that was seen.
  'home.view': { reads: 12, writes: 0, sequential: 2 },
  'booking.listServices': { reads: 2, writes: 0, sequential: 2 },
  // Beside its slots, what decides for whom it is: the diary and the person's record.
  'booking.viewService': { reads: 6, writes: 0, sequential: 2 },
  'booking.listSlots': { reads: 6, writes: 0, sequential: 2 },
  'booking.viewBooking': { reads: 4, writes: 0, sequential: 3 },
  // The diary, the history, and what the person waits for.
  'booking.listMine': { reads: 4, writes: 0, sequential: 2 },
  // The fact of the audit trail is written beside the day; the names of those whose seats of the demo have none follow.
  'booking.listDay': { reads: 4, writes: 1, sequential: 3 },
  'directory.listEntries': { reads: 2, writes: 0, sequential: 2 },
  'directory.viewEntry': { reads: 2, writes: 0, sequential: 2 },
  'directory.resolveCode': { reads: 2, writes: 0, sequential: 2 },
  'booking.reserve': { reads: 4, writes: 3, sequential: 5 },
  'booking.reserve, with a note': { reads: 4, writes: 3, sequential: 5 },
  // Once more the slot, to say why.
  'booking.reserve, lost': { reads: 5, writes: 3, sequential: 5 },
  // Once more the slot, to see whether anybody waits for the place.
  'booking.cancel': { reads: 3, writes: 2, sequential: 4 },
  'account.prepareUpload': { reads: 1, writes: 1, sequential: 2 },
  'account.importRoster': { reads: 6, writes: 6, sequential: 12 },
  'account.viewImport': { reads: 2, writes: 0, sequential: 2 },
  'account.applyImport': { reads: 3, writes: 2, sequential: 4 },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ residents: 40, latencyMs: 3 })
})
afterAll(() => cloud.close())

const within = (figures: CallFigures | undefined, name: string) => {
  const budget = BUDGETS[name]
  const { reads, writes, sequential } = figures ?? { reads: -1, writes: -1, sequential: -1 }
  expect({ reads, writes, sequential }, name).toEqual(budget)
}

const lastCall = async () => (await cloud.calls()).at(-1)

describe('database requests of', () => {
  test('every operation', async () => {
    const me = cloud.as('demo-elder')
    const serviceId = 'chunxiao-health-check'
    // The first call of an instance that opens something personal also looks at the keys.
    await me.ok('account.me', {})
    await me.ok('home.view', {})
    await me.ok('account.me', {})
    within(await lastCall(), 'account.me')
    await me.ok('account.agree', { policyVersion: '2026-11-23' })
    within(await lastCall(), 'account.agree')
    await me.ok('home.view', {})
    within(await lastCall(), 'home.view')
    await me.ok('booking.listServices', {})
    within(await lastCall(), 'booking.listServices')
    await me.ok('booking.viewService', { serviceId })
    within(await lastCall(), 'booking.viewService')
    await me.ok('booking.listSlots', { serviceId, fromDay: '2026-10-01', toDay: '2026-11-30' })
    within(await lastCall(), 'booking.listSlots')
    // Twice: where somebody has said something, an instance reads the keys' canaries once in its life.
    await me.ok('booking.listMine', {})
    await me.ok('booking.listMine', {})
    within(await lastCall(), 'booking.listMine')
    await cloud.as('demo-staff').ok('booking.listDay', {})
    within(await lastCall(), 'booking.listDay')
    await me.ok('directory.listEntries', {})
    within(await lastCall(), 'directory.listEntries')
    await me.ok('directory.viewEntry', { entryId: 'chunxiao-desk' })
    within(await lastCall(), 'directory.viewEntry')
    const [entry] = await allOf<EntryDoc>(cloud, 'directory')
    await me.ok('directory.resolveCode', { token: entry?.code ?? '' })
    within(await lastCall(), 'directory.resolveCode')
    const [slot] = await openSlots(cloud, 'chunxiao-health-talk')
    const { bookingId } = await me.ok('booking.reserve', { slotId: slot?.slotId ?? '' })
    within(await lastCall(), 'booking.reserve')
    await me.ok('booking.viewBooking', { bookingId })
    within(await lastCall(), 'booking.viewBooking')
    await me.ok('booking.cancel', { bookingId })
    within(await lastCall(), 'booking.cancel')
    await me.ok('booking.reserve', { slotId: slot?.slotId ?? '', note: '要轮椅' })
    within(await lastCall(), 'booking.reserve, with a note')
  })

  test('importing a list', async () => {
    const list = Buffer.from('姓名,住址\n钱多,3-2-1501')
    const staff = cloud.as('demo-staff')
    // The first one of an instance also reads the canaries of the key ring.
    await staff.ok('account.importRoster', await upload(cloud, 'demo-staff', list))
    const file = await upload(cloud, 'demo-staff', list)
    within(await lastCall(), 'account.prepareUpload')
    const { importId } = await staff.ok('account.importRoster', file)
    // The file's address is a storage action, which is counted by itself.
    within(await lastCall(), 'account.importRoster')
    await staff.ok('account.viewImport', { importId })
    within(await lastCall(), 'account.viewImport')
    await staff.ok('account.applyImport', { importId })
    within(await lastCall(), 'account.applyImport')
  })

  test('what a person does with what is held of them', async () => {
    const me = cloud.as('demo-volunteer')
    const event = { op: 'account.refuseHelper', input: { requestId: 'none' }, tapId: newTap() }
    await cloud.send('account', { ...event, onBehalfOf: 'r-demo-volunteer' }, 'demo-staff')
    await me.ok('account.previewErasure', {})
    within(await lastCall(), 'account.previewErasure')
    const tap = newTap()
    await me.ok('account.exportMyData', {}, tap)
    within(await lastCall(), 'account.exportMyData')
    await me.ok('account.exportMyData', {}, tap)
    within(await lastCall(), 'account.exportMyData, again')
    expect((await me.ok('account.listTraces', {})).items.length).toBe(2)
    within(await lastCall(), 'account.listTraces')
    await cloud.as('demo-staff').ok('account.listAudit', {})
    within(await lastCall(), 'account.listAudit')
    await me.ok('account.listHeads', { communityId: 'chunxiao' })
    within(await lastCall(), 'account.listHeads')
    await me.ok('account.eraseMe', { sure: true })
    within(await lastCall(), 'account.eraseMe')
  })

  test('the loser of a race', async () => {
    const massage = (await openSlots(cloud, 'chunxiao-massage')).find(({ left }) => left === 1)
    const [talk] = await openSlots(cloud, 'chunxiao-health-talk')
    if (!massage || !talk) throw new Error('Nothing like it in the demo.')
    const openids = Array.from(
      { length: 20 },
      (_, i) => `resident-${String(i + 1).padStart(4, '0')}`,
    )
    // Who never booked anything gets a diary with the first time.
    await Promise.all(
      openids.map(async (openid) => {
        const { slotId } = talk
        const { bookingId } = await cloud.as(openid).ok('booking.reserve', { slotId })
        await cloud.as(openid).ok('booking.cancel', { bookingId })
      }),
    )
    await cloud.resetStats()
    const { slotId } = massage
    await Promise.all(openids.map((openid) => cloud.as(openid).call('booking.reserve', { slotId })))
    const calls = (await cloud.calls()).filter(({ op }) => op === 'booking.reserve')
    expect(calls.length).toBe(20)
    const lost = calls.filter(({ writes, reads }) => writes === 3 && reads === 5)
    expect(lost.length).toBeGreaterThan(0)
    for (const call of lost) within(call, 'booking.reserve, lost')
    for (const call of calls) {
      expect(call.reads).toBeLessThanOrEqual(5)
      expect(call.writes).toBeLessThanOrEqual(3)
      expect(call.sequential).toBeLessThanOrEqual(5)
    }
  })

  test('lists examine what they show, not the collection', async () => {
    await cloud.as('demo-elder').ok('booking.viewService', { serviceId: 'chunxiao-health-check' })
    // The account, the service, the diary, the record, and five slots on each of fifteen working days.
    expect((await lastCall())?.documentsExamined).toBeLessThanOrEqual(4 + 15 * 5 + 1)
    await cloud.as('demo-elder').ok('directory.listEntries', {})
    // The account, and the twelve entries for her.
    expect((await lastCall())?.documentsExamined).toBeLessThanOrEqual(1 + 12)
    const visits = (await cloud.as('demo-staff').ok('booking.listDay', {})).items
    // The account, the slots of one day, and of each visit the row and at most as many residents.
    expect((await lastCall())?.documentsExamined).toBeLessThanOrEqual(
      1 + LIMITS.deskPage + 1 + 2 * visits.length,
    )
  })
})

test.each(['booking', 'account'])(
  'a cold start of %s costs at most 1.3 times requiring the SDK alone',
  (name) => {
    // Time of the processor, not of the clock: what else runs on the machine counts for neither.
    const timeOf = (path: string): number => {
      const script = `const c = process.cpuUsage(); require(${JSON.stringify(path)}); const { user, system } = process.cpuUsage(c); process.stdout.write(String(user + system))`
      return Number(
        execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: inRepo() }),
      )
    }
    const rounds = Array.from({ length: 9 }, () => ({
      sdk: timeOf('wx-server-sdk'),
      built: timeOf(inRepo('dist/cloud', name)),
    }))
    const best = (pick: (round: { sdk: number; built: number }) => number) =>
      Math.min(...rounds.map(pick))
    const ratio = best(({ built }) => built) / best(({ sdk }) => sdk)
    console.log(`cold start of ${name}: ${ratio.toFixed(2)} times the SDK alone`)
    expect(ratio).toBeLessThanOrEqual(1.3)
  },
)
