import type { Account } from '../shared/actor'
import { keyRing } from '../shared/keys'
import { openField, type SealedChange, sealFields, sealingOf } from '../shared/sealed-fields'
import type { RequestDoc } from './account.docs'

const ACCOUNTS = sealingOf('accounts')

/** What writing a phone number into an account changes, and what must still be so; see `sealFields`. */
export async function sealedPhone(
  openid: string,
  account: Account | null,
  phone: string,
): Promise<SealedChange<'phone'>> {
  return sealFields(await keyRing(), ACCOUNTS, account ?? { _id: openid }, { phone })
}

const REQUESTS = sealingOf('requests')

/** The sealed parts of a request that is to be written; nothing when there are none. */
export async function sealedForRequest(
  requestId: string,
  texts: { phone?: string | undefined; digits?: string | undefined },
): Promise<{ phone?: string | null; digits?: string | null; keyId?: string }> {
  const given = Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  if (Object.keys(given).length === 0) return {}
  return sealFields(await keyRing(), REQUESTS, { _id: requestId }, given).change
}

/** A sealed part of a request, or null. */
export const openOfRequest = async (
  request: RequestDoc,
  field: 'phone' | 'digits',
): Promise<string | null> =>
  request[field] ? openField(await keyRing(), REQUESTS, request, field) : null
