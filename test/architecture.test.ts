import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../cloudfunctions/shared/collections'
import { inRepo } from '../config/paths.mts'
import { readRoutes } from '../config/routes.mts'

/** What dependency-cruiser cannot see, and whether its own rules catch what they are for. */

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry)
    if (entry === 'node_modules' || entry === 'dist' || entry.startsWith('.')) continue
    if (statSync(path).isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

interface Source {
  path: string
  code: string
}

/** Source without comments, so that a comment may name what the code must not use. */
const withoutComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

const sourcesOf = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) => [...filesBelow(inRepo(folder))])
    .filter((path) => /\.(ts|tsx|mts)$/.test(path))
    .map((path) => ({
      path: relative(inRepo(), path).replaceAll('\\', '/'),
      code: withoutComments(readFileSync(path, 'utf8')),
    }))

const phone = sourcesOf('src')
const cloud = sourcesOf('cloudfunctions')
const product = [...phone, ...cloud, ...sourcesOf('types', 'config', 'local-cloud/src')]
const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path)
const isDemo = ({ path }: Source) => /\.demo\.ts$|demo-/.test(path)

const offenders = (sources: Source[], pattern: RegExp, allowed: (path: string) => boolean) =>
  sources.filter(({ path, code }) => pattern.test(code) && !allowed(path)).map(({ path }) => path)

describe('the phone', () => {
  test('only the transport talks to the cloud', () => {
    const atTransport = (path: string) => path.startsWith('src/cloud/transport')
    expect(offenders(phone, /\b(Taro|wx)\.cloud\b/, atTransport)).toEqual([])
    expect(phone.some(({ path, code }) => atTransport(path) && code.includes('Taro.cloud'))).toBe(
      true,
    )
  })

  test('never opens the database', () => {
    expect(offenders(phone, /\.database\(/, () => false)).toEqual([])
  })

  test('takes "today" from the cloud', () => {
    const clock = /\bDate\.now\(|new Date\(\)/
    // Its one file says what the phone's own clock is good for.
    const exempt = (path: string) =>
      path.startsWith('src/cloud/') ||
      path === 'src/lib/phone-clock.ts' ||
      path.endsWith('.test.ts')
    expect(offenders(phone, clock, exempt)).toEqual([])
  })

  test('only a page reads its address, where the tools that open every page look for it', () => {
    const isPage = (path: string) => /^src\/.*pages\/[^/]+\/index\.tsx$/.test(path)
    expect(offenders(phone, /\buse(Router|Load)\b/, isPage)).toEqual([])
    expect(phone.some(({ path, code }) => isPage(path) && code.includes('useRouter'))).toBe(true)
  })

  test('what fills a page in the demo is for tools', () => {
    expect(offenders(phone, /from '[^']*\.demo'/, () => false)).toEqual([])
  })

  test('default exports are for pages and configs', () => {
    const pageOrConfig = (path: string) =>
      /^src\/(pages\/[^/]+|custom-tab-bar)\/index(\.config)?\.tsx?$/.test(path) ||
      /^src\/app(\.config)?\.tsx?$/.test(path)
    expect(offenders(phone, /^export default/m, pageOrConfig)).toEqual([])
  })

  test('Chinese copy lives in *.text.ts', () => {
    const text = (path: string) =>
      /\.text\.ts$|\.test\.tsx?$|\.(config|demo)\.ts$|^src\/lib\/.*format\.ts$/.test(path)
    expect(offenders(phone, /[\u4e00-\u9fff]/, text)).toEqual([])
  })
})

describe('the cloud functions', () => {
  test('only stores, queries and shared name collections', () => {
    const mayName = (path: string) =>
      /\.(store|query)\.ts$/.test(path) || path.startsWith('cloudfunctions/shared/')
    expect(offenders(cloud, /\b(c|readC)ollection(<|\()/, mayName)).toEqual([])
  })

  test('a query has nothing to write with', () => {
    const queries = cloud.filter(({ path }) => path.endsWith('.query.ts'))
    expect(queries.length).toBeGreaterThan(0)
    expect(
      offenders(queries, /\bcollection(<|\()|\.(insert|updateOne|updateMany)\(/, () => false),
    ).toEqual([])
  })

  test('every collection used is declared, and every declared one is used', () => {
    const used = new Set<string>()
    for (const { code } of cloud) {
      for (const [, name] of code.matchAll(/\b(?:c|readC)ollection(?:<[^(]*>)?\('(\w+)'\)/g)) {
        if (name) used.add(name)
      }
      for (const [, name] of code.matchAll(
        /^\s+(\w+): \w*\[\] = \[\]|documents: \{ ([\w,: ]+) \}/gm,
      ))
        void name
    }
    const seeded = new Set(['households', 'residents'])
    const declared = Object.keys(COLLECTIONS)
    expect([...used].filter((name) => !declared.includes(name))).toEqual([])
    expect(declared.filter((name) => !used.has(name) && !seeded.has(name))).toEqual([])
  })

  test('every collection is closed to clients, with at most 20 indexes, as WeChat allows', () => {
    for (const { rule, indexes } of Object.values(COLLECTIONS)) {
      expect(rule).toEqual({ read: false, write: false })
      expect(indexes.length).toBeLessThanOrEqual(20)
    }
  })

  test('rules read no clock and draw no chance', () => {
    const rules = cloud.filter(({ path }) => path.endsWith('.rules.ts'))
    expect(rules.length).toBeGreaterThan(0)
    expect(
      offenders(rules, /Date\.now|new Date\(|Math\.random|\basync\b|\bawait\b/, () => false),
    ).toEqual([])
  })

  test('only shared/time.ts knows the time zone', () => {
    expect(
      offenders(cloud, /Asia\/|\bdayjs\b/, (path) => path === 'cloudfunctions/shared/time.ts'),
    ).toEqual([])
  })

  test('an index.ts lists operations: no switch, no database, no rule', () => {
    const indexes = cloud.filter(({ path }) => /^cloudfunctions\/[^/]+\/index\.ts$/.test(path))
    expect(indexes.length).toBeGreaterThan(0)
    expect(offenders(indexes, /\bswitch\b|\bif\b|\?|await|\.rules'|\.store'/, () => false)).toEqual(
      [],
    )
  })

  test('nothing waits with Promise.all: it would answer while work still runs', () => {
    expect(
      offenders(
        cloud,
        /Promise\.(all|race|any)\(/,
        // Both give up on work that does not end in time, and do nothing after.
        (path) => /^cloudfunctions\/shared\/(serve|within)\.ts$/.test(path),
      ),
    ).toEqual([])
  })

  test('Chinese copy lives in *.text.ts', () => {
    const sources = cloud.filter((source) => !isTest(source) && !isDemo(source))
    expect(offenders(sources, /[\u4e00-\u9fff]/, (path) => path.endsWith('.text.ts'))).toEqual([])
  })
})

describe('everywhere', () => {
  test('no default export outside pages and configs', () => {
    const config = (path: string) =>
      /^src\/(pages\/[^/]+\/index|custom-tab-bar\/index|app)(\.config)?\.tsx?$/.test(path) ||
      path === 'config/index.ts'
    expect(offenders(product, /^export default/m, config)).toEqual([])
  })

  test('file names are kebab-case with the role after a dot', () => {
    const odd = product.filter(
      ({ path }) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mts)$/.test(path.split('/').at(-1) ?? ''),
    )
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  test('no file has grown past what a reader can hold', () => {
    const long = product.filter((source) => !isTest(source) && source.code.split('\n').length > 300)
    expect(long.map(({ path }) => path)).toEqual([])
  })
})

describe('every way leads to a screen', async () => {
  /** What each page of src/app.config.ts reads of its address: its tools give it all of it (config/routes.mts). */
  const screens = new Map(
    (await readRoutes()).map(({ path, query }) => [path, [...new URLSearchParams(query).keys()]]),
  )
  const screenOf = (name: string) => `pages/${name}/index`
  const leadsNowhere = (path: string, params: readonly string[]): boolean =>
    params.some((param) => !(screens.get(path) ?? []).includes(param)) || !screens.has(path)

  test('a page that the cloud names, as where a message leads, with what it reads of its address', () => {
    const named = cloud
      .filter((source) => !isTest(source))
      .flatMap(({ code }) => [...code.matchAll(/pages\/[\w-]+\/\w+(?:\?(\w+)=)?/g)])
      .map(([whole, param]) => ({ path: whole.split('?')[0] ?? '', params: param ? [param] : [] }))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter(({ path, params }) => leadsNowhere(path, params))).toEqual([])
  })

  const routes = readFileSync(inRepo('src/lib/routes.ts'), 'utf8')

  test('a screen that the phone opens, with what it reads of its address', () => {
    const opened = [...routes.matchAll(/\bto\('([\w-]+)'(?:, \{([^}]*)\})?\)/g)].map(
      ([, name = '', params = '']) => ({
        path: screenOf(name),
        params: params
          .split(',')
          .map((param) => (param.split(':')[0] ?? '').trim())
          .filter((param) => param !== ''),
      }),
    )
    expect(opened.length).toBeGreaterThan(20)
    expect(opened.filter(({ path, params }) => leadsNowhere(path, params))).toEqual([])
  })

  test('a tab is one of the bar', async () => {
    const { default: app } = (await import(inRepo('src/app.config.ts'))) as {
      default: { tabBar: { list: { pagePath: string }[] } }
    }
    const [, names = ''] = /type TabName = (.*)/.exec(routes) ?? []
    const tabs = [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => screenOf(name))
    expect(tabs.sort()).toEqual(app.tabBar.list.map(({ pagePath }) => pagePath).sort())
  })

  test('what the cloud prints is a kind of code that the scan page knows', () => {
    const printed = cloud.flatMap(({ path, code }) =>
      [...code.matchAll(/sceneOf\(\{ letter: (\w+)/g)].map(([, name = '']) => ({
        path,
        letter: new RegExp(`const ${name} = '(\\w)'`).exec(code)?.[1],
      })),
    )
    const codes = readFileSync(inRepo('src/pages/scan/codes.ts'), 'utf8')
    const known = [...codes.matchAll(/^ {2}(\w): \w+,$/gm)].map(([, letter]) => letter)
    expect(printed.length).toBeGreaterThan(1)
    expect(printed.filter(({ letter }) => !known.includes(letter))).toEqual([])
  })
})

describe('the documents', () => {
  const pages = ['.', 'docs', 'docs/decisions', 'local-cloud'].flatMap((folder) =>
    readdirSync(inRepo(folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  )

  test.each(pages)('%s links to what exists, and names npm scripts that exist', (page) => {
    const text = readFileSync(inRepo(page), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(inRepo(dirname(page), link)))).toEqual([])
    const { scripts } = JSON.parse(readFileSync(inRepo('package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe('dependency-cruiser catches what its rules are for', () => {
  const require = createRequire(import.meta.url)
  const { forbidden, options } = require('../.dependency-cruiser.cjs') as {
    forbidden: { name: string; comment: string }[]
    options: ICruiseOptions
  }

  /** For each rule, a file and what it imports although it must not. */
  const TEMPTATIONS: Record<string, [from: string, to: string]> = {
    'no-cycles': ['src/lib/a.ts', 'src/lib/b.ts'],
    'contract-imports-nothing-of-ours': ['types/contract/x.ts', 'cloudfunctions/shared/ids.ts'],
    'phone-never-reaches-the-cloud': ['src/lib/a.ts', 'cloudfunctions/shared/ids.ts'],
    'phone-never-uses-node': ['src/lib/a.ts', 'node:fs'],
    'phone-takes-few-values-of-the-contract': ['src/lib/a.ts', 'types/contract/booking.ts'],
    'cloud-never-reaches-the-phone': ['cloudfunctions/booking/a.ts', 'src/lib/b.ts'],
    'one-phone-feature-never-imports-another': ['src/features/a/a.ts', 'src/features/b/b.ts'],
    'pages-are-not-imported': ['src/features/a/a.ts', 'src/pages/home/b.ts'],
    'only-home-composes-on-the-phone': ['src/pages/x/index.tsx', 'src/features/a/a.card.tsx'],
    'only-scan-follows-codes': ['src/pages/x/index.tsx', 'src/features/a/a.code.tsx'],
    'scan-composes-from-codes-only': ['src/pages/scan/codes.ts', 'src/features/a/a-view.tsx'],
    'one-function-never-imports-another': ['cloudfunctions/a/a.ts', 'cloudfunctions/b/b.ts'],
    'home-composes-from-queries-only': ['cloudfunctions/home/a.ts', 'cloudfunctions/b/b.store.ts'],
    'ticker-composes-from-jobs-only': ['cloudfunctions/ticker/a.ts', 'cloudfunctions/b/b.store.ts'],
    'shared-names-no-feature': ['cloudfunctions/shared/a.ts', 'cloudfunctions/b/b.ts'],
    'ui-and-lib-know-no-feature': ['src/ui/a.ts', 'src/features/b/b.ts'],
    'rules-are-pure': ['cloudfunctions/a/a.rules.ts', 'cloudfunctions/shared/db.ts'],
    'queries-never-reach-a-store': ['cloudfunctions/a/a.query.ts', 'cloudfunctions/a/a.store.ts'],
    'one-door-to-the-sdk': ['cloudfunctions/a/a.ts', 'node_modules/wx-server-sdk/index.js'],
    'only-the-guard-uses-the-door': ['cloudfunctions/a/a.ts', 'cloudfunctions/shared/cloud.ts'],
    'local-cloud-knows-no-feature': ['local-cloud/src/a.ts', 'types/contract/b.ts'],
    'product-never-imports-tests': ['src/lib/a.ts', 'test/b.ts'],
    'demo-stays-out-of-functions': ['cloudfunctions/a/a.ts', 'cloudfunctions/a/a.demo.ts'],
    'nothing-missing': ['src/lib/a.ts', 'src/lib/missing.ts'],
  }

  test.each(forbidden)('$name', async ({ name, comment }) => {
    expect(comment.length).toBeGreaterThan(20)
    const temptation = TEMPTATIONS[name]
    if (!temptation) throw new Error(`No case for the rule ${name}.`)
    const [from, to] = temptation
    const world = mkdtempSync(join(inRepo('node_modules'), '.cruise-'))
    try {
      const write = (path: string, code: string) => {
        mkdirSync(dirname(join(world, path)), { recursive: true })
        writeFileSync(join(world, path), code)
      }
      const specifier = to.startsWith('node:')
        ? to
        : relative(dirname(from), to).replace(/\.tsx?$/, '')
      write(
        from,
        `import { b } from '${specifier.startsWith('.') || to.startsWith('node:') ? specifier : `./${specifier}`}'\nexport const a = b\n`,
      )
      if (!to.startsWith('node:') && name !== 'nothing-missing') {
        const back = relative(dirname(to), from).replace(/\.tsx?$/, '')
        write(
          to,
          name === 'no-cycles'
            ? `import { a } from './${back}'\nexport const b = a\n`
            : 'export const b = 1\n',
        )
      }
      write('tsconfig.json', '{}')
      const { output } = await cruise(
        [dirname(from)],
        {
          ...options,
          exclude: undefined,
          doNotFollow: undefined,
          baseDir: world,
          ruleSet: { forbidden },
          validate: true,
        } as ICruiseOptions,
        undefined,
        { tsConfig: extractTSConfig(inRepo('tsconfig.json')) },
      )
      const names = (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
      expect(names).toContain(name)
    } finally {
      rmSync(world, { recursive: true, force: true })
    }
  })
})
