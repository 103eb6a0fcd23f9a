import { randomInt } from 'node:crypto'
import { ApiError, invalidArgs, invalidOpenid } from './api-error'
import type { ApiContext, ApiParams } from './context'
import { checkFields } from './template-fields'
import { checkPage } from './page'

const STATES = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

const oneOf = (name: string, value: unknown, allowed: string[], fallback: string): string => {
  if (value === undefined || value === '') return fallback
  if (typeof value === 'string' && allowed.includes(value)) return value
  throw invalidArgs(name)
}

/** subscribeMessage.send: each acceptance on the phone gives one send. */
export function sendSubscribeMessage(params: ApiParams, context: ApiContext): object {
  const { touser, template_id: templateId, data } = params
  if (typeof touser !== 'string' || touser === '') throw invalidOpenid()
  const { templates, phones, pages } = context
  if (typeof templateId !== 'string' || templateId === '')
    throw new ApiError(40037, 'invalid template_id')
  if (templates && !Object.hasOwn(templates, templateId))
    throw new ApiError(40037, 'invalid template_id')
  const page = params.page === undefined ? '' : checkPage(params.page, pages, { query: true })
  const checked = checkFields(data, templates?.[templateId]?.fields)
  const miniprogramState = oneOf('miniprogram_state', params.miniprogram_state, STATES, 'formal')
  const lang = oneOf('lang', params.lang, LANGUAGES, 'zh_CN')
  if (phones.left(touser, templateId) <= 0)
    throw new ApiError(43101, 'user refuse to accept the msg')
  const msgId = String(randomInt(2 ** 47))
  phones.deliver({
    at: new Date(context.now()).toISOString(),
    msgId,
    openid: touser,
    templateId,
    page,
    data: checked,
    miniprogramState,
    lang,
  })
  context.push('subscribe_msg_sent_event', touser, {
    List: { TemplateId: templateId, MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' },
  })
  return { msgid: msgId }
}
