import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ACTING_MS } from '../../src/lib/acting.rules'
import type { CallEvent } from '../../types/contract/wire'
import { openScreen } from './headless-screen'
import { give, platform, showPages } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const MOTHER = { residentId: 'r-mother', name: '王秀兰' }
const AUNT = { residentId: 'r-aunt', name: '孙桂英' }
const KEPT = 'linli.acting'

const program = {
  ...(await import('../../src/lib/acting')),
  ...(await import('../../src/lib/use-draft')),
  ...(await import('../../src/lib/drafts')),
  ...(await import('../../src/cloud/use-query')),
  ...(await import('../../src/cloud/use-command')),
  ...(await import('../../src/cloud/query-cache')),
}

/** The program is closed and opened again: whom it acts for, by what the phone kept. */
async function openAgain() {
  vi.resetModules()
  const phone = await import('./platform')
  for (const [key, value] of platform.storage) phone.platform.storage.set(key, value)
  const [{ useActing }, screens] = [
    await import('../../src/lib/acting'),
    await import('./headless-screen'),
  ]
  return screens.openScreen(() => useActing()).now?.name
}

/** Each test asks for something nobody asked for before. */
let after: string
let tests = 0
const relaunched: string[] = []
const refused = {
  error: { code: 'NOT_THEIR_HELPER', message: '请看一看。', requestId: 'r' },
  now: 1,
}
const services = (name: string) => ({ data: { items: [{ serviceId: name }] }, now: 1 })
const by = ({ onBehalfOf = 'me' }: CallEvent) => services(`of-${onBehalfOf}`)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
  platform.storage.clear()
  platform.sent.length = 0
  platform.answer = async (event) => by(event)
  relaunched.length = 0
  give({
    getStorageInfoSync: () => ({ keys: [...platform.storage.keys()] }),
    reLaunch: async ({ url }: { url: string }) => void relaunched.push(url),
  })
  after = `page-${++tests}`
})
afterEach(() => {
  program.stopActing()
  vi.useRealTimers()
})

const acting = () => openScreen(() => program.useActing()).now?.name
const listed = (options?: { as: 'me' }) => {
  const screen = openScreen(() => program.useQuery('booking.listServices', { after }, options))
  const ids = () =>
    screen.now.status === 'ready' ? screen.now.data.items.map(({ serviceId }) => serviceId) : []
  return { screen, ids }
}
const sent = () => platform.sent.map(({ op, onBehalfOf }) => [op, onBehalfOf])

describe('acting for somebody', () => {
  test('outlasts leaving the program, and ends after twelve hours', async () => {
    program.actFor(MOTHER)
    vi.setSystemTime(1_000_000 + ACTING_MS - 1)
    expect(await openAgain()).toBe('王秀兰')
    program.followActing()
    expect(acting()).toBe('王秀兰')
    vi.setSystemTime(1_000_000 + ACTING_MS)
    program.followActing()
    expect(acting()).toBeUndefined()
    expect(platform.storage.has(KEPT)).toBe(false)
  })

  test('that ended while the program was closed is not begun again', async () => {
    program.actFor(MOTHER)
    vi.setSystemTime(1_000_000 + ACTING_MS)
    expect(await openAgain()).toBeUndefined()
  })

  test('is seen by every screen at once', () => {
    const screen = openScreen(() => program.useActing())
    program.actFor(MOTHER)
    expect(screen.now?.name).toBe('王秀兰')
    program.stopActing()
    expect(screen.now).toBeUndefined()
    screen.leave()
  })
})

describe('what one person is shown is never shown for another', () => {
  test('a query is one entry for each person, asked for that person', async () => {
    const { screen, ids } = listed()
    await vi.waitFor(() => expect(ids()).toEqual(['of-me']))
    program.actFor(MOTHER)
    expect(ids()).toEqual([])
    await vi.waitFor(() => expect(ids()).toEqual(['of-r-mother']))
    program.actFor(AUNT)
    expect(ids()).toEqual([])
    await vi.waitFor(() => expect(ids()).toEqual(['of-r-aunt']))
    program.stopActing()
    expect(ids()).toEqual(['of-me'])
    screen.leave()
  })

  test('an answer that comes after the change stays with whom it was asked for', async () => {
    let answer: (reply: unknown) => void = () => undefined
    platform.answer = () => new Promise((reply) => (answer = reply))
    program.actFor(MOTHER)
    const { screen, ids } = listed()
    platform.answer = async (event) => by(event)
    program.stopActing()
    await vi.waitFor(() => expect(ids()).toEqual(['of-me']))
    answer(services('late'))
    await Promise.resolve()
    showPages()
    await vi.waitFor(() => expect(sent()).toHaveLength(3))
    expect(ids()).toEqual(['of-me'])
    screen.leave()
  })

  test('a reply is put where the person’s own is, and nowhere else', async () => {
    const mine = listed()
    await vi.waitFor(() => expect(mine.ids()).toEqual(['of-me']))
    const put = () => ({ items: [{ serviceId: 'put' }] }) as never
    program.updateQuery('booking.listServices', { after }, MOTHER.residentId, put)
    expect(mine.ids()).toEqual(['of-me'])
    program.updateQuery('booking.listServices', { after }, undefined, put)
    await vi.waitFor(() => expect(mine.ids()).toEqual(['put']))
    mine.screen.leave()
  })

  test('a draft belongs to the person it is written for', () => {
    const from = (kept: unknown) => (typeof kept === 'object' ? kept : {}) as { words?: string }
    const draft = () => openScreen(() => program.useDraft('note.1', {}, from)).now
    program.actFor(MOTHER)
    draft().change(() => ({ words: '听力不好' }))
    program.stopActing()
    expect(draft().draft).toEqual({})
    program.actFor(MOTHER)
    expect(draft().draft).toEqual({ words: '听力不好' })
    expect(openScreen(() => program.useDraft('note.1', {}, from, { as: 'me' })).now.draft).toEqual(
      {},
    )
  })
})

describe('what is one’s own', () => {
  test('is asked for as oneself while acting, when the screen says so', async () => {
    program.actFor(MOTHER)
    const { screen, ids } = listed({ as: 'me' })
    await vi.waitFor(() => expect(ids()).toEqual(['of-me']))
    expect(sent()).toEqual([['booking.listServices', undefined]])
    screen.leave()
  })

  test('is never sent for another where the contract does not allow it', async () => {
    program.actFor(MOTHER)
    platform.answer = async () => ({ data: {}, now: 1 })
    const agree = openScreen(() => program.useCommand('account.agree'))
    await agree.now.run({ policyVersion: '2026-11-23' })
    const confirm = openScreen(() => program.useCommand('account.confirmHelper', { as: 'me' }))
    await confirm.now.run({ requestId: 'q' })
    const reserve = openScreen(() => program.useCommand('booking.reserve'))
    expect(await reserve.now.run({ slotId: 's' })).toMatchObject({ whom: 'r-mother' })
    expect(sent()).toEqual([
      ['account.agree', undefined],
      ['account.confirmHelper', undefined],
      ['booking.reserve', 'r-mother'],
    ])
  })

  test('a try for another person is another tap', async () => {
    platform.answer = () => Promise.reject(new Error('cloud.callFunction:fail Error: request:fail'))
    const reserve = openScreen(() => program.useCommand('booking.reserve'))
    await reserve.now.run({ slotId: 's' })
    await reserve.now.run({ slotId: 's' })
    program.actFor(MOTHER)
    await reserve.now.run({ slotId: 's' })
    const [one, same, other] = platform.sent.map(({ tapId }) => tapId)
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })
})

describe('when the person, or the desk, has ended it', () => {
  test('the next call ends it here: home anew, a word on why, and no draft about them left', async () => {
    program.actFor(AUNT)
    program.writeDraft(program.draftName('note.1', AUNT.residentId), { words: '别动' })
    program.actFor(MOTHER)
    program.writeDraft(program.draftName('note.1', MOTHER.residentId), { words: '听力不好' })
    platform.answer = async ({ onBehalfOf }) => (onBehalfOf ? refused : by({ op: 'x' }))
    const { screen, ids } = listed()
    await vi.waitFor(() => expect(relaunched).toEqual(['/pages/home/index']))
    expect(acting()).toBeUndefined()
    expect(openScreen(() => program.useLostActing()).now).toBe('王秀兰')
    await vi.waitFor(() => expect(ids()).toEqual(['of-me']))
    expect([...platform.storage.keys()]).toEqual(['linli.draft.for.r-aunt.note.1'])
    program.forgetLost()
    expect(openScreen(() => program.useLostActing()).now).toBeUndefined()
    screen.leave()
  })

  test('an older answer about somebody else changes nothing', () => {
    program.actFor(MOTHER)
    expect(program.loseActing(AUNT.residentId)).toBe(false)
    expect(acting()).toBe('王秀兰')
  })
})
