import { useQuery } from '../../../cloud/use-query'
import type { Where } from './where.rules'

/** What can be chosen at each step: the communities, the buildings of one, the units of one. */
export function usePlaces({ communityRegion, buildingRegion }: Where) {
  const communities = useQuery('account.listPlaces', {}, { as: 'me' })
  const buildings = useQuery(
    'account.listPlaces',
    { within: communityRegion },
    { as: 'me', wanted: communityRegion !== '' },
  )
  const units = useQuery(
    'account.listPlaces',
    { within: buildingRegion },
    { as: 'me', wanted: buildingRegion !== '' },
  )
  const hasUnits = buildingRegion !== '' && units.status === 'ready' && units.data.places.length > 0
  return { communities, buildings, units, hasUnits }
}

export type Places = ReturnType<typeof usePlaces>
