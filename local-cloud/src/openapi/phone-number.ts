import { randomBytes } from 'node:crypto'
import type { Sql } from '../db/sql'
import { APPID } from '../environment'
import { ApiError } from './api-error'
import type { ApiContext, ApiParams, PhoneCode } from './context'

const VALID_MS = 5 * 60_000

const TABLE =
  'CREATE TABLE IF NOT EXISTS phone_codes (code TEXT PRIMARY KEY, number TEXT NOT NULL, issued_at INTEGER NOT NULL) WITHOUT ROWID'

/** Codes that the phone's number button gives: each works once, for five minutes. */
export class PhoneCodes {
  constructor(
    private readonly sql: Sql,
    private readonly now: () => number,
  ) {
    sql.exec(TABLE)
  }

  issue(phoneNumber: string): string {
    const code = randomBytes(32).toString('hex')
    const now = Math.floor(this.now())
    this.sql.atomic(() => {
      this.sql.prepare('DELETE FROM phone_codes WHERE issued_at < ?').run(now - VALID_MS)
      this.sql.prepare('INSERT INTO phone_codes VALUES (?, ?, ?)').run(code, phoneNumber, now)
    })
    return code
  }

  /** Undefined when there was no such code, it is used or it is too old. */
  take(code: string): PhoneCode | undefined {
    const found = this.sql
      .prepare('SELECT number, issued_at FROM phone_codes WHERE code = ?')
      .row<[string, number]>(code)
    if (found === undefined) return undefined
    this.sql.prepare('DELETE FROM phone_codes WHERE code = ?').run(code)
    const [phoneNumber, issuedAt] = found
    return this.now() - issuedAt <= VALID_MS ? { phoneNumber, issuedAt } : undefined
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
