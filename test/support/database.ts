import cloud from 'wx-server-sdk'
import type { TestCloud } from './cloud'

const PAGE = 1_000

/**
 * All documents of a collection, read with the real SDK from outside of any function: what a test
 * holds invariants against.
 */
export async function allOf<Doc>(testCloud: TestCloud, collection: string): Promise<Doc[]> {
  pointSdkAt(testCloud.url)
  const database = cloud.database()
  const docs: Doc[] = []
  for (;;) {
    const { data } = (await database
      .collection(collection)
      .orderBy('_id', 'asc')
      .skip(docs.length)
      .limit(PAGE)
      .get()) as unknown as { data: Doc[] }
    docs.push(...data)
    if (data.length < PAGE) return docs
  }
}

/** Adds documents with the real SDK, from outside of any function. */
export async function addDocs(
  testCloud: TestCloud,
  collection: string,
  docs: object[],
): Promise<void> {
  pointSdkAt(testCloud.url)
  await cloud.database().collection(collection).add({ data: docs })
}

/** Changes fields of one document with the real SDK, from outside of any function. */
export async function changeDoc(
  testCloud: TestCloud,
  collection: string,
  id: string,
  fields: object,
): Promise<void> {
  pointSdkAt(testCloud.url)
  await cloud.database().collection(collection).doc(id).update({ data: fields })
}

/** Takes a field out of one document. */
export async function removeField(
  testCloud: TestCloud,
  collection: string,
  id: string,
  field: string,
): Promise<void> {
  pointSdkAt(testCloud.url)
  const database = cloud.database()
  const gone = { [field]: database.command.remove() }
  await database.collection(collection).doc(id).update({ data: gone })
}

/** The whole database, by collection: two of them equal means that nothing was written between. */
export async function snapshot(
  testCloud: TestCloud,
  collections: readonly string[],
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const name of collections) all[name] = await allOf(testCloud, name)
  return all
}

let initialised = false

/** The environment that redirects the unmodified SDK (local-cloud/README.md); read again at every request. */
export function pointSdkAt(url: string): void {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    TENCENTCLOUD_SESSIONTOKEN: 'test',
    TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  if (!initialised) cloud.init({ env: 'local' })
  initialised = true
}

/** Empties a collection, with the real SDK, from outside of any function. */
export async function emptyCollection(testCloud: TestCloud, collection: string): Promise<void> {
  pointSdkAt(testCloud.url)
  const all = cloud.database().collection(collection)
  await all.where({ _id: cloud.database().command.neq('') }).remove()
}
