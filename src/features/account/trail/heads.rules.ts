import type { Me } from '../../../../types/contract/account'
import type { Place } from '../../../../types/contract/account-places'

/** The id of the community whose names somebody's `me` says, from the district on; names alone may repeat. */
export function communityIdOf(
  { places }: Pick<Me, 'places'>,
  communities: readonly Place[],
): string | undefined {
  const named = places.join('/')
  return communities.find(({ names }) => names.join('/') === named)?.placeId
}
