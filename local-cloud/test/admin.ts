import { EJSON } from 'bson'

/** A reply of the SDK's endpoint, looked at freely by tests. */
export type AdminReply = Record<string, any>

/** Posts what the SDK would post, without the SDK. */
export async function admin(url: string, body: object): Promise<AdminReply> {
  const response = await fetch(`${url}/admin?env=local&seqId=1`, {
    method: 'POST',
    headers: { authorization: 'signed' },
    body: JSON.stringify(body),
  })
  const reply = (await response.json()) as AdminReply
  return { status: response.status, type: response.headers.get('content-type'), ...reply }
}

const text = (value: unknown): string => EJSON.stringify(value, { relaxed: false })

/** The database's actions with plain values, encoded as the SDK encodes them. */
export function rawDatabase(url: string, collectionName: string) {
  const send = (action: string, params: object) =>
    admin(url, { action: `database.${action}`, collectionName, ...params })
  return {
    send,
    insert: (...docs: object[]) => send('insertDocument', { data: docs.map(text) }),
    find: async (query: object, more: object = {}) => {
      const reply = await send('getDocument', { query: text(query), ...more })
      return (reply.data?.list as string[] | undefined)?.map((doc) => EJSON.parse(doc)) ?? reply
    },
    update: (query: object, data: object, more: object = {}) =>
      send('modifyDocument', {
        query: text(query),
        data: text(data),
        ...{ multi: true, merge: true, upsert: false },
        ...more,
      }),
    aggregate: async (...stages: object[]) => {
      const reply = await send('aggregateDocuments', {
        stages: stages.map((stage) => {
          const [[stageKey, value]] = Object.entries(stage) as [[string, unknown]]
          return {
            stageKey,
            stageValue: typeof value === 'object' ? text(value) : JSON.stringify(value),
          }
        }),
      })
      return reply.data === undefined ? reply : (reply.data.list as string[])
    },
  }
}
