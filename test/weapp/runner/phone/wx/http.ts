import { phone } from '../state.ts'

/** A request to the local cloud, which serves this page too, as the person whose phone this is. */
export async function toCloud(path: string, body?: unknown): Promise<unknown> {
  if (phone.settings.offline) throw new TypeError('Failed to fetch')
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(phone.settings.openid ? { 'x-openid': phone.settings.openid } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}
