import { liveRoles } from '../../shared/access.rules'
import type { Account } from '../../shared/actor'
import { _, readCollection } from '../../shared/db'
import { dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import type { AnnouncementDoc } from '../announcement.docs'
import { isAddressed } from './audience.rules'
import {
  findResidents,
  listCommunities,
  type ScannedHolder,
  type ScannedResident,
  scanHolders,
  scanResidents,
} from './residents.query'

/** Those whom an announcement means, a page at a time, with all that the ticker does for them. */

/** Somebody meant. */
export interface Member {
  /** By which the person reads, the first one before all: it names their line. */
  ids: [string, ...string[]]
  residentId?: string
  ref?: string
  accountId?: string
  /** The community they live in; absent for whoever only works here. */
  region?: string
  birthDay?: string | null | undefined
  livesAlone: boolean
}

type Cursor = NonNullable<NonNullable<AnnouncementDoc['work']>['cursor']>

/** A page of members, and where to go on; without `next` that was all. */
export interface MemberPage {
  members: Member[]
  next?: Cursor
}

const accounts = readCollection<Account>('accounts')

/** The next page of those meant. `cursor.community` counts what is gone through, one after the other. */
export async function listMembers(
  doc: Pick<AnnouncementDoc, 'audience' | 'publishedAt'>,
  { community, after }: Cursor,
  now: number,
): Promise<MemberPage> {
  const { audience } = doc
  if (audience.people) {
    const named = await findResidents(audience.people, { withAges: true })
    return { members: await ofResidents(named, doc, now) }
  }
  const [through, page] = audience.roles
    ? [audience.places, holders]
    : [await listCommunities(audience.places), dwellers]
  const place = through[community]
  if (place === undefined) return { members: [] }
  const { members, next } = await page(place, after, doc, now)
  if (next !== undefined) return { members, next: { community, after: next } }
  const more = community + 1 < through.length
  return { members, ...(more ? { next: { community: community + 1, after: '' } } : {}) }
}

type Page = (
  place: string,
  after: string,
  doc: Pick<AnnouncementDoc, 'audience' | 'publishedAt'>,
  now: number,
) => Promise<{ members: Member[]; next?: string }>

const dwellers: Page = async (place, after, doc, now) => {
  const { people, next } = await scanResidents(place, { after, withAges: true })
  return { members: await ofResidents(people, doc, now), ...(next === undefined ? {} : { next }) }
}

const dayOfPublishing = ({ publishedAt = 0 }: Pick<AnnouncementDoc, 'publishedAt'>): string =>
  dayOf(publishedAt)

/** Residents who are meant, each with the other ids that their account reads by. */
async function ofResidents(
  people: readonly ScannedResident[],
  doc: Pick<AnnouncementDoc, 'audience' | 'publishedAt'>,
  now: number,
): Promise<Member[]> {
  const { audience } = doc
  const day = dayOfPublishing(doc)
  // Roles stand in accounts: where they matter, everybody's account is looked at before it is decided.
  const maybe = audience.roles
    ? people
    : people.filter((person) => isAddressed(person, audience, day))
  const theirs = await accountsOf(maybe)
  return maybe.flatMap((person) => {
    const account = person.accountId === undefined ? undefined : theirs.get(person.accountId)
    const roles = account ? liveRoles(account.roles, now) : []
    if (audience.roles && !isAddressed({ ...person, roles }, audience, day)) return []
    return [memberOf(person, account)]
  })
}

/** Ids looked up in one request. */
const AT_ONCE = 500

type SlimAccount = Pick<Account, '_id' | 'ref' | 'homes' | 'roles'>

async function accountsOf(people: readonly ScannedResident[]): Promise<Map<string, SlimAccount>> {
  const ids = [...new Set(people.flatMap(({ accountId }) => accountId ?? []))]
  const batches: Promise<Account[]>[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    batches.push(
      accounts.list({
        where: { _id: _.in(some) },
        limit: some.length,
        fields: ['ref', 'homes', 'roles'],
      }),
    )
  }
  return new Map((await together(batches)).flat().map((account) => [account._id, account]))
}

const memberOf = (person: ScannedResident, account: SlimAccount | undefined): Member => {
  const { residentId, region, birthDay, attributes, accountId } = person
  const others = account ? [...account.homes.map((home) => home.residentId), workId(account)] : []
  return {
    ids: [residentId, ...others.filter((id) => id !== residentId)],
    residentId,
    region,
    birthDay,
    livesAlone: attributes.includes('livesAlone'),
    ...(accountId === undefined ? {} : { accountId }),
  }
}

const workId = ({ ref }: { ref: string }): string => `w-${ref}`

/** Those who hold one of the roles, by the record of their home where they have one. */
const holders: Page = async (place, after, doc, now) => {
  const { audience } = doc
  const { people, next } = await scanHolders(place, { after, now })
  const records = new Map(
    (
      await findResidents(
        people.flatMap(({ residentIds }) => residentIds),
        { withAges: true },
      )
    ).map((record) => [record.residentId, record]),
  )
  const day = dayOfPublishing(doc)
  const members = people.flatMap((holder) => {
    const homes = holder.residentIds.flatMap((id) => records.get(id) ?? [])
    const own = { householdIds: [], attributes: [], roles: holder.roles }
    const meant = homes.find((one) => isAddressed({ ...one, roles: holder.roles }, audience, day))
    if (meant) return [holderOf(holder, meant)]
    return isAddressed(own, audience, day) ? [holderOf(holder, homes[0])] : []
  })
  return { members, ...(next === undefined ? {} : { next }) }
}

function holderOf(holder: ScannedHolder, record: ScannedResident | undefined): Member {
  const { accountId, ref, residentIds } = holder
  const ids = [...(record ? [record.residentId] : []), workId(holder), ...residentIds]
  const [first = workId(holder), ...others] = [...new Set(ids)]
  return {
    ids: [first, ...others],
    ...(record ? { residentId: record.residentId, region: record.region } : { ref }),
    accountId,
    birthDay: record?.birthDay,
    livesAlone: record?.attributes.includes('livesAlone') ?? false,
  }
}

/** Somebody who read what was for them, and whose line has yet to be made: by the record, or by the account. */
export async function memberById(
  { residentId, accountId }: { residentId?: string; accountId?: string },
  now: number,
): Promise<Member | null> {
  if (residentId !== undefined) {
    const [person] = await findResidents([residentId], { withAges: true })
    if (!person) return null
    return memberOf(person, (await accountsOf([person])).get(person.accountId ?? ''))
  }
  const account = accountId === undefined ? null : await accounts.find(accountId)
  if (!account) return null
  const roles = liveRoles(account.roles, now)
  const residentIds = account.homes.map((home) => home.residentId)
  return holderOf({ accountId: account._id, ref: account.ref, residentIds, roles }, undefined)
}
