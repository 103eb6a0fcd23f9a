import { randomBytes } from 'node:crypto'
import { APPID } from '../environment'
import { ApiError, invalidArgs, invalidOpenid } from './api-error'
import type { ApiContext, ApiParams } from './context'
import { judge, type Verdict } from './content-rules'

const LONGEST_CONTENT = 2500
const AUDIO = 1
const IMAGE = 2

const traceId = (): string => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')

/** version 2, a scene from 1 to 4, and a person who was here within two hours. */
function checkCaller({ version, scene, openid }: ApiParams, context: ApiContext): string {
  if (version !== 2) throw invalidArgs('version')
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) throw invalidArgs('scene')
  if (typeof openid !== 'string' || openid === '') throw invalidOpenid()
  if (!context.visited(openid)) throw new ApiError(61010, 'code is expired')
  return openid
}

const detailOf = ({ suggest, label, keywords }: Verdict): object[] => [
  { strategy: 'content_model', errcode: 0, suggest, label, prob: suggest === 'pass' ? 100 : 90 },
  ...keywords.map((keyword) => ({
    strategy: 'keyword',
    errcode: 0,
    suggest,
    label,
    level: 90,
    keyword,
  })),
]

/** security.msgSecCheck, version 2. */
export function checkMessage(params: ApiParams, context: ApiContext): object {
  const { content } = params
  if (typeof content !== 'string' || content === '') throw new ApiError(44004, 'empty content')
  if ([...content].length > LONGEST_CONTENT) throw new ApiError(45002, 'content size out of limit')
  checkCaller(params, context)
  const verdict = judge(content, context.contentRules)
  const { suggest, label } = verdict
  return { trace_id: traceId(), result: { suggest, label }, detail: detailOf(verdict) }
}

/** security.mediaCheckAsync, version 2: a trace id now, a `wxa_media_check` push later. */
export function checkMedia(params: ApiParams, context: ApiContext): object {
  const { media_url: url, media_type: type } = params
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw invalidArgs('media_url')
  if (type !== AUDIO && type !== IMAGE) throw invalidArgs('media_type')
  checkCaller(params, context)
  const trace_id = traceId()
  context.later(() => {
    const common = { appid: APPID, trace_id, version: 2 }
    if (context.leadsToFile(url) === false) {
      const failed = { errcode: -1008, errmsg: '下载错误，请检查媒体链接是否有效', detail: [] }
      context.push('wxa_media_check', undefined, { ...common, ...failed })
      return
    }
    const verdict = judge(decoded(url), context.contentRules)
    const { suggest, label } = verdict
    context.push('wxa_media_check', undefined, {
      ...common,
      detail: detailOf(verdict),
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
    })
  })
  return { trace_id }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
