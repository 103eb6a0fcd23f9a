import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { updateQuery as UpdateQuery } from '../../src/cloud/query-cache'
import type { useKnown as UseKnown, useQuery as UseQuery } from '../../src/cloud/use-query'
import type { CallEvent } from '../../types/contract/wire'
import { openScreen } from './headless-screen'
import { MISSING_ON_A_PHONE, platform, showPages } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

/** Loaded when the phone's globals are gone, so that nothing may want them on being imported either. */
let useQuery: typeof UseQuery
let useKnown: typeof UseKnown
let updateQuery: typeof UpdateQuery

beforeAll(async () => {
  for (const name of MISSING_ON_A_PHONE) vi.stubGlobal(name, undefined)
  ;({ useQuery, useKnown } = await import('../../src/cloud/use-query'))
  ;({ updateQuery } = await import('../../src/cloud/query-cache'))
  return () => vi.unstubAllGlobals()
})

/** Each test asks for something nobody asked for before. */
let next = 0
let after: string
/** Answers of the cloud held back, in the order of the calls. */
let held: { event: CallEvent; reply: (reply: unknown) => void; fail: (failure: unknown) => void }[]
beforeEach(() => {
  after = `page-${++next}`
  held = []
  platform.sent.length = 0
  platform.answer = (event) =>
    new Promise((reply, fail) => {
      held.push({ event, reply, fail })
    })
})

const services = (...ids: string[]) => ({ items: ids.map((serviceId) => ({ serviceId })) })
const reply = (nth: number, now: number, ...ids: string[]) =>
  held[nth]?.reply({ data: services(...ids), now })
const offline = { errMsg: 'cloud.callFunction:fail Error: request:fail' }
const open = () => openScreen(() => useQuery('booking.listServices', { after }))
const asked = () => platform.sent.length

const shown = (screen: ReturnType<typeof open>) => {
  const { now: load } = screen
  return load.status === 'ready'
    ? load.data.items.map(({ serviceId }) => serviceId).join() + (load.problem ? ' (old)' : '')
    : load.status
}

test('the globals are gone', () => {
  expect(typeof window + typeof document + typeof navigator + typeof Intl).toBe(
    'undefined'.repeat(4),
  )
})

describe('a query', () => {
  test('is asked once when a page opens and shows, and again each time it shows', async () => {
    const screen = open()
    showPages()
    expect([shown(screen), asked()]).toEqual(['loading', 1])
    reply(0, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))

    showPages()
    showPages()
    expect([shown(screen), asked()]).toEqual(['a', 2])
    reply(1, 20, 'b')
    await vi.waitFor(() => expect(shown(screen)).toBe('b'))
    expect(screen.now).toMatchObject({ status: 'ready', now: 20 })
    screen.leave()
  })

  test('is one for two screens, and known at once to the next', async () => {
    const [one, two] = [open(), open()]
    expect(asked()).toBe(1)
    reply(0, 10, 'a')
    await vi.waitFor(() => expect([shown(one), shown(two)]).toEqual(['a', 'a']))
    one.leave()
    two.leave()
    const three = open()
    const detail = openScreen(() => useKnown('booking.listServices', { after }))
    expect(shown(three)).toBe('a')
    expect(detail.now).toEqual(services('a'))
    // Shown from the cache, and asked for again behind it.
    await vi.waitFor(() => expect(asked()).toBe(2))
    three.leave()
    detail.leave()
  })

  test('that is not wanted is not asked, until it is', async () => {
    const wants = { it: false }
    const screen = openScreen(() =>
      useQuery('booking.listServices', { after }, { wanted: wants.it }),
    )
    showPages()
    expect([screen.now.status, asked()]).toEqual(['loading', 0])
    screen.leave()
    wants.it = true
    const again = openScreen(() =>
      useQuery('booking.listServices', { after }, { wanted: wants.it }),
    )
    expect(asked()).toBe(1)
    again.leave()
  })

  test('without a network says so, waits while it is asked again, and then shows', async () => {
    const screen = open()
    held[0]?.fail(offline)
    await vi.waitFor(() => expect(shown(screen)).toBe('offline'))
    const pulled = screen.now.refresh()
    await vi.waitFor(() => expect(shown(screen)).toBe('loading'))
    reply(1, 10, 'a')
    await pulled
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    screen.leave()
  })

  test('that cannot be refreshed keeps showing what is known, and says that it is old', async () => {
    const screen = open()
    reply(0, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    showPages()
    held[1]?.fail(offline)
    await vi.waitFor(() => expect(shown(screen)).toBe('a (old)'))
    showPages()
    reply(2, 20, 'b')
    await vi.waitFor(() => expect(shown(screen)).toBe('b'))
    screen.leave()
  })

  test('is asked again by itself while the cloud is busy', async () => {
    const screen = open()
    held[0]?.fail({ errCode: -501004, errMsg: 'cloud.callFunction:fail' })
    await vi.waitFor(() => expect(asked()).toBe(2), { timeout: 2_000 })
    expect(shown(screen)).toBe('loading')
    reply(1, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    screen.leave()
  })
})

describe('the view that a command replied with', () => {
  const put = (...ids: string[]) =>
    updateQuery('booking.listServices', { after }, undefined, () => services(...ids) as never)

  test('is shown without asking', async () => {
    const screen = open()
    reply(0, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    put('a', 'new')
    await vi.waitFor(() => expect(shown(screen)).toBe('a,new'))
    expect(asked()).toBe(1)
    screen.leave()
  })

  test('is not undone by an answer asked for before', async () => {
    const screen = open()
    reply(0, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    showPages()
    put('a', 'new')
    reply(1, 9, 'a')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(shown(screen)).toBe('a,new')
    // The next showing brings what is true then.
    showPages()
    reply(2, 30, 'newer')
    await vi.waitFor(() => expect(shown(screen)).toBe('newer'))
    screen.leave()
  })

  test('refreshing after it does not wait for the older answer', async () => {
    const screen = open()
    reply(0, 10, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('a'))
    showPages()
    put('a', 'new')
    const pulled = screen.now.refresh()
    expect(asked()).toBe(3)
    reply(2, 30, 'newer')
    await pulled
    reply(1, 9, 'a')
    await vi.waitFor(() => expect(shown(screen)).toBe('newer'))
    screen.leave()
  })

  test('where nothing was known yet, the answer on its way is too old: it is asked for again', async () => {
    const screen = open()
    put('new')
    await vi.waitFor(() => expect(asked()).toBe(2))
    reply(0, 10, 'old')
    reply(1, 20, 'new')
    await vi.waitFor(() => expect(shown(screen)).toBe('new'))
    screen.leave()
  })
})
