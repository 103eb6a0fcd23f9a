import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Place } from '../../../../types/contract/account-places'
import type { Contract } from '../../../../types/contract'
import type { Query } from '../../../cloud/use-query'
import { Filters } from '../../../ui/filters'
import { Icon } from '../../../ui/icon'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Skeleton } from '../../../ui/skeleton'
import { Tap } from '../../../ui/tap'
import { TextField } from '../../../ui/text-field'
import './pick-place.css'
import { PLACES_TEXT } from './places.text'

/** More are found sooner by a word than by reading all. */
const MANY = 12
const FIND_CHARS = 10

interface PickPlaceProps {
  label: string
  load: Query<Contract['account.listPlaces']['output']>
  /** The name chosen, or ''. */
  chosen: string
  onChoose: (place: Place) => void
  problem: string | undefined
}

/** One of the places of a list. Once chosen it is one line, so that the next thing asked is in sight. */
export function PickPlace({ label, load, chosen, onChoose, problem }: PickPlaceProps) {
  const [open, setOpen] = useState(false)
  if (chosen !== '' && !open) {
    return (
      <Tap
        className="picked"
        label={PLACES_TEXT.againLabel(label, chosen)}
        onTap={() => setOpen(true)}
      >
        <View className="picked__words">
          <Text className="picked__label">{label}</Text>
          <Text className="picked__name">{chosen}</Text>
        </View>
        <Icon name="check" className="picked__tick" />
        <Text className="picked__again">{PLACES_TEXT.again}</Text>
      </Tap>
    )
  }
  const choose = (place: Place) => {
    setOpen(false)
    onChoose(place)
  }
  return (
    <View className="pick">
      <Text className="pick__label">{label}</Text>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      <Loaded
        load={load}
        skeleton={<Skeleton blocks={['row', 'row']} />}
        onRetry={() => void load.refresh()}
      >
        {({ places }) => (
          <Choices label={label} places={places} chosen={chosen} onChoose={choose} />
        )}
      </Loaded>
    </View>
  )
}

interface ChoicesProps {
  label: string
  places: readonly Place[]
  chosen: string
  onChoose: (place: Place) => void
}

function Choices({ label, places, chosen, onChoose }: ChoicesProps) {
  const [typed, setTyped] = useState('')
  const many = places.length > MANY && places.some(({ level }) => level === 'community')
  const found = places.filter(({ name }) => name.includes(typed.trim()))
  return (
    <>
      {many ? (
        <TextField
          label={PLACES_TEXT.find}
          hint={PLACES_TEXT.findHint}
          value={typed}
          onChange={setTyped}
          maxLength={FIND_CHARS}
        />
      ) : null}
      {found.length === 0 ? <Notice tone="plain">{PLACES_TEXT.none}</Notice> : null}
      <Filters
        label={label}
        options={found.map(({ placeId, name }) => ({ key: placeId, say: name }))}
        chosen={found.find(({ name }) => name === chosen)?.placeId ?? ''}
        onChoose={(key) => {
          const place = found.find(({ placeId }) => placeId === key)
          if (place) onChoose(place)
        }}
      />
    </>
  )
}
