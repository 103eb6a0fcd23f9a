import { account } from '../../types/contract/account'
import type { PlaceLevel } from '../../types/contract/account-places'
import { EVERYWHERE } from '../shared/access.rules'
import { sha256 } from '../shared/digest'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { listKeyOf } from '../shared/list-key.rules'
import type { RegionDoc } from './account.docs'
import { findPlace } from './account.query'
import { presentPlace } from './list-places'
import { orderOf, placeIdOf, shownName } from './places.rules'
import { changePlace, insertPlace, renameBelow } from './places.store'

const BELOW: Partial<Record<PlaceLevel, readonly PlaceLevel[]>> = {
  district: ['street'],
  street: ['community'],
  community: ['building'],
  // Some buildings have no units.
  building: ['unit', 'room'],
  unit: ['room'],
}

/** Adds a place below another, or a district below nothing; or changes one that is there. */
export const savePlace = handle(account.savePlace, async (_call, { region, add, name, office }) => {
  const found = region === EVERYWHERE ? null : await findPlace(region)
  const here = found?.path === region ? found : null
  if (add) return presentPlace(await insert(here, region, add, name, office))
  if (!here) return refuse('NOT_FOUND')
  const names = [...here.names.slice(0, -1), name]
  const change = { name, names, ...(office ? { office } : {}) }
  await changePlace(here._id, change)
  if (name !== here.name) await renameBelow(here, name)
  return presentPlace({ ...here, ...change })
})

async function insert(
  above: RegionDoc | null,
  region: string,
  { level, placeId }: { level: PlaceLevel; placeId?: string | undefined },
  name: string,
  office: RegionDoc['office'],
): Promise<RegionDoc> {
  const fits = above
    ? BELOW[above.level]?.includes(level)
    : region === EVERYWHERE && level === 'district'
  if (!fits) return refuse('NOT_FOUND')
  const shown = isNumbered(level) ? shownName(level, name) : name
  const _id =
    placeId ?? (above ? placeIdOf(above._id, level, name, sha256) : sha256(name).slice(0, 10))
  const place: RegionDoc = {
    _id,
    level,
    name: shown,
    path: above ? `${above.path}/${_id}` : _id,
    parent: above?.path ?? '',
    names: [...(above?.names ?? []), shown],
    listKey: listKeyOf(orderOf(level, name), _id),
    ...(office ? { office } : {}),
  }
  if (await insertPlace(place)) return place
  // The same place, entered again: as good as new. Any other of that id is in the way.
  const there = await findPlace(place.path)
  return there?.path === place.path && there.name === shown ? there : refuse('PLACE_EXISTS')
}

const isNumbered = (level: PlaceLevel): level is 'building' | 'unit' | 'room' =>
  level === 'building' || level === 'unit' || level === 'room'
