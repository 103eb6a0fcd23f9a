import type { Document } from '../shared/db'
import { _, collection } from '../shared/db'
import { LIMITS } from '../../types/contract/limits'
import { dayOf } from '../shared/time'

/** Who administers the whole environment, by `ref`: in one document, so that it can never become nobody. */
interface Administrators extends Document {
  refs: string[]
}

/** Tries of the claim code on one day. */
interface ClaimTries extends Document {
  day: string
  tries: number
}

const administrators = collection<Administrators>('environment')
const tries = collection<ClaimTries>('environment')

const LIST = 'administrators'
const CLAIM = 'claim'

/** Has the environment been claimed? Once it is, it stays so. */
export const isClaimed = async (): Promise<boolean> =>
  ((await administrators.find(LIST))?.refs.length ?? 0) > 0

/** The first administrator; of two at once one. True for that one, also when the call is repeated. */
export async function claim(ref: string): Promise<boolean> {
  if ((await administrators.insert({ _id: LIST, refs: [ref] })) === 'inserted') return true
  return (await administrators.find(LIST))?.refs[0] === ref
}

/** Lists one more administrator, once. */
export const addAdministrator = (ref: string): Promise<boolean> =>
  administrators.updateOne(LIST, { refs: _.neq(ref) }, { refs: _.push([ref]) })

/** Strikes an administrator off, unless they are the last one: true also when they were not listed. */
export async function removeAdministrator(ref: string): Promise<boolean> {
  const struck = await administrators.updateOne(
    LIST,
    { refs: _.eq(ref), 'refs.1': _.exists(true) },
    { refs: _.pull(ref) },
  )
  return struck || !(await administrators.find(LIST))?.refs.includes(ref)
}

/** Counts a try of the claim code before it is looked at; false when there were too many today. */
export async function countClaim(now: number): Promise<boolean> {
  const today = dayOf(now)
  const known = await tries.find(CLAIM)
  if (!known && (await tries.insert({ _id: CLAIM, day: today, tries: 1 })) === 'inserted')
    return true
  const counted = () =>
    tries.updateOne(CLAIM, { day: today, tries: _.lt(LIMITS.codeTries) }, { tries: _.inc(1) })
  if (known && known.day !== today) {
    if (await tries.updateOne(CLAIM, { day: known.day }, { day: today, tries: 1 })) return true
  }
  return counted()
}
