import { openapi } from './cloud'
import { describeError, log } from './log'

interface PhoneNumberReply {
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string }
}

/**
 * The phone number behind a code of getPhoneNumber (phonenumber.getPhoneNumber; 0.03 yuan a success), as
 * dialled in mainland China. Null when WeChat gives none: the code is good once, and for five minutes.
 */
export async function readPhoneNumber(code: string): Promise<string | null> {
  try {
    const reply = (await openapi.phonenumber.getPhoneNumber({ code })) as PhoneNumberReply
    const { purePhoneNumber, countryCode } = reply.phoneInfo ?? {}
    return countryCode === '86' && purePhoneNumber ? purePhoneNumber : null
  } catch (error) {
    log('warn', 'no phone number', describeError(error))
    return null
  }
}
