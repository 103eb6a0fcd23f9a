import type { AttributeName } from '../../../types/contract/people'
import { lastOf, liveRoles } from '../../shared/access.rules'
import type { Account } from '../../shared/actor'
import { _, type Document, readCollection } from '../../shared/db'
import { keyRing } from '../../shared/keys'
import { log } from '../../shared/log'
import type { KeyRing } from '../../shared/seal'
import { openField, sealingOf } from '../../shared/sealed-fields'
import { communityOfPlace, type Person } from './audience.rules'

/** Everybody whom an audience may mean, page by page; `isAddressed` says whom it does. */

/** What is read of a resident's record. */
interface ScannedDoc extends Document {
  region: string
  state: string
  homes: { householdId: string; home: string; until?: number }[]
  attributes: { name: AttributeName; value: boolean }[]
  birthDay?: string | null
  keyId?: string
  accountId?: string
}

interface CommunityDoc extends Document {
  level: string
  path: string
}

/** Somebody with a record; without `accountId` they have no WeChat here. */
export interface ScannedResident extends Person {
  residentId: string
  region: string
  accountId?: string
}

export interface ResidentPage {
  people: ScannedResident[]
  /** The last id looked at, where there may be more. */
  next?: string
}

/** The most that one request reads. */
const PAGE = 1_000

const residents = readCollection<ScannedDoc>('residents')
const regions = readCollection<CommunityDoc>('regions')
const accounts = readCollection<Account>('accounts')

/** The communities that places are, or lie in, or take in: by path, in order. */
export async function listCommunities(places: readonly string[]): Promise<string[]> {
  const paths = new Set<string>()
  for (const place of places) {
    const community = communityOfPlace(place)
    if (community !== undefined) paths.add(community)
    else for (const { path } of await communitiesBelow(place)) paths.add(path)
  }
  return [...paths].sort()
}

const communitiesBelow = (place: string): Promise<CommunityDoc[]> =>
  regions.list({
    // '0' comes after '/': all paths that begin with the place.
    where: { level: 'community', path: _.and(_.gt(`${place}/`), _.lt(`${place}0`)) },
    orderBy: [['path', 'asc']],
    limit: PAGE,
    fields: ['level', 'path'],
  })

/**
 * A page of those who live in a community, in the order of their ids. Birth days are opened where `withAges`
 * says that they matter. Roles stand in accounts, and are left out here.
 */
export async function scanResidents(
  region: string,
  { after = '', withAges, limit = PAGE }: { after?: string; withAges: boolean; limit?: number },
): Promise<ResidentPage> {
  const found = await residents.list({
    where: { communityId: lastOf(region), state: 'living', _id: _.gt(after) },
    orderBy: [['_id', 'asc']],
    limit,
    fields: ['region', 'homes', 'attributes', 'accountId', 'birthDay', 'keyId'],
  })
  const ring = withAges && found.some(({ birthDay }) => birthDay) ? await keyRing() : null
  const last = found.at(-1)
  return {
    people: found.map((doc) => scanned(doc, ring)),
    ...(found.length === limit && last ? { next: last._id } : {}),
  }
}

/** Those of these people who live somewhere, as far as they have records. */
export async function findResidents(
  residentIds: readonly string[],
  { withAges }: { withAges: boolean },
): Promise<ScannedResident[]> {
  if (residentIds.length === 0) return []
  const found = await residents.findMany(residentIds)
  const living = found.filter(({ state }) => state === 'living')
  const ring = withAges && living.some(({ birthDay }) => birthDay) ? await keyRing() : null
  return living.map((doc) => scanned(doc, ring))
}

const SEALING = sealingOf('residents')

function scanned(doc: ScannedDoc, ring: KeyRing | null): ScannedResident {
  const { _id, region, homes, attributes, accountId } = doc
  return {
    residentId: _id,
    region,
    householdIds: homes
      .filter(({ until }) => until === undefined)
      .map(({ householdId }) => householdId),
    birthDay: ring && birthDayOf(doc, ring),
    attributes: attributes.filter(({ value }) => value).map(({ name }) => name),
    roles: [],
    ...(accountId === undefined ? {} : { accountId }),
  }
}

function birthDayOf(doc: ScannedDoc, ring: KeyRing): string | null {
  try {
    return openField(ring, SEALING, doc, 'birthDay')
  } catch {
    log('error', 'cannot be opened', { id: doc._id, field: 'birthDay' })
    return null
  }
}

/** Somebody who holds a role in a place, or below. */
export interface ScannedHolder {
  accountId: string
  ref: string
  /** The records of their homes. */
  residentIds: string[]
  roles: { role: Account['roles'][number]['role']; region: string }[]
}

export interface HolderPage {
  people: ScannedHolder[]
  /** The last `ref` looked at, where there may be more. */
  next?: string
}

/** A page of those who hold a role in a place or below, with all roles that they hold now. */
export async function scanHolders(
  place: string,
  { after = '', now, limit = PAGE }: { after?: string; now: number; limit?: number },
): Promise<HolderPage> {
  const found = await accounts.list({
    where: { 'roles.region': _.and(_.gte(place), _.lt(`${place}0`)), ref: _.gt(after) },
    orderBy: [['ref', 'asc']],
    limit,
    fields: ['ref', 'roles', 'homes'],
  })
  const last = found.at(-1)
  return {
    people: found.map(({ _id, ref, roles, homes }) => ({
      accountId: _id,
      ref,
      residentIds: [...new Set(homes.map(({ residentId }) => residentId))],
      roles: liveRoles(roles, now).map(({ role, region }) => ({ role, region })),
    })),
    ...(found.length === limit && last ? { next: last.ref } : {}),
  }
}
