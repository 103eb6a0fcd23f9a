import { BadRequest } from '../bad-request'
import type { PushEvent } from '../openapi/context'
import type { PhoneCodes } from '../openapi/phone-number'
import type { PhoneState } from '../openapi/phone-state'
import type { Route } from './control'

export interface PhoneOptions {
  phones: PhoneState
  codes: PhoneCodes
  push: (event: PushEvent, from: string, body: object) => void
}

function text(body: Record<string, unknown>, key: string): string {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw new BadRequest(`${key} must be a string`)
  return value
}

/** What a person does on the phone that the cloud hears of, and what the phone shows. */
export function phoneRoutes({ phones, codes, push }: PhoneOptions): Record<string, Route> {
  return {
    'POST /subscriptions': (body) => {
      const openid = text(body, 'openid')
      const templateId = text(body, 'templateId')
      const { accept } = body
      if (accept !== true && accept !== false && accept !== 'ban')
        throw new BadRequest("accept must be true, false or 'ban'")
      phones.answer(openid, templateId, accept)
      const answer = {
        TemplateId: templateId,
        SubscribeStatusString: accept === true ? 'accept' : 'reject',
      }
      // One answer comes as an object, not as a list of one.
      if (accept === 'ban') push('subscribe_msg_change_event', openid, { List: answer })
      else push('subscribe_msg_popup_event', openid, { List: { ...answer, PopupScene: '0' } })
      return { left: phones.left(openid, templateId) }
    },
    'POST /phone-codes': (body) => {
      text(body, 'openid')
      const phoneNumber = text(body, 'phoneNumber')
      if (!/^(\+\d{1,4}[ -])?\d[\d -]{4,18}$/.test(phoneNumber))
        throw new BadRequest("phoneNumber must be like '13800000000' or '+852 51234567'")
      return { code: codes.issue(phoneNumber) }
    },
    'GET /inbox': (_body, query) => ({
      messages: phones.inbox(query.get('openid') ?? undefined),
    }),
  }
}
