import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readRoutes } from '../../config/routes.mts'
import { prepareRoutes } from '../../config/visit.mts'
import { startTestCloud, type TestCloud } from '../support/cloud.ts'
import { allPages } from './built-weapp.ts'
import { compiledScreen, unnamedIn, type CompiledElement } from './compiled-screen.ts'
import { startPhone } from './simulated-phone.ts'

const routes = await readRoutes()

const holder = { cloudUrl: '', openid: '' }

let cloud: TestCloud
/** How many, on all pages. */
let seen = 0
let phone: ReturnType<typeof startPhone>

beforeAll(async () => {
  cloud = await startTestCloud()
  holder.cloudUrl = cloud.url
  phone = startPhone(holder)
  await prepareRoutes(cloud.url, routes)
})
afterAll(() => cloud.close())

describe('what can be tapped in the compiled mini-program has a name and a role', () => {
  test('every page of app.json is a route', () => {
    expect(routes.map(({ path }) => path)).toEqual(allPages())
  })

  test.each(routes)('$path', async ({ path, query, person }) => {
    holder.openid = person
    const page = phone.open(path, Object.fromEntries(new URLSearchParams(query)))
    const screen = () => compiledScreen(page.data().root)
    await vi.waitFor(() => expect(classesIn(screen())).not.toMatch(/\bskeleton\b|^\s*$/), {
      timeout: 20_000,
    })
    seen += [...allIn(screen())].filter(({ tappable }) => tappable).length
    expect([...unnamedIn(screen())]).toEqual([])
    page.close()
  })

  test('some can be tapped', () => expect(seen).toBeGreaterThan(routes.length))

  test('one without would be seen', () => {
    const words = { ...PLAIN, text: '预约' }
    const button = { ...PLAIN, tappable: true, role: 'button' }
    const veil = { ...PLAIN, tappable: true, hidden: true }
    expect([
      ...unnamedIn([veil, { ...button, label: '返回' }, { ...button, children: [words] }]),
    ]).toEqual([])
    expect([...unnamedIn([{ ...PLAIN, children: [button] }])]).toEqual([
      '<view class="x"> has no name',
    ])
    expect([...unnamedIn([{ ...button, role: '', children: [words] }])]).toEqual([
      '<view class="x"> has no role',
    ])
    const mute = { ...words, hidden: true }
    expect([...unnamedIn([{ ...button, children: [mute] }])]).toEqual([
      '<view class="x"> has no name',
    ])
  })
})

const PLAIN: CompiledElement = {
  tag: 'view',
  classes: 'x',
  tappable: false,
  role: '',
  label: '',
  hidden: false,
  text: '',
  children: [],
}

function* allIn(elements: readonly CompiledElement[]): Generator<CompiledElement> {
  for (const element of elements) {
    yield element
    yield* allIn(element.children)
  }
}

const classesIn = (elements: readonly CompiledElement[]) =>
  [...allIn(elements)].map(({ classes }) => classes).join(' ')
