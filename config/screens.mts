/**
 * `npm run screens`: a picture of every route in every look, from the real program, with a page that
 * shows all of them, in .screens/; and the picture of the README, home, a service and my bookings side by
 * side, as the elder of the demo sees them. `-- --readme` makes that one alone, and `-- --only home,desk-places` the
 * pictures of these pages in H5 alone.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { startBrowser } from './browser.mts'
import { runBuilds } from './builds.mts'
import { DEMO_MORNING } from './demo.mts'
import { startLinliCloud } from './local-cloud.mts'
import { inRepo } from './paths.mts'
import { provideBrowser, provideChineseFont } from './provision.mts'
import { readRoutes, type Route } from './routes.mts'
import { giveUp, sentenceOf } from './say.mts'
import { picturesOfH5, type Picture } from './screens-h5.mts'
import { readmePicture } from './screens-readme.mts'
import { contactSheet, type Sheet } from './screens-sheet.mts'
import { picturesOfWeapp } from './screens-weapp.mts'
import { prepareRoutes } from './visit.mts'

/** What a reader of the README should have to load at most. */
const README_BYTES = 150 * 1024

interface PhoneBuild {
  name: string
  /** What the cloud serves, so that a browser finds the build. */
  root: string
  pictures: (browser: Browser, url: string, routes: readonly Route[]) => AsyncIterable<Picture>
}

/** Each build of the phone, and how pictures of it are taken. */
const builds: readonly PhoneBuild[] = [
  { name: 'h5', root: inRepo('dist/h5'), pictures: picturesOfH5 },
  { name: 'weapp', root: inRepo('dist/runner'), pictures: picturesOfWeapp },
]

const startCloud = (staticDir: string) =>
  startLinliCloud({
    port: 0,
    data: ':memory:',
    seed: 'demo',
    residents: 0,
    latencyMs: 0,
    timers: 'manual',
    now: DEMO_MORNING,
    staticDir,
  })

/** `only`: pages by the names of their folders; all of them in both builds when left out. */
async function takeAll(browser: Browser, only: readonly string[] | undefined): Promise<void> {
  const folder = inRepo('.screens')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const all = await readRoutes()
  const routes = only ? all.filter(({ path }) => only.includes(path.split('/')[1] ?? '')) : all
  const sheets: Sheet[] = []
  for (const { name, root, pictures } of only ? builds.slice(0, 1) : builds) {
    const cloud = await startCloud(root)
    try {
      await prepareRoutes(cloud.url, routes)
      // What follows from what the demo has published: lists of people, above all.
      await cloud.call('ticker', { Type: 'Timer' }, { source: 'wx_trigger' })
      for await (const picture of pictures(browser, cloud.url, routes)) {
        const sheet = sheetOf(name, picture)
        writeFileSync(`${folder}/${sheet.file}`, picture.png)
        sheets.push(sheet)
      }
    } finally {
      await cloud.close()
    }
  }
  writeFileSync(`${folder}/index.html`, contactSheet(sheets))
  console.log(`.screens/index.html: ${sheets.length} pictures`)
}

function sheetOf(build: string, { route, look, opened, width }: Picture): Sheet {
  const desk = route.desk ? `, ${width} px` : ''
  const name = `${route.path}${desk}${opened && `, ${opened}`}`
  const file = `${build} ${name} ${look.name}.png`.replace(/[^a-z0-9.-]+/gi, '-')
  return { build, look: look.name, name, file }
}

async function takeReadme(browser: Browser): Promise<void> {
  const cloud = await startCloud(inRepo('dist/h5'))
  try {
    const picture = await readmePicture(browser, cloud.url)
    const file = 'docs/screens/linli.png'
    mkdirSync(inRepo('docs/screens'), { recursive: true })
    writeFileSync(inRepo(file), picture)
    console.log(`${file}: ${Math.round(picture.length / 1024)} KB`)
    if (picture.length > README_BYTES) throw new Error(`${file} is over 150 KB.`)
  } finally {
    await cloud.close()
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: { readme: { type: 'boolean', default: false }, only: { type: 'string' } },
    }).values
  } catch (error) {
    return giveUp(`${sentenceOf(error)}\nUsage: npm run screens [-- --readme | --only PAGES]`)
  }
}

const { readme, only } = readOptions()
try {
  await runBuilds(['local cloud', 'cloud functions', 'H5 pages'])
  if (!readme && only === undefined) await runBuilds(['mini-program', 'mini-program in a browser'])
  await provideChineseFont()
  process.env.CHROMIUM_PATH = await provideBrowser()
  const browser = await startBrowser()
  try {
    if (!readme) await takeAll(browser, only?.split(','))
    if (only === undefined) await takeReadme(browser)
  } finally {
    await browser.close()
  }
} catch (error) {
  giveUp(sentenceOf(error))
}
