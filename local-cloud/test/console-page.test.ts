import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from './cloud'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let cloud: TestCloud
let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`The console's journey needs a browser: set CHROMIUM_PATH to a Chromium.`)
  const docs = Array.from({ length: 25 }, (_, i) => ({ _id: `t${i}`, owner: 'alice', due: i }))
  cloud = await startTestCloud({
    collections: { todos: { indexes: [{ name: 'due', keys: [['due', 1]] }] } },
    seed: (db) => db.insertMany('todos', docs),
  })
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => errors.push(String(error)))
  // Refusals that the page shows are asked for below; the browser has a line of its own for each.
  page.on('console', (line) => {
    const refusal = line.text().startsWith('Failed to load resource')
    if (line.type() === 'error' && !refusal) errors.push(line.text())
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

const text = (name: string) => page.getByText(name).first()
const button = (name: string) => page.getByRole('button', { name, exact: true }).first()

test('a developer calls a function, reads its log, mends a document, moves the clock and sets a fault', async () => {
  await page.goto(cloud.url)
  await text('Call a function').click()
  await page.getByRole('combobox', { name: 'Function' }).selectOption('probe')
  await page.getByLabel('As openid').fill('alice')
  await page.getByLabel('Event').fill('{"op":"log","text":"from the console"}')
  await page.getByLabel('Event').press('Enter')
  await page.getByRole('link', { name: 'its log' }).click()
  await text('said from the console').waitFor()

  // With the keyboard alone: 3 is Data.
  await page.keyboard.press('3')
  await page.getByRole('link', { name: /todos/ }).click()
  await text('1 to 20').waitFor()
  await button('Next').click()
  await text('21 to 25').waitFor()
  await page.getByLabel('Query').fill('{"due":{"$gte":24}}')
  await page.getByLabel('Query').press('Enter')
  await text('1 to 1').waitFor()
  await text('1 examined').waitFor()

  await button('Edit').click()
  const editor = page.getByLabel('Document', { exact: true })
  await editor.fill('{"_id":"t24","due":')
  await button('Save').click()
  await page.getByText('is not Extended JSON').waitFor()
  await editor.fill('{"_id":"t24","due":24,"owner":"bob"}')
  await editor.press('Control+Enter')
  await text('"owner":"bob"').waitFor()

  await button('Delete').click()
  await button('Cancel').click()
  await text('"owner":"bob"').waitFor()
  await button('Delete').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await text('Nothing matches.').waitFor()
  const { collections } = await cloud.get('/console/api/overview')
  expect(collections[0].documents).toBe(24)

  await page.getByRole('link', { name: 'Clock' }).click()
  const before = (await cloud.get('/clock')).now
  await button('+ 1 day').click()
  await page.getByText('ticker').first().waitFor()
  expect((await cloud.get('/clock')).now - before).toBeGreaterThanOrEqual(86_400_000)

  await page.getByRole('link', { name: 'Faults' }).click()
  await page.getByLabel('Action').fill('database.getDocument')
  await button('Set fault').click()
  await page.getByRole('cell', { name: 'database.getDocument' }).waitFor()
  await button('Clear all').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click()
  await text('No fault is set').waitFor()
  expect((await cloud.get('/faults')).faults).toEqual([])

  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()
  expect(errors).toEqual([])
}, 60_000)

test('no page is wider than a phone or a desk', async () => {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 760 })
    for (const view of ['functions', 'logs', 'data/todos', 'inbox', 'clock', 'faults']) {
      await page.goto(`${cloud.url}/console/#/${view}`)
      await page.locator('main h1').waitFor()
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([view, width, over]).toEqual([view, width, 0])
    }
  }
}, 60_000)
