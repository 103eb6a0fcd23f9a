import { beforeEach, expect, test, vi } from 'vitest'
import { openScreen } from './headless-screen'
import { give, platform, taro } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { useDraft } = await import('../../src/lib/use-draft')

interface Form {
  words: string
}
const EMPTY: Form = { words: '' }
const from = (kept: unknown): Form =>
  typeof kept === 'object' && kept !== null && 'words' in kept ? (kept as Form) : EMPTY
const open = () => openScreen(() => useDraft('form.1', EMPTY, from))

beforeEach(() => platform.storage.clear())

test('what was typed is there after leaving, and gone once it was sent', () => {
  const one = open()
  one.now.change(() => ({ words: '请大声一点' }))
  one.leave()
  const two = open()
  expect(two.now.draft).toEqual({ words: '请大声一点' })
  two.now.drop()
  two.leave()
  expect(open().now.draft).toEqual(EMPTY)
  expect(platform.storage.size).toBe(0)
})

test('two changes between two drawings both count', () => {
  const { change, latest } = open().now
  change(({ words }) => ({ words: `${words}听` }))
  change(({ words }) => ({ words: `${words}力` }))
  expect(latest()).toEqual({ words: '听力' })
})

test('nothing is kept of a form that was emptied', () => {
  const screen = open()
  screen.now.change(() => ({ words: '字' }))
  screen.now.change(() => ({ words: '' }))
  expect(platform.storage.size).toBe(0)
})

test('what an older program kept in another form is no draft', () => {
  platform.storage.set('linli.draft.form.1', '旧的')
  expect(open().now.draft).toEqual(EMPTY)
})

test('a full phone costs the draft, not the screen', async () => {
  const { setStorageSync } = taro.default
  give({
    setStorageSync: () => {
      throw new Error('setStorageSync:fail the storage is full')
    },
  })
  const screen = open()
  screen.now.change(() => ({ words: '字' }))
  await vi.waitFor(() => expect(screen.now.draft).toEqual({ words: '字' }))
  give({ setStorageSync })
})
