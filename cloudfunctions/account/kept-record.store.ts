import { collection } from '../shared/db'
import { sha256 } from '../shared/digest'
import { keyRing } from '../shared/keys'
import { isSelfEntered } from '../shared/personal-data'
import { sealFields } from '../shared/sealed-fields'
import type { ResidentDoc } from './account.docs'
import { openOf } from './resident.query'
import { RESIDENTS } from './residents.store'

const residents = collection<ResidentDoc>('residents')

/** Does the community keep this record in its own list, whoever of it asks to be erased? */
export const isKept = (resident: ResidentDoc): boolean =>
  resident.state !== 'merged' && !isSelfEntered(resident)

/**
 * The community's entry of a person who is erased goes on under another id, so that nothing of what they did
 * here leads to it: without the account, and without the phone number that they gave (`phoneMarks`, or
 * whatever they entered themselves). Before the erased record forgets what it held; safe to repeat.
 */
export async function goOnInList(
  resident: ResidentDoc,
  { phoneMarks, at }: { phoneMarks: readonly string[]; at: number },
): Promise<void> {
  const { _id: former, communityId, region, name, homes, home, attributes, rosterKey } = resident
  const { state, endedAt, phoneFind, selfEntered } = resident
  const _id = `r-${sha256(`${former} ${at}`).slice(0, 24)}`
  const gave = selfEntered === true || phoneMarks.includes(phoneFind ?? '')
  const entry: ResidentDoc = {
    _id,
    communityId,
    region,
    name,
    homes,
    ...(home === undefined ? {} : { home }),
    ...(await sealedAnew(resident, _id, gave ? ['birthDay'] : ['birthDay', 'phone'])),
    phoneVerified: !gave && resident.phoneVerified,
    attributes,
    ...(rosterKey === undefined ? {} : { rosterKey }),
    state,
    ...(endedAt === undefined ? {} : { endedAt }),
    version: 1,
    taps: [],
  }
  if ((await residents.insert(entry)) === 'inserted') return
  // Of a try that somebody's change of the record came between: unless staff are at the entry already.
  const { _id: _same, version: _first, ...change } = entry
  await residents.updateOne(_id, { version: 1 }, change)
}

/** What is sealed opens in its own record only: it is sealed anew for the entry. Nothing of a lost key. */
async function sealedAnew(
  resident: ResidentDoc,
  _id: string,
  fields: readonly ('phone' | 'birthDay')[],
): Promise<Partial<ResidentDoc>> {
  if (!fields.some((field) => resident[field])) return {}
  const ring = await keyRing()
  const texts = Object.fromEntries(
    fields
      .map((field): [string, string | null] => [field, openOf(ring, resident, field)])
      .filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return sealFields(ring, RESIDENTS, { _id }, texts).change
}
