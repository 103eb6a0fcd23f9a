import { existsSync, readFileSync } from 'node:fs'
import type { CollectionsOption, LocalCloud } from 'wx-local-cloud'
import { newCanary } from '../cloudfunctions/shared/canary'
import { parseRing, type RingKey } from '../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../cloudfunctions/shared/seal'
import { demoDocuments, demoPeople } from './demo.mts'
import { fieldsByTemplate } from './demo-templates.mts'
import { DEMO_KEYS, ownKeys } from './linli-keys.mts'
import { inRepo } from './paths.mts'

export interface LinliCloudOptions {
  port: number
  /** A folder, or ':memory:'. */
  data: string
  /** `demo` fills an empty database; `none` leaves it empty. */
  seed: 'demo' | 'none'
  /** How many `resident-0001`... the demo has besides its own people. */
  residents: number
  /** Added to every database action, ms. */
  latencyMs: number
  /** Served at `/`: the H5 build. */
  staticDir?: string
  /** Concurrent instances of one function; 20 when left out. */
  maxInstances?: number
  /** `manual`: timers run only when the clock is moved. */
  timers?: 'auto' | 'manual'
  /** Limits to keep, as WeChat sets them; none when left out. */
  profile?: 'wechat-basic'
  /** Where the cloud's clock starts, epoch ms; the machine's time when left out. */
  now?: number
  /** The functions' LINLI_KEYS; those of this machine when left out, or else the demo's. */
  keys?: string
  /** The functions' LINLI_TEMPLATES; without it nothing is sent to phones. */
  templates?: string
  /** More environment variables of the functions. */
  env?: Record<string, string>
  log?: (line: string) => void
}

/** Starts the local cloud over the built functions. Both must have been built. */
export async function startLinliCloud(options: LinliCloudOptions): Promise<LocalCloud> {
  if (!functionsAreBuilt()) {
    throw new Error('The cloud functions are not built. Run: npm run build:cloud')
  }
  if (!existsSync(inRepo('local-cloud/dist/index.js'))) {
    throw new Error('The local cloud is not built. Run: node local-cloud/build.mjs')
  }
  // Imported here, since the package's code is itself built.
  const { startLocalCloud } = await import('wx-local-cloud')
  const { seed, residents, keys = ownKeys() ?? DEMO_KEYS, templates, env, ...rest } = options
  const collections = JSON.parse(
    readFileSync(inRepo('dist/collections.json'), 'utf8'),
  ) as CollectionsOption
  return startLocalCloud({
    ...rest,
    functionsDir: inRepo('dist/cloud'),
    collections,
    env: { ...env, LINLI_KEYS: keys, ...(templates ? { LINLI_TEMPLATES: templates } : {}) },
    ...(templates ? { messageTemplates: fieldsByTemplate(templates) } : {}),
    ...(seed === 'demo'
      ? {
          people: demoPeople,
          seed: (db) => {
            const now = options.now ?? Date.now()
            const parsed = keysOf(keys)
            const documents = demoDocuments({ now, residents, ring: ringOf(parsed) })
            for (const [name, docs] of Object.entries(documents)) db.insertMany(name, docs)
            // As functions leave them that have sealed so much: no other ring goes with this data.
            db.insertMany(
              'keyRing',
              parsed.map((key, i) => newCanary(key, i === 0, now)),
            )
          },
        }
      : {}),
  })
}

/** The keys that functions are given, with which the demo's personal data is sealed too. */
function keysOf(text: string): RingKey[] {
  const parsed = parseRing(text, { here: true })
  if ('problem' in parsed)
    throw new Error(`LINLI_KEYS: ${parsed.problem}. Run: npm run keys -- check`)
  return parsed.keys
}

/** Have the cloud functions been built? */
export const functionsAreBuilt = (): boolean =>
  existsSync(inRepo('dist/cloud')) && existsSync(inRepo('dist/collections.json'))
