import { useState } from 'react'
import type { Place } from '../../../../types/contract/account-places'
import { updateQuery } from '../../../cloud/query-cache'
import { useQuery } from '../../../cloud/use-query'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Button } from '../../../ui/button'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { PickRow } from '../../../ui/pick-row'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { PlaceForm } from './place-form'
import { EVERYWHERE, hasOffice, levelBelow, regionAround, withPlace } from './places-desk.rules'
import { PLACES_DESK_TEXT as TEXT } from './places-desk.text'

interface PlaceBelowProps {
  /** The place that is open; none for the whole environment. */
  place: Place | undefined
  onOpen: (place: Place) => void
  /** Back to the place around; absent where one's own region ends. */
  onUp?: (() => void) | undefined
  onChanged: (place: Place) => void
}

/** A place with what lies directly in it: open one, add one, change its own name and desk. */
export function PlaceBelow({ place, onOpen, onUp, onChanged }: PlaceBelowProps) {
  const within = place?.region ?? EVERYWHERE
  const query = useQuery('account.listPlaces', { within }, { as: 'me' })
  usePullRefresh(query.refresh)
  const [doing, setDoing] = useState<'list' | 'add' | 'change'>('list')
  const [said, setSaid] = useState<string>()
  const name = place?.name ?? TEXT.everywhere
  const below = levelBelow(place?.level)

  const settle = (saved: Place) => {
    const around = regionAround(saved.region)
    updateQuery('account.listPlaces', { within: around }, undefined, ({ places }) => ({
      places: withPlace(places, saved),
    }))
    setDoing('list')
    setSaid(TEXT.saved(saved.name))
  }
  const leave = () => setDoing('list')
  if (doing === 'add' && below) {
    const title = TEXT.addTitle(below, name)
    return (
      <PlaceForm title={title} level={below} of={{ within }} onSaved={settle} onLeave={leave} />
    )
  }
  if (doing === 'change' && place) {
    const save = (saved: Place) => {
      settle(saved)
      onChanged(saved)
    }
    const title = TEXT.changeTitle(name)
    return <PlaceForm title={title} level={place.level} of={place} onSaved={save} onLeave={leave} />
  }
  return (
    <Stack>
      <Heading>{name}</Heading>
      {said ? (
        <Notice tone="plain" icon="check">
          {said}
        </Notice>
      ) : null}
      {place?.office ? <Say>{TEXT.withOffice(place.office.name, place.office.phone)}</Say> : null}
      {below ? (
        <Loaded
          load={query}
          skeleton={<Skeleton blocks={['row', 'row', 'row']} />}
          onRetry={() => void query.refresh()}
        >
          {({ places }) =>
            places.length > 0 ? (
              <List>
                {places.map((one) => (
                  <PickRow
                    key={one.placeId}
                    title={one.name}
                    say={one.office?.name}
                    onTap={() => onOpen(one)}
                  />
                ))}
              </List>
            ) : (
              <Stack card>
                <Say>{TEXT.nothing(below)}</Say>
                <Say>{TEXT.nothingSay}</Say>
              </Stack>
            )
          }
        </Loaded>
      ) : null}
      {below ? <Button onTap={() => setDoing('add')}>{TEXT.add(below)}</Button> : null}
      {place ? (
        <Button kind="second" onTap={() => setDoing('change')}>
          {hasOffice(place.level) ? TEXT.change : TEXT.changePlain}
        </Button>
      ) : null}
      {onUp ? (
        <Button kind="second" onTap={onUp}>
          {TEXT.up}
        </Button>
      ) : null}
    </Stack>
  )
}
