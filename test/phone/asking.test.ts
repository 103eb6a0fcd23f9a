import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openScreen, type HeadlessScreen } from './headless-screen'
import { give, hidePages, showPages } from './platform'

vi.mock('@tarojs/taro', async () => (await import('./platform')).taro)

const { ask, useAsked } = await import('../../src/lib/ask')
const { startPrivacy } = await import('../../src/lib/privacy')
const { withPermission } = await import('../../src/lib/permission')

const question = (title: string) => ({ title, say: '为什么', yes: '可以', no: '不用了' })
const REASON = { title: '要用一下麦克风', say: '把话变成文字。' }
/** Lets promises settle. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

let screen: HeadlessScreen<ReturnType<typeof useAsked>>
beforeEach(() => {
  screen = openScreen(useAsked)
})
afterEach(() => screen.leave())

const answer = async (yes: boolean) => {
  await vi.waitFor(() => expect(screen.now).toBeDefined())
  screen.now?.answer(yes)
  await settle()
}

describe('a question', () => {
  test('waits its turn, and each gets its own answer', async () => {
    const [one, two] = [ask(question('一')), ask(question('二'))]
    await vi.waitFor(() => expect(screen.now?.title).toBe('一'))
    await answer(true)
    await vi.waitFor(() => expect(screen.now?.title).toBe('二'))
    await answer(false)
    expect([await one, await two]).toEqual([true, false])
    await vi.waitFor(() => expect(screen.now).toBeUndefined())
  })

  test('stands on the screen in sight only', async () => {
    const asked = ask(question('一'))
    await vi.waitFor(() => expect(screen.now).toBeDefined())
    hidePages()
    await vi.waitFor(() => expect(screen.now).toBeUndefined())
    showPages()
    await answer(true)
    expect(await asked).toBe(true)
  })

  test('is not agreed to by leaving, nor where no screen stands', async () => {
    const asked = ask(question('一'))
    screen.leave()
    expect(await asked).toBe(false)
    expect(await ask(question('二'))).toBe(false)
  })
})

describe('WeChat asks before something personal', () => {
  const told: unknown[] = []
  let need: (resolve: (option: object) => void) => void
  beforeEach(() => {
    told.length = 0
    give({ onNeedPrivacyAuthorization: (listener: typeof need) => (need = listener) })
    startPrivacy()
    need((option) => told.push(option))
  })

  test('our sheet agrees with the button that WeChat can check', async () => {
    await vi.waitFor(() => expect(screen.now?.byWeChat).toBe(true))
    await answer(true)
    expect(told).toEqual([
      { event: 'exposureAuthorization' },
      { event: 'agree', buttonId: 'agree-privacy' },
    ])
  })

  test('or refuses', async () => {
    await answer(false)
    expect(told).toEqual([{ event: 'exposureAuthorization' }, { event: 'disagree' }])
  })
})

test('an old WeChat that does not ask is left alone', () => {
  give({ onNeedPrivacyAuthorization: undefined })
  expect(startPrivacy).not.toThrow()
})

describe('a permission', () => {
  const setting = (given: boolean | undefined) => {
    const authSetting = given === undefined ? {} : { 'scope.record': given }
    give({ getSetting: async () => ({ authSetting }) })
  }
  const authorize = vi.fn()
  const openSetting = vi.fn()
  beforeEach(() => {
    authorize.mockReset().mockResolvedValue({})
    openSetting.mockReset().mockResolvedValue({ authSetting: { 'scope.record': true } })
    give({ authorize, openSetting })
  })
  const want = () => withPermission('scope.record', REASON)

  test('that was given is not asked for again', async () => {
    setting(true)
    expect(await want()).toBe(true)
    expect(screen.now).toBeUndefined()
  })

  test('is asked for with the reason, then by WeChat', async () => {
    setting(undefined)
    const wanted = want()
    await vi.waitFor(() => expect(screen.now).toMatchObject(REASON))
    expect(authorize).not.toHaveBeenCalled()
    await answer(true)
    expect(await wanted).toBe(true)
    expect(authorize).toHaveBeenCalledWith({ scope: 'scope.record' })
  })

  test('that the resident does not want to give is not asked for by WeChat, which asks once', async () => {
    setting(undefined)
    const wanted = want()
    await answer(false)
    expect(await wanted).toBe(false)
    expect(authorize).not.toHaveBeenCalled()
  })

  test('refused in WeChat’s own question is refused', async () => {
    setting(undefined)
    authorize.mockRejectedValue({ errMsg: 'authorize:fail auth deny' })
    const wanted = want()
    await answer(true)
    expect(await wanted).toBe(false)
  })

  test.each([
    ['given there', { 'scope.record': true }, true],
    ['left off there', { 'scope.record': false }, false],
  ])('refused before leads to the settings: %s', async (_, authSetting, given) => {
    setting(false)
    openSetting.mockResolvedValue({ authSetting })
    const wanted = want()
    await vi.waitFor(() => expect(screen.now?.say).toMatch(/之前没有同意/))
    await answer(true)
    expect(await wanted).toBe(given)
    expect(authorize).not.toHaveBeenCalled()
  })
})
