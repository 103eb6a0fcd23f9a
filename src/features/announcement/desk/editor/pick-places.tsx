import { useState } from 'react'
import { LIMITS } from '../../../../../types/contract/limits'
import { useQuery } from '../../../../cloud/use-query'
import { Button } from '../../../../ui/button'
import { Chips } from '../../../../ui/chips'
import { Filters } from '../../../../ui/filters'
import { Loaded } from '../../../../ui/loaded'
import { Notice } from '../../../../ui/notice'
import { Skeleton } from '../../../../ui/skeleton'
import { Say, Stack } from '../../../../ui/stack'
import { AUDIENCE_TEXT as TEXT } from './audience.text'
import type { PickedPlace } from './plan.draft'

interface PickPlacesProps {
  /** Chosen from what lies in it. */
  within: string
  places: readonly PickedPlace[]
  onChange: (places: readonly PickedPlace[]) => void
  problem: string | undefined
}

/** Some places of a region: what lies directly in it, and, opened one by one, what lies in that. */
export function PickPlaces({ within, places, onChange, problem }: PickPlacesProps) {
  const named = places.filter(({ name }) => name !== '')
  const others = places.length - named.length
  return (
    <Stack>
      <Say>{TEXT.places}</Say>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {others > 0 ? <Say>{TEXT.pickedOthers(others)}</Say> : null}
      <Level
        within={within}
        places={places}
        full={places.length >= LIMITS.audienceKeys}
        onChange={onChange}
      />
      {named.length > 0 ? (
        <Notice tone="plain" icon="pin">
          {TEXT.picked(named.map(({ name }) => name).join('、'))}
        </Notice>
      ) : null}
      {places.length >= LIMITS.audienceKeys ? (
        <Notice tone="warn">{TEXT.full(LIMITS.audienceKeys)}</Notice>
      ) : null}
    </Stack>
  )
}

interface LevelProps {
  within: string
  /** What the place around is called, without the region that was begun with. */
  inside?: string
  places: readonly PickedPlace[]
  full: boolean
  onChange: (places: readonly PickedPlace[]) => void
}

function Level({ within, inside = '', places, full, onChange }: LevelProps) {
  const query = useQuery('account.listPlaces', { within }, { as: 'me' })
  const [finer, setFiner] = useState(false)
  const [opened, setOpened] = useState('')
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['row']} />}
      onRetry={() => void query.refresh()}
    >
      {({ places: found }) => {
        if (found.length === 0) return <Say>{TEXT.noPlaces}</Say>
        const chosen = found.filter(({ region }) => places.some((one) => one.region === region))
        const toggle = (name: string) => {
          const place = found.find((one) => one.name === name)
          if (!place) return
          const without = places.filter(({ region }) => region !== place.region)
          onChange(
            without.length < places.length
              ? without
              : [...without, { region: place.region, name: inside + place.name }],
          )
        }
        const chosenNames = chosen.map(({ name }) => name)
        const open = found.find(({ region }) => region === opened)
        return (
          <Stack>
            <Chips
              options={found.map(({ name }) => name)}
              chosen={chosenNames}
              disabled={
                full
                  ? found.map(({ name }) => name).filter((one) => !chosenNames.includes(one))
                  : []
              }
              onToggle={toggle}
            />
            {found.every(({ level }) => level === 'unit' || level === 'room') ? null : finer ? (
              <>
                <Filters
                  label={TEXT.deeper}
                  options={found.map(({ region, name }) => ({
                    key: region,
                    say: TEXT.inside(name),
                  }))}
                  chosen={opened}
                  onChoose={(key) => setOpened(key === opened ? '' : key)}
                />
                {open ? (
                  <Level
                    key={open.region}
                    within={open.region}
                    inside={inside + open.name}
                    {...{ places, full, onChange }}
                  />
                ) : null}
              </>
            ) : (
              <Button kind="second" onTap={() => setFiner(true)}>
                {TEXT.deeper}
              </Button>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
