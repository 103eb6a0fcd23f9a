import { fileURLToPath } from 'node:url'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from 'wx-local-cloud'

export const FUNCTIONS = fileURLToPath(new URL('./fixtures/functions', import.meta.url))

export interface Reply {
  result?: any // What a fixture returns is looked at freely by tests.
  errCode?: number
  errMsg?: string
  requestID?: string
}

export interface TestCloud extends LocalCloud {
  as(openid: string, name: string, event: object): Promise<Reply>
  get(path: string): Promise<any> // A JSON reply, looked at freely by tests.
  post(path: string, body?: unknown): Promise<{ status: number; body: any }>
  lines: string[]
}

/** A cloud over the fixture functions, in memory unless told otherwise. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const lines: string[] = []
  const cloud = await startLocalCloud({
    functionsDir: FUNCTIONS,
    port: 0,
    data: ':memory:',
    timers: 'manual',
    log: (line) => lines.push(line),
    ...options,
  })
  const post = async (path: string, body: unknown = {}, headers: Record<string, string> = {}) => {
    const response = await fetch(`${cloud.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
    return { status: response.status, body: (await response.json()) as Reply }
  }
  return {
    ...cloud,
    lines,
    post,
    as: async (openid, name, event) =>
      (await post(`/call/${name}`, event, { 'x-openid': openid })).body,
    get: async (path) => (await fetch(`${cloud.url}${path}`)).json(),
  }
}
