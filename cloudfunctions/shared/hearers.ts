import type { Account, Grant } from './actor'
import { _, type Document, readCollection } from './db'
import { together } from './together'

/** What must be known of a resident's record to reach them. */
interface ReachedResident extends Document {
  accountId?: string
  state: string
}

const residents = readCollection<ReachedResident>('residents')
const accounts = readCollection<Account>('accounts')

/** The account (openid) of a resident, if they have one and are alive: after a death nothing is said to it. */
export async function accountOf(residentId: string): Promise<string | undefined> {
  const resident = await residents.find(residentId)
  return resident && resident.state !== 'dead' ? resident.accountId : undefined
}

/** Has this resident died? Then nothing is said to their account. */
export const isDead = async (residentId: string): Promise<boolean> =>
  (await residents.find(residentId))?.state === 'dead'

/** A helper, with the grant by which they act. */
export interface Helper {
  accountId: string
  grant: Grant
}

/** A person has few helpers; of more nobody is told. */
const MOST = 50

/** Who may act for a resident, or might until `since`. */
export async function helpersUntil(
  residentIds: readonly string[],
  since: number,
): Promise<Helper[]> {
  const found = await accounts.list({
    where: { 'grants.residentId': _.in([...residentIds]) },
    limit: MOST,
  })
  return found.flatMap(({ _id, grants }) => {
    const grant = grants.find(
      ({ residentId, until }) =>
        residentIds.includes(residentId) && (until === undefined || until >= since),
    )
    return grant ? [{ accountId: _id, grant }] : []
  })
}

/** Who hears what concerns a resident: their own account, and those who act for them now. */
export interface Hearers {
  own?: string
  helpers: Helper[]
}

/** Residents asked about in one request. */
const AT_ONCE = 50

/** The same of many residents; nobody of one who has died. */
export async function hearersOf(
  residentIds: readonly string[],
  now: number,
): Promise<Map<string, Hearers>> {
  const hearers = new Map<string, Hearers>()
  const unique = [...new Set(residentIds)]
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const ids = unique.slice(from, from + AT_ONCE)
    const [people, helping] = await together([
      residents.findMany(ids),
      accounts.list({ where: { 'grants.residentId': _.in(ids) }, limit: AT_ONCE * MOST_EACH }),
    ])
    for (const { _id, state, accountId } of people) {
      if (state === 'dead') continue
      const helpers = helping.flatMap((account): Helper[] => {
        const grant = account.grants.find(
          ({ residentId, until }) => residentId === _id && (until === undefined || until > now),
        )
        return grant && account._id !== accountId ? [{ accountId: account._id, grant }] : []
      })
      hearers.set(_id, { ...(accountId === undefined ? {} : { own: accountId }), helpers })
    }
  }
  return hearers
}

/** Helpers one person has, as far as they are told. */
const MOST_EACH = 10
