import type { Audience } from '../../../types/contract/announcement-content'
import { lastOf } from '../../shared/access.rules'
import { _, type Document, readCollection } from '../../shared/db'
import { dayOf } from '../../shared/time'
import { together } from '../../shared/together'
import { communityOfPlace, isAddressed, isResolved } from '../audience/audience.rules'
import {
  findResidents,
  listCommunities,
  scanHolders,
  scanResidents,
} from '../audience/residents.query'

export interface Reach {
  people: number
  /** Of these, who have WeChat here. */
  withPhone: number
  /** There are more, of whom it stopped counting. */
  atLeast: boolean
}

/** Pages of a thousand that one count goes through. */
const PAGES = 20

const residents = readCollection<Document>('residents')

/** How many people an audience means now. */
export async function countReach(audience: Audience, now: number): Promise<Reach> {
  if (audience.people) return countNamed(audience, audience.people, now)
  if (audience.roles) return countHolders(audience, now)
  const communities = await listCommunities(audience.places)
  const whole = audience.places.every((place) => (communityOfPlace(place) ?? place) === place)
  return whole && !isResolved(audience)
    ? countDwellers(communities)
    : scanDwellers(audience, communities, now)
}

/** Communities as a whole are counted by the database. */
async function countDwellers(communities: readonly string[]): Promise<Reach> {
  if (communities.length === 0) return { people: 0, withPhone: 0, atLeast: false }
  const there = { communityId: _.in(communities.map(lastOf)), state: 'living' }
  const [people, withPhone] = await together([
    residents.count(there),
    residents.count({ ...there, accountId: _.gt('') }),
  ])
  return { people, withPhone, atLeast: false }
}

async function scanDwellers(
  audience: Audience,
  communities: readonly string[],
  now: number,
): Promise<Reach> {
  const reach = { people: 0, withPhone: 0, atLeast: false }
  let pages = 0
  for (const community of communities) {
    let after: string | undefined = ''
    while (after !== undefined) {
      if (pages++ === PAGES) return { ...reach, atLeast: true }
      const withAges = audience.ages !== undefined
      const page = await scanResidents(community, { after, withAges })
      const meant = page.people.filter((person) => isAddressed(person, audience, dayOf(now)))
      reach.people += meant.length
      reach.withPhone += meant.filter(({ accountId }) => accountId !== undefined).length
      after = page.next
    }
  }
  return reach
}

async function countNamed(audience: Audience, ids: readonly string[], now: number): Promise<Reach> {
  const found = await findResidents([...new Set(ids)], { withAges: audience.ages !== undefined })
  const meant = found.filter((person) => isAddressed(person, audience, dayOf(now)))
  const withPhone = meant.filter(({ accountId }) => accountId !== undefined).length
  return { people: meant.length, withPhone, atLeast: false }
}

/** Whoever holds a role has an account, and so a phone. */
async function countHolders(audience: Audience, now: number): Promise<Reach> {
  const meant = new Set<string>()
  let pages = 0
  for (const place of audience.places) {
    let after: string | undefined = ''
    while (after !== undefined) {
      if (pages++ === PAGES) return { people: meant.size, withPhone: meant.size, atLeast: true }
      const page = await scanHolders(place, { after, now })
      const ids = isResolved(audience) ? page.people.flatMap(({ residentIds }) => residentIds) : []
      const records = await findResidents(ids, { withAges: audience.ages !== undefined })
      for (const { ref, roles, residentIds } of page.people) {
        const nobody = { householdIds: [], attributes: [] }
        const own = records.filter(({ residentId }) => residentIds.includes(residentId))
        const is = [nobody, ...own].some((person) =>
          isAddressed({ ...person, roles }, audience, dayOf(now)),
        )
        if (is) meant.add(ref)
      }
      after = page.next
    }
  }
  return { people: meant.size, withPhone: meant.size, atLeast: false }
}
