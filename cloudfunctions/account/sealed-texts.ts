import type { Account } from '../shared/actor'
import { keyRing } from '../shared/keys'
import { SealUnreadable } from '../shared/seal'
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

/**
 * The marks under which other documents have the number of an account, whichever key made them; of a
 * number whose key is lost the one that stands beside it.
 */
export async function phoneMarks(account: Account): Promise<string[]> {
  if (!account.phone) return []
  const ring = await keyRing()
  try {
    return ring.findAny('phone', openField(ring, ACCOUNTS, account, 'phone') ?? '')
  } catch (error) {
    if (!(error instanceof SealUnreadable)) throw error
    return account.phoneFind ? [account.phoneFind] : []
  }
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
