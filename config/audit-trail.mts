import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlockDoc, FactDoc, HeadDoc } from '../cloudfunctions/shared/audit.docs'
import type { Trail } from '../cloudfunctions/shared/audit.rules'

/** As much of the SDK's database as reading needs; its own types say less than it does. */
export interface Database {
  collection(name: string): Query
  command: { gt(value: unknown): unknown; in(values: readonly unknown[]): unknown }
}
interface Query {
  where(filter: object): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  get(): Promise<{ data: unknown[] }>
}

/** The most documents one request reads. */
const PAGE = 1_000
const IDS_AT_ONCE = 500

/** As the SDK numbers it: where the collection was never made, there is no document. */
const NO_COLLECTION = -502005

async function documentsOf<Doc>(query: Query): Promise<Doc[]> {
  try {
    return (await query.get()).data as Doc[]
  } catch (error) {
    if ((error as { errCode?: unknown }).errCode === NO_COLLECTION) return []
    throw error
  }
}

/** All documents of a chain, by the page, in the order of a field whose values differ. */
async function allOf<Doc>(
  database: Database,
  name: string,
  chain: string,
  key: keyof Doc & string,
  after: unknown,
): Promise<Doc[]> {
  const docs: Doc[] = []
  for (;;) {
    const last = docs.at(-1)
    const page = await documentsOf<Doc>(
      database
        .collection(name)
        .where({ chain, [key]: database.command.gt(last ? last[key] : after) })
        .orderBy(key, 'asc')
        .limit(PAGE),
    )
    docs.push(...page)
    if (page.length < PAGE) return docs
  }
}

/** The chains that have facts, blocks or heads. */
export async function readChains(database: Database): Promise<string[]> {
  const chains = new Set<string>()
  for (const name of ['auditFacts', 'auditChain', 'auditHeads']) {
    for (let after = ''; ;) {
      const [first] = await documentsOf<{ chain: string }>(
        database
          .collection(name)
          .where({ chain: database.command.gt(after) })
          .orderBy('chain', 'asc')
          .limit(1),
      )
      if (!first) break
      after = first.chain
      chains.add(after)
    }
  }
  return [...chains].sort()
}

/**
 * A chain, while it may grow: heads before facts before blocks, so that whatever was read names only
 * what is read after it; then the facts of blocks that were added meanwhile.
 */
export async function readTrail(database: Database, chain: string): Promise<Trail> {
  const heads = await allOf<HeadDoc>(database, 'auditHeads', chain, 'day', '')
  const facts = await allOf<FactDoc>(database, 'auditFacts', chain, 'listKey', '')
  const blocks = await allOf<BlockDoc>(database, 'auditChain', chain, 'n', 0)
  const known = new Set(facts.map(({ _id }) => _id))
  const unknown = blocks
    .flatMap(({ entries }) => entries.map(({ fact }) => fact))
    .filter((id) => !known.has(id))
  for (let from = 0; from < unknown.length; from += IDS_AT_ONCE) {
    const ids = unknown.slice(from, from + IDS_AT_ONCE)
    facts.push(
      ...(await documentsOf<FactDoc>(
        database
          .collection('auditFacts')
          .where({ _id: database.command.in(ids) })
          .limit(IDS_AT_ONCE),
      )),
    )
  }
  return { chain, blocks, facts, heads }
}

/** Where a trail is read from, by the arguments of the command line. */
export type Source = { data: string } | { url: string } | { env: string }

/** Opens a database for reading: a stopped local cloud's folder, a running one, or a real environment. */
export async function openDatabase(
  source: Source,
): Promise<{ database: Database; close: () => Promise<void> }> {
  if ('env' in source) {
    const { TENCENTCLOUD_SECRETID: id, TENCENTCLOUD_SECRETKEY: key } = process.env
    if (!id || !key)
      throw new Error('A real environment needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY.')
    process.env.TCB_ENV = source.env
    return { database: await initSdk(source.env), close: async () => undefined }
  }
  if ('url' in source) {
    return { database: await sdkAt(source.url), close: async () => undefined }
  }
  // Opening would make an empty cloud where there is none.
  if (!existsSync(join(source.data, 'cloud.db')))
    throw new Error(`There is no data in ${source.data}.`)
  // No function runs over this data, and no timer.
  const functionsDir = mkdtempSync(join(tmpdir(), 'linli-audit-'))
  const removeFolder = () => rmSync(functionsDir, { recursive: true })
  try {
    const { startLocalCloud } = await import('wx-local-cloud')
    const { data } = source
    const cloud = await startLocalCloud({ functionsDir, port: 0, data, timers: 'manual' })
    return {
      database: await sdkAt(cloud.url),
      close: () => cloud.close().finally(removeFolder),
    }
  } catch (error) {
    removeFolder()
    throw error
  }
}

/** The real SDK, led to a local cloud by the environment alone (local-cloud/README.md). */
function sdkAt(url: string): Promise<Database> {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  return initSdk('local')
}

async function initSdk(env: string): Promise<Database> {
  const { default: sdk } = await import('wx-server-sdk')
  sdk.init({ env })
  return sdk.database() as unknown as Database
}
