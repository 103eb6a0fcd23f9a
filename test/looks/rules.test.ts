import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../config/browser.mts'
import { focusFaultsOf } from './focus.ts'
import { ELDER, NORMAL, type Limits, type Rule } from './limits.ts'
import { axeFaultsOf, faultsOf, MEASURING } from './measure.ts'
import { stateFaultsOf, type State } from './open.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 375, height: 740 } })
})
afterAll(() => browser.close())

/** A screen with nothing wrong, and a place for what is. */
async function show(body: string): Promise<void> {
  await page.setContent(`<!doctype html><html lang="zh-CN"><title>邻里</title><style>
    body { margin: 0; font: 20px/1.5 sans-serif; color: #000; background: #fff }
    button, select, textarea { font: inherit }
    .tap { display: block; box-sizing: border-box; min-height: 64px; width: 200px; margin: 8px; border: 2px solid #000 }
  </style><main><h1>社区服务</h1>${body}</main></html>`)
  await page.evaluate(MEASURING)
}

const rulesBroken = async (limits: Limits): Promise<Rule[]> => [
  ...new Set((await faultsOf(page, limits)).map(({ rule }) => rule)),
]

/** What breaks a rule, and what keeps it although it comes near. */
const BREAKS: [rule: Rule, title: string, broken: string, kept: string][] = [
  ['contrast', 'grey text', '<p style="color:#777">字</p>', '<p style="color:#595959">字</p>'],
  [
    'contrast',
    'white text on a gradient that ends white',
    '<p style="background:linear-gradient(#000,#fff);color:#fff">字</p>',
    '<p style="background:linear-gradient(#000,#444);color:#fff">字</p>',
  ],
  ['contrast', 'faded text', '<p style="opacity:.5">字</p>', '<p style="opacity:.9">字</p>'],
  [
    'contrast',
    'a pale hint in a field',
    '<style>textarea::placeholder{color:#999}</style><textarea aria-label="话" placeholder="说" style="width:99px;height:64px;border:2px solid"></textarea>',
    '<style>textarea::placeholder{color:#333}</style><textarea aria-label="话" placeholder="说" style="width:99px;height:64px;border:2px solid"></textarea>',
  ],
  [
    'edge contrast',
    'a pale edge of a choice',
    '<div class="tap" role="checkbox" tabindex="0" style="border-color:#bbb">选</div>',
    '<div class="tap" role="checkbox" tabindex="0" style="border-color:#888">选</div>',
  ],
  [
    'edge contrast',
    'a pale icon',
    '<p>字<i style="display:inline-block;width:20px;height:20px;background:#bbb;-webkit-mask:linear-gradient(#000,#000)"></i></p>',
    '<p>字<i style="display:inline-block;width:20px;height:20px;background:#777;-webkit-mask:linear-gradient(#000,#000)"></i></p>',
  ],
  [
    'text size',
    'small text',
    '<p style="font-size:17px">字</p>',
    '<p style="font-size:18px">字</p>',
  ],
  [
    'line height',
    'tight lines',
    '<p style="line-height:1.2">字</p>',
    '<p style="line-height:1.3">字</p>',
  ],
  [
    'line height',
    'lines that the font decides',
    '<p style="line-height:normal">字</p>',
    '<p style="line-height:26px">字</p>',
  ],
  [
    'target',
    'a low button',
    '<button class="tap" style="min-height:0;height:47px">去</button>',
    '<button class="tap" style="min-height:0;height:48px">去</button>',
  ],
  [
    'target',
    'a narrow link',
    '<div role="link" tabindex="0" class="tap" style="width:40px">去</div>',
    '<div role="link" tabindex="0" class="tap" style="width:48px">去</div>',
  ],
  [
    'target',
    'a main button no higher than others',
    '<div role="button" tabindex="0" class="tap button" style="min-height:0;height:56px">约</div>',
    '<div role="button" tabindex="0" class="tap button" style="min-height:0;height:60px">约</div>',
  ],
  [
    'targets overlap',
    'one button over another',
    '<button class="tap">一</button><button class="tap" style="margin-top:-24px">二</button>',
    '<button class="tap">一</button><button class="tap" style="margin-top:0">二</button>',
  ],
  [
    'no name',
    'a button without words',
    '<button class="tap"></button>',
    '<button class="tap" aria-label="返回"></button>',
  ],
  [
    'no name',
    'a button with a picture only',
    '<button class="tap"><span aria-hidden="true">×</span></button>',
    '<label>街道<select class="tap"><option>一</option></select></label>',
  ],
  [
    'cut text',
    'an ellipsis',
    '<p style="width:80px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">老年人健康体检</p>',
    '<p style="width:80px;overflow:hidden">老年人健康体检</p>',
  ],
  [
    'cut text',
    'a box too low for its text',
    '<div style="height:40px;overflow:hidden"><p style="margin:0">老年人健康体检，量血压、测血糖、做心电图、查视力和听力</p></div>',
    '<div style="height:60px;overflow:hidden"><p style="margin:0">老年人健康体检，量血压、测血糖、做心电图</p></div>',
  ],
  [
    'cut text',
    'a clamped line',
    '<p style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden;width:100px">老年人健康体检</p>',
    '<p style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;width:100px">老年人健康体检</p>',
  ],
  [
    'overlapping text',
    'two texts in one place',
    '<p style="margin:0">上午</p><p style="margin:-20px 0 0">下午</p>',
    '<p style="margin:0">上午</p><p style="margin:-4px 0 0">下午</p>',
  ],
  [
    'beyond the edge',
    'text that leaves the window',
    '<div style="overflow-x:clip"></div><p style="position:absolute;left:340px;white-space:nowrap">健康体检</p>',
    '<p style="position:absolute;left:290px;white-space:nowrap">健康体检</p>',
  ],
  [
    'scrolls sideways',
    'a page wider than the window',
    '<div style="width:400px">字</div>',
    '<div style="width:375px">字</div>',
  ],
  [
    'scrolls sideways',
    'a part that is swiped',
    '<div style="overflow-x:auto"><div style="width:600px">字</div></div>',
    '<div style="overflow-x:auto"><div style="width:300px">字</div></div>',
  ],
  [
    'covered',
    'a bar over the last line',
    '<div style="height:900px"></div><p style="margin:0">最后</p><div style="position:fixed;bottom:0;height:80px;width:100%;background:#fff">底</div>',
    '<div style="height:900px"></div><p style="margin:0 0 80px">最后</p><div style="position:fixed;bottom:0;height:80px;width:100%;background:#fff">底</div>',
  ],
  [
    'covered',
    'a bar over the first line',
    '<div style="position:fixed;top:0;height:80px;width:100%;background:#fff">顶</div><div style="height:900px"></div>',
    '<div style="position:sticky;top:0;height:80px;width:100%;background:#fff">顶</div><div style="height:900px">字</div>',
  ],
]

describe('each rule of a screen sees what breaks it, and nothing that keeps it', () => {
  test.each(BREAKS)('%s: %s', async (rule, _, broken, kept) => {
    await show(broken)
    expect(await rulesBroken(ELDER)).toContain(rule)
    await show(kept)
    expect(await rulesBroken(ELDER)).toEqual([])
  })

  test('no role: what answers a tap and says nothing of it', async () => {
    await show('<div id="one">去</div>')
    await page.evaluate(() => {
      Object.assign(document.getElementById('one')!, { __reactProps$a: { onClick: () => 0 } })
    })
    expect(await rulesBroken(ELDER)).toEqual(['no role'])
  })

  test('nothing to see', async () => {
    await page.setContent('<p></p>')
    await page.evaluate(MEASURING)
    expect(await rulesBroken(ELDER)).toEqual(['nothing to see'])
  })

  test('normal mode lets smaller things pass, and a row that is swiped', async () => {
    await show(
      '<p style="font-size:14px;color:#767676">字</p><button class="tap" style="min-height:44px">去</button>' +
        '<div class="taro-scroll-view__scroll-x" style="overflow-x:auto"><div style="width:600px">字</div></div>',
    )
    expect(await rulesBroken(NORMAL)).toEqual([])
    expect(await rulesBroken(ELDER)).toEqual(
      expect.arrayContaining(['text size', 'contrast', 'scrolls sideways']),
    )
  })
})

describe('the way of the focus', () => {
  const focusRules = async () => (await focusFaultsOf(page)).map(({ rule, where }) => [rule, where])

  test('goes down the page, and by columns', async () => {
    await show(`<div style="display:flex"><div><button class="tap">一</button><button class="tap">二</button></div>
      <div><button class="tap">三</button><button class="tap">四</button></div></div>`)
    expect(await focusRules()).toEqual([])
  })

  test('going back up, or to the left, is a fault', async () => {
    await show(`<div style="display:flex;flex-direction:column-reverse"><button class="tap">下</button>
      <button class="tap">上</button></div>
      <div style="display:flex;flex-direction:row-reverse"><button class="tap">右</button><button class="tap">左</button></div>`)
    expect(await focusRules()).toEqual([
      ['focus order', '上'],
      ['focus order', '左'],
    ])
  })

  test('a control whose focus cannot be seen is a fault', async () => {
    await show('<button class="tap" style="outline:none">去</button>')
    expect(await focusRules()).toEqual([['focus unseen', '去']])
  })
})

test('a screen that says nothing while it waits, or when it cannot go on', async () => {
  await show('<p>字</p>')
  const rules = async (state: State, called: boolean) =>
    (await stateFaultsOf(page, state, called)).map(({ rule }) => rule)
  expect(await rules('loading', true)).toEqual(['nothing to see'])
  expect(await rules('offline', true)).toEqual(['nothing to see'])
  expect(await rules('failed', false)).toEqual([])
  await show('<p class="skeleton">字</p><div class="standstill"><p role="button">去</p></div>')
  expect([...(await rules('loading', true)), ...(await rules('failed', true))]).toEqual([])
})

test('axe-core sees a wrong role and a picture without words', async () => {
  await show('<p role="nothing">字</p><img src="data:," style="width:9px;height:9px">')
  const rules = (await axeFaultsOf(page)).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['axe: aria-roles', 'axe: image-alt']))
})
