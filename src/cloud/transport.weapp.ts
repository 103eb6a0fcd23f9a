import Taro from '@tarojs/taro'
import type { CallEvent } from '../../types/contract/wire'
import { CallFailed, type PlatformFailure } from './transport.failure'
import { PATIENCE_MS, withPatience } from './transport.patience'

const isLocal = process.env.TARO_APP_CLOUD === 'local'

/** Once, when the program starts. */
export function startTransport(): void {
  if (isLocal) return
  const env = process.env.TARO_APP_CLOUD_ENV
  Taro.cloud.init(env ? { env } : {})
}

/** Sends one event to a cloud function and gives its raw reply; throws what the platform throws. */
export async function send(name: string, event: CallEvent): Promise<unknown> {
  return withPatience(isLocal ? sendToLocalCloud(name, event) : sendToCloud(name, event))
}

async function sendToCloud(name: string, event: CallEvent): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name, data: event })
  return result
}

/** WeChat DevTools without a cloud account: the same reply over HTTP. */
async function sendToLocalCloud(name: string, event: CallEvent): Promise<unknown> {
  const { data } = await Taro.request<{ result: unknown } | PlatformFailure>({
    url: `${process.env.TARO_APP_CLOUD_URL}/call/${name}`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-openid': process.env.TARO_APP_OPENID },
    data: event,
    timeout: PATIENCE_MS,
  })
  if ('errMsg' in data) throw new CallFailed(data)
  return data.result
}
