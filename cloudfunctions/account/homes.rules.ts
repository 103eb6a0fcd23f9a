import type { Account, AccountHome } from '../shared/actor'
import type { ResidentHome } from './account.docs'

/** The home in use, as the account repeats it for everything else to read. */
export const currentHome = ({
  residentId,
  householdId,
  communityId,
  region,
  home,
}: AccountHome): Required<
  Pick<Account, 'residentId' | 'householdId' | 'communityId' | 'region' | 'home'>
> => ({ residentId, householdId, communityId, region, home })

/** Is this the same home of the same person? */
export const sameHome = (
  a: Pick<AccountHome, 'residentId' | 'householdId'>,
  b: Pick<AccountHome, 'residentId' | 'householdId'>,
): boolean => a.residentId === b.residentId && a.householdId === b.householdId

const PLACELESS = {
  residentId: null,
  householdId: null,
  communityId: null,
  region: null,
  home: null,
}

/** The homes of an account, and the one in use; all null for whoever lives in no community here any more. */
export type HomesOfAccount = Pick<Account, 'homes'> &
  (ReturnType<typeof currentHome> | typeof PLACELESS)

/**
 * What an account's homes are when one of its person's records says where they live. `replaced`: records
 * that went into this one.
 */
export function homesFollowing(
  account: Pick<Account, 'homes' | 'residentId' | 'householdId'>,
  record: {
    residentId: string
    replaced?: readonly string[] | undefined
    communityId: string
    region: string
    homes: readonly Pick<ResidentHome, 'householdId' | 'home' | 'relation' | 'until'>[]
  },
): HomesOfAccount {
  const { residentId, replaced = [], communityId, region } = record
  const others = account.homes.filter(
    (home) => home.residentId !== residentId && !replaced.includes(home.residentId),
  )
  const own = record.homes
    .filter(({ until }) => until === undefined)
    .map(({ householdId, home, relation }): AccountHome => {
      return { residentId, householdId, communityId, region, home, relation }
    })
  const homes = [...others, ...own]
  const inUse =
    homes.find((home) => sameHome(home, { residentId: '', householdId: '', ...account })) ??
    homes.find((home) => home.householdId === account.householdId) ??
    homes.find((home) => home.residentId === residentId) ??
    homes[0]
  return inUse ? { homes, ...currentHome(inUse) } : { homes, ...PLACELESS }
}
