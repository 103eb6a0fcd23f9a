import { useState } from 'react'
import type { Place } from '../../../../types/contract/account-places'
import { ForRoles } from '../../../cloud/for-roles'
import { useQuery } from '../../../cloud/use-query'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { PlaceBelow } from './place-below'
import { EVERYWHERE, keptBy, PLACE_ROLES, regionAround } from './places-desk.rules'
import { PLACES_DESK_TEXT as TEXT } from './places-desk.text'

/** The places of one's region, from the district down to the unit, each with its desk. */
export function PlacesDeskView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={PLACE_ROLES}>{(me) => <PlacesDesk regions={keptBy(me)} />}</ForRoles>
    </Screen>
  )
}

function PlacesDesk({ regions }: { regions: readonly string[] }) {
  /** The places that were opened, one in the other. */
  const [trail, setTrail] = useState<readonly Place[]>([])
  const place = trail[trail.length - 1]
  const everything = regions.includes(EVERYWHERE)
  if (!place && !everything) {
    return (
      <Stack>
        {regions.map((region) => (
          <OwnPlace key={region} region={region} onOpen={(one) => setTrail([one])} />
        ))}
      </Stack>
    )
  }
  const canGoUp = everything ? trail.length > 0 : trail.length > 1 || regions.length > 1
  return (
    <PlaceBelow
      key={place?.region ?? EVERYWHERE}
      place={place}
      onOpen={(one) => setTrail([...trail, one])}
      onUp={canGoUp ? () => setTrail(trail.slice(0, -1)) : undefined}
      onChanged={(changed) => setTrail([...trail.slice(0, -1), changed])}
    />
  )
}

interface OwnPlaceProps {
  region: string
  onOpen: (place: Place) => void
}

/** One of the places in which somebody has their role. */
function OwnPlace({ region, onOpen }: OwnPlaceProps) {
  const within = regionAround(region)
  const query = useQuery('account.listPlaces', { within }, { as: 'me' })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ places }) => (
        <List>
          {places
            .filter((one) => one.region === region)
            .map((one) => (
              <PickRow
                key={one.placeId}
                title={one.name}
                say={one.office?.name}
                onTap={() => onOpen(one)}
              />
            ))}
        </List>
      )}
    </Loaded>
  )
}
