import { LIMITS } from '../../../../types/contract/limits'
import { TextField } from '../../../ui/text-field'
import { PickPlace } from './pick-place'
import { PLACES_TEXT as TEXT } from './places.text'
import type { Places } from './use-places'
import { inBuilding, inCommunity, type Where, type WhereField } from './where.rules'

interface WhereFieldsProps {
  where: Where
  places: Places
  onChange: (next: (where: Where) => Where) => void
  /** What is wrong, beside the field that it is about. */
  problems: Partial<Record<WhereField, string>>
}

/** Where somebody lives: each step is asked once the one before is said. Buildings not listed are typed. */
export function WhereFields({ where, places, onChange, problems }: WhereFieldsProps) {
  const { communities, buildings, units, hasUnits } = places
  const inside = where.communityId !== ''
  const unlisted = inside && buildings.status === 'ready' && buildings.data.places.length === 0
  const known = where.buildingRegion !== ''
  return (
    <>
      <PickPlace
        label={TEXT.community}
        load={communities}
        chosen={where.communityName}
        onChoose={({ placeId, name, region }) =>
          onChange((now) =>
            inCommunity(now, {
              communityId: placeId,
              communityName: name,
              communityRegion: region,
            }),
          )
        }
        problem={problems.community}
      />
      {inside && !unlisted ? (
        <PickPlace
          key={where.communityId}
          label={TEXT.building}
          load={buildings}
          chosen={where.building}
          onChoose={({ name, region }) =>
            onChange((now) => inBuilding(now, { building: name, buildingRegion: region }))
          }
          problem={problems.building}
        />
      ) : null}
      {unlisted ? (
        <Typed
          label={TEXT.building}
          hint={TEXT.buildingHint}
          value={where.building}
          onChange={(building) => onChange((now) => ({ ...now, building }))}
          problem={problems.building}
        />
      ) : null}
      {known && (hasUnits || units.status !== 'ready') ? (
        <PickPlace
          key={where.buildingRegion}
          label={TEXT.unit}
          load={units}
          chosen={where.unit}
          onChoose={({ name }) => onChange((now) => ({ ...now, unit: name }))}
          problem={problems.unit}
        />
      ) : null}
      {unlisted ? (
        <Typed
          label={TEXT.unit}
          hint={TEXT.unitHint}
          value={where.unit}
          onChange={(unit) => onChange((now) => ({ ...now, unit }))}
          problem={problems.unit}
        />
      ) : null}
      {where.building !== '' ? (
        <Typed
          label={TEXT.room}
          hint={TEXT.roomHint}
          value={where.room}
          onChange={(room) => onChange((now) => ({ ...now, room }))}
          problem={problems.room}
        />
      ) : null}
    </>
  )
}

interface TypedProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  problem: string | undefined
}

const Typed = (props: TypedProps) => (
  <TextField kind="code" maxLength={LIMITS.placeNameChars} {...props} />
)
