import type { Account, AccountHome } from '../shared/actor'

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
