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

/** Who hears what is about a person: their own account, and those who act for them, with what these call them. */
export type Hearers = ReadonlyMap<
  string,
  { own?: string | undefined; helpers: { accountId: string; name: string }[] }
>

/** Helpers of many people that one request brings. */
const MOST_OF_MANY = 1_000

/** Who hears what is about these people at a moment; nobody where a person has died. Two reads. */
export async function hearersOf(residentIds: readonly string[], now: number): Promise<Hearers> {
  if (residentIds.length === 0) return new Map()
  const ids = [...new Set(residentIds)]
  const [people, accounted] = await together([
    residents.findMany(ids),
    accounts.list({ where: { 'grants.residentId': _.in(ids) }, limit: MOST_OF_MANY }),
  ])
  const living = people.filter(({ state }) => state !== 'dead')
  return new Map(
    living.map(({ _id, accountId }) => [
      _id,
      {
        own: accountId,
        helpers: accounted.flatMap((account) => {
          const grant = account.grants.find(
            ({ residentId, until }) => residentId === _id && (until === undefined || until > now),
          )
          return grant ? [{ accountId: account._id, name: grant.name }] : []
        }),
      },
    ]),
  )
}
