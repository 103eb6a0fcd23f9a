import { existsSync, readFileSync } from 'node:fs'
import type { Contract, OperationName } from '../types/contract'
import { inRepo } from './paths.mts'

/** A screen of the program, and how the demo fills it. */
export interface Route {
  /** 'pages/service/index' */
  path: string
  /** '?serviceId=...', or nothing; what hangs on answers is there once they are (`prepareRoutes`). */
  query: string
  params: DemoParams
  /** Whose phone it is, an openid of the demo. */
  person: string
  /** Staff work on it, at a desk too. */
  desk: boolean
  before: readonly DemoTap[]
  opened: Readonly<Record<string, readonly string[]>>
}

/**
 * A call that somebody made earlier: the person whose phone it is, unless it says who. Its input may hang
 * on what the calls before it answered, e.g. the digits that one person reads out to another.
 */
export type DemoTap = {
  [Name in OperationName]: {
    op: Name
    person?: string
    input: Contract[Name]['input'] | ((answers: readonly unknown[]) => Contract[Name]['input'])
  }
}[OperationName]

/** What a page's address says; some of it is only known by what the calls before answered. */
export type DemoParams = Readonly<
  Record<string, string | ((answers: readonly unknown[]) => string)>
>

/** What a page's `index.demo.ts` exports as `demo`, all of it optional. */
export interface RouteDemo {
  /** What the page reads of its address. Each has a value here. */
  params?: DemoParams
  /** Whose phone it is; `demo-elder`, and `demo-staff` for a desk page, when left out. */
  person?: string
  /** Calls, of that person or of others, which give the page something to show. */
  before?: DemoTap[]
  /** What opens on the page, e.g. a sheet: by a name, the words of the buttons, rows or choices to tap in order. */
  opened?: Record<string, string[]>
}

interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

/** A page of staff: a folder, or a subpackage, whose name begins with `desk`. */
export const isDesk = (path: string) => /(^|\/)desk(-|\/)/.test(path)

/** Every route of the program, read from src/app.config.ts: main package and subpackages, tabs too. */
export async function readRoutes(): Promise<Route[]> {
  // Taro's own global, as it is at build time.
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: app } = (await import(inRepo('src/app.config.ts'))) as { default: AppConfig }
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])]
  const paths = [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  return Promise.all(paths.map(readRoute))
}

async function readRoute(path: string): Promise<Route> {
  const file = `src/${path}.demo.ts`
  const demo = existsSync(inRepo(file))
    ? ((await import(inRepo(file))) as { demo: RouteDemo }).demo
    : {}
  const params = demo.params ?? {}
  const problem = problemOf(path, readFileSync(inRepo(`src/${path}.tsx`), 'utf8'), params)
  if (problem) throw new Error(problem)
  const desk = isDesk(path)
  return {
    path,
    params,
    query: queryOf(params, []),
    person: demo.person ?? (desk ? 'demo-staff' : 'demo-elder'),
    desk,
    before: demo.before ?? [],
    opened: demo.opened ?? {},
  }
}

/** The address's query; what hangs on answers is left empty while there are none. */
export function queryOf(params: DemoParams, answers: readonly unknown[]): string {
  const said = Object.entries(params).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : answers.length === 0 ? '' : value(answers),
  ])
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`
}

/** What keeps a page from being opened by a tool: it reads its address, and nobody says what stands there. */
export function problemOf(path: string, source: string, params: DemoParams): string | undefined {
  const read = /const \{([^}]*)\} = useRouter(?:<[^>]*>)?\(\)\.params/.exec(source)
  const readsSomehow = /\buse(Router|Load)\b/.test(source.replace(/^import .*$/gm, ''))
  const names = (read?.[1] ?? '')
    .split(',')
    .map((part) => (part.split(/[=:]/)[0] ?? '').trim())
    .filter((name) => name !== '')
  const missing = read
    ? names.filter((name) => !(name in params))
    : readsSomehow && Object.keys(params).length === 0
      ? ['what it reads']
      : []
  if (missing.length === 0) return undefined
  return (
    `src/${path}.tsx reads its address, and no tool knows what to open it with: write ` +
    `src/${path}.demo.ts with \`export const demo = { params: { ... } }\`, giving ${missing.join(', ')} ` +
    '(config/routes.mts says what else may stand there).'
  )
}
