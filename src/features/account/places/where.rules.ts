import type { RoomGiven } from '../../../../types/contract/people'

/** Where somebody says they live, as far as it is said. A region is the path by which what lies in it is listed. */
export interface Where {
  communityId: string
  communityName: string
  communityRegion: string
  building: string
  /** Empty where the building was typed and not chosen. */
  buildingRegion: string
  unit: string
  room: string
}

export const NOWHERE: Where = {
  communityId: '',
  communityName: '',
  communityRegion: '',
  building: '',
  buildingRegion: '',
  unit: '',
  room: '',
}

/** What of it is missing: each is a field. */
export type WhereField = 'community' | 'building' | 'unit' | 'room'

/** The first thing that is missing; `hasUnits`: the building has units to choose from. */
export function missingOf(where: Where, hasUnits: boolean): WhereField | undefined {
  if (where.communityId === '') return 'community'
  if (where.building.trim() === '') return 'building'
  if (hasUnits && where.unit.trim() === '') return 'unit'
  return where.room.trim() === '' ? 'room' : undefined
}

/** As the cloud takes it. */
export const roomGivenOf = ({ communityId, building, unit, room }: Where): RoomGiven => ({
  communityId,
  building: building.trim(),
  ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
  room: room.trim(),
})

/** As people say it: 春晓社区 3号楼 2单元 503. */
export const whereSaid = ({ communityName, building, unit, room }: Where): string =>
  [communityName, building, unit, room].filter((part) => part !== '').join(' ')

/** A choice undoes what was chosen within the former one. */
export const inCommunity = (
  where: Where,
  place: Pick<Where, 'communityId' | 'communityName' | 'communityRegion'>,
): Where => ({ ...where, ...place, building: '', buildingRegion: '', unit: '' })

export const inBuilding = (
  where: Where,
  place: Pick<Where, 'building' | 'buildingRegion'>,
): Where => ({ ...where, ...place, unit: '' })

/** As the phone kept it; whatever else stands there is nowhere. */
export function whereFrom(kept: unknown): Where {
  const given = (kept ?? {}) as Partial<Record<keyof Where, unknown>>
  const whole = (Object.keys(NOWHERE) as (keyof Where)[]).every(
    (key) => typeof given[key] === 'string',
  )
  return whole ? (given as Where) : NOWHERE
}
