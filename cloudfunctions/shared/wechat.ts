import { openapi } from './cloud'
import { mayChange } from './db'
import { describeError, log } from './log'

interface PhoneNumberReply {
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string }
}

/**
 * The phone number behind a code of getPhoneNumber (phonenumber.getPhoneNumber; 0.03 yuan a success), as
 * dialled in mainland China. Null when WeChat gives none: the code is good once, and for five minutes.
 */
export async function readPhoneNumber(code: string): Promise<string | null> {
  await mayChange()
  try {
    const reply = (await openapi.phonenumber.getPhoneNumber({ code })) as PhoneNumberReply
    const { purePhoneNumber, countryCode } = reply.phoneInfo ?? {}
    return countryCode === '86' && purePhoneNumber ? purePhoneNumber : null
  } catch (error) {
    log('warn', 'no phone number', describeError(error))
    return null
  }
}

interface CheckReply {
  result?: { suggest?: string }
}

/** Comments and questions, of the scenes that WeChat's check knows. */
const COMMENTS = 2

/**
 * What WeChat suggests about a text of at most 2,500 characters (security.msgSecCheck, version 2): `pass`, `review`
 * or `risky`. Throws what WeChat answers otherwise, 61010 where the person has not been here for two hours.
 */
export async function askContentCheck(
  openid: string,
  content: string,
): Promise<string | undefined> {
  const asked = { version: 2 as const, openid, scene: COMMENTS, content }
  const { result } = (await openapi.security.msgSecCheck(asked)) as CheckReply
  return result?.suggest
}

/** What is shown on a phone by a template, and the page it opens. */
export interface PhoneMessage {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/** Sends it (subscribeMessage.send). Throws WeChat's refusal, or that no answer came. */
export async function sendToPhone(message: PhoneMessage): Promise<void> {
  await mayChange()
  await openapi.subscribeMessage.send(message)
}
