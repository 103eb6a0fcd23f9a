import { phone } from '../state.ts'
import { api, ApiFailed, type Options } from './api.ts'

/** wx.request, as far as the browser lets a page ask another server. */
async function request({ url, method, header, data, responseType }: Options): Promise<Options> {
  if (phone.settings.offline) throw new ApiFailed('', { errno: 600001 })
  const way = typeof method === 'string' ? method.toUpperCase() : 'GET'
  const address = new URL(String(url), location.href)
  if (way === 'GET' && typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) address.searchParams.set(name, String(value))
  }
  const body = typeof data === 'string' ? data : JSON.stringify(data ?? {})
  const response = await fetch(address, {
    method: way,
    headers: { 'content-type': 'application/json', ...(header as Record<string, string>) },
    ...(way === 'GET' ? {} : { body }),
  }).catch((thrown: unknown) => {
    throw new ApiFailed(String(thrown))
  })
  const text = responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.text()
  return { statusCode: response.status, header: {}, cookies: [], data: asJson(text) }
}

function asJson(text: string | ArrayBuffer): unknown {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

export const requests = { request: api('request', request) }
