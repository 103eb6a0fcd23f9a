import { randomBytes } from 'node:crypto'
import { APPID } from '../environment'
import { ApiError } from './api-error'
import type { ApiContext, ApiParams, PhoneCode } from './context'

const VALID_MS = 5 * 60_000

/** Codes that the phone's number button gives: each works once, for five minutes. */
export class PhoneCodes {
  private readonly codes = new Map<string, PhoneCode>()

  constructor(private readonly now: () => number) {}

  issue(phoneNumber: string): string {
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { phoneNumber, issuedAt: this.now() })
    return code
  }

  /** Undefined when there was no such code, it is used or it is too old. */
  take(code: string): PhoneCode | undefined {
    const found = this.codes.get(code)
    this.codes.delete(code)
    return found && this.now() - found.issuedAt <= VALID_MS ? found : undefined
  }
}

/** phonenumber.getPhoneNumber. */
export function getPhoneNumber({ code }: ApiParams, context: ApiContext): object {
  const found = typeof code === 'string' ? context.takePhoneCode(code) : undefined
  if (found === undefined) throw new ApiError(40029, 'invalid code')
  const parts = /^(?:\+(\d{1,4})[ -])?([\d -]+)$/.exec(found.phoneNumber)
  const countryCode = parts?.[1] ?? '86'
  const pure = (parts?.[2] ?? found.phoneNumber).replace(/[ -]/g, '')
  return {
    phone_info: {
      phoneNumber: countryCode === '86' ? pure : `+${countryCode} ${pure}`,
      purePhoneNumber: pure,
      countryCode,
      watermark: { timestamp: Math.floor(found.issuedAt / 1000), appid: APPID },
    },
  }
}
