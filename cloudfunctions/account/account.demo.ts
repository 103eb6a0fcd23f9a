import { EVERYWHERE } from '../shared/access.rules'
import type {
  DemoCommunity,
  DemoDocuments,
  DemoServiceDesk,
  DemoWorld,
  Random,
} from '../shared/demo-world'
import { listKeyOf } from '../shared/list-key.rules'
import type { KeyRing } from '../shared/seal'
import type { RegionDoc } from './account.docs'
import { type DemoRole, DEMO_PEOPLE, DISTRICT, GIVEN_NAMES, SURNAMES } from './demo-people.text'
import { type Home, Town } from './demo-town'
import { orderOf } from './places.rules'

const BUILDINGS = 10
const UNITS = 3
const FLOORS = 11
/** Homes with somebody in, per community. */
const HOMES = 80

export interface DemoPlacesAndPeople {
  world: Omit<DemoWorld, 'random'>
  documents: DemoDocuments
}

/**
 * One district, two streets, four communities, forty buildings; some 700 people in their homes; and
 * those whom a visitor can play, by role. `residents` adds as many `resident-0001`... to the first
 * community, each with a home of their own.
 */
export function demoPlacesAndPeople(
  now: number,
  residents: number,
  random: Random,
  ring: KeyRing,
): DemoPlacesAndPeople {
  const { regions, communities } = places()
  const town = new Town(now, regions, ring)
  for (const community of communities) populate(town, community, random)
  const [first] = communities
  if (!first) throw new Error('The demo has no community.')
  for (const person of DEMO_PEOPLE) addPlayed(town, first, person)
  for (let i = 1; i <= residents; i++) addNumbered(town, first, i, random)
  const { households, residents: people, accounts } = town
  return {
    world: { now, communities, serviceDesks: serviceDesksOf(regions), people: town.people },
    documents: { regions, households, residents: people, accounts },
  }
}

function places(): { regions: RegionDoc[]; communities: DemoCommunity[] } {
  const regions: RegionDoc[] = []
  const communities: DemoCommunity[] = []
  const add = (
    level: RegionDoc['level'],
    id: string,
    name: string,
    above: Pick<RegionDoc, 'path' | 'names'>,
    office?: RegionDoc['office'],
  ): RegionDoc => {
    const place: RegionDoc = {
      _id: id,
      level,
      name,
      path: above.path === '' ? id : `${above.path}/${id}`,
      parent: above.path,
      names: [...above.names, name],
      listKey: listKeyOf(orderOf(level, name), id),
      ...(office ? { office } : {}),
    }
    regions.push(place)
    return place
  }
  const district = add('district', DISTRICT.id, DISTRICT.name, NOWHERE, DISTRICT.office)
  for (const { id, name, office, communities: below } of DISTRICT.streets) {
    const street = add('street', id, name, district, office)
    for (const one of below) {
      const community = add('community', one.id, one.name, street, one.office)
      communities.push({ communityId: one.id, region: community.path, name: one.name })
      for (let n = 1; n <= BUILDINGS; n++) {
        const building = add('building', `${one.id}-b${n}`, `${n}号楼`, community)
        for (let u = 1; u <= UNITS; u++) {
          add('unit', `${building._id}-u${u}`, `${u}单元`, building)
        }
      }
    }
  }
  return { regions, communities }
}

const NOWHERE = { path: '', names: [] }

const serviceDesksOf = (regions: readonly RegionDoc[]): DemoServiceDesk[] =>
  regions.flatMap(({ _id, level, path, name, office }) =>
    office
      ? [
          {
            region: path,
            ...(level === 'community' ? { communityId: _id } : {}),
            placeName: name,
            name: office.name,
            phone: office.phone,
          },
        ]
      : [],
  )

const fullName = (random: Random, surname = random.pick(SURNAMES)) =>
  surname + random.pick(GIVEN_NAMES)

const birthDay = (random: Random, year: number) =>
  `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`

function populate(town: Town, community: DemoCommunity, random: Random): void {
  for (let i = 0; i < HOMES; i++) {
    const home: Home = {
      building: 1 + (i % BUILDINGS),
      unit: 1 + (Math.floor(i / BUILDINGS) % UNITS),
      room: `${1 + (Math.floor(i / (BUILDINGS * UNITS)) % FLOORS)}0${1 + (i % 2)}`,
    }
    const household = town.addHome(community, home)
    const surname = random.pick(SURNAMES)
    const ages = householdAges(random)
    ages.forEach((age, n) => {
      town.addPerson(household, {
        residentId: `r-${community.communityId}-${i + 1}-${n + 1}`,
        name: fullName(random, n % 2 === 0 ? surname : undefined),
        birthDay: birthDay(random, town.thisYear - age),
        livesAlone: ages.length === 1,
        books: 'always',
      })
    })
  }
}

/** Who lives in a home: elders alone or as couples, and families with a child or without. */
function householdAges(random: Random): number[] {
  const chance = random.next()
  if (chance < 0.2) return [random.int(66, 90)]
  if (chance < 0.45) {
    const age = random.int(62, 84)
    return [age, age + random.int(-4, 2)]
  }
  const age = random.int(27, 52)
  const couple = [age, age + random.int(-3, 3)]
  return chance < 0.85 ? [...couple, Math.max(1, age - random.int(25, 30))] : couple
}

/** Someone a visitor can be. Officers of the street and the district live in no community here. */
function addPlayed(
  town: Town,
  community: DemoCommunity,
  { openid, name, birthYear, home, livesAlone, roles, at, undecided, phone }: DemoRole,
): void {
  if (!home) {
    // The newcomer: whoever has no account is one.
    if (at === undefined) return
    const here = town.regions.find(({ level, _id }) => level === at || _id === at)
    const region = at === 'everywhere' ? EVERYWHERE : here?.path
    if (region === undefined) throw new Error(`The demo has no ${at}.`)
    town.addAccount({ openid, name, roles, region, phone })
    return
  }
  const household = town.addHome(community, home)
  const residentId = `r-${openid}`
  const birth = `${birthYear}-05-12`
  const books = 'past'
  town.addPerson(
    household,
    { residentId, name, birthDay: birth, livesAlone, books, ...(phone ? { phone } : {}) },
    openid,
  )
  town.addAccount({ openid, name, roles, region: community.region, phone, undecided }, household)
}

/** `resident-0001`...: for tests with many people. Their rooms are not used otherwise. */
function addNumbered(town: Town, community: DemoCommunity, number: number, random: Random): void {
  const openid = `resident-${String(number).padStart(4, '0')}`
  const index = number - 1
  const home: Home = {
    building: 1 + (index % BUILDINGS),
    unit: 1 + (Math.floor(index / BUILDINGS) % UNITS),
    room: `${1 + Math.floor(index / (BUILDINGS * UNITS * 2))}0${3 + (Math.floor(index / (BUILDINGS * UNITS)) % 2)}`,
  }
  const name = fullName(random)
  const household = town.addHome(community, home)
  const born = birthDay(random, town.thisYear - random.int(20, 85))
  town.addPerson(
    household,
    { residentId: `r-${openid}`, name, birthDay: born, livesAlone: true, books: 'never' },
    openid,
  )
  town.addAccount({ openid, name, roles: [], region: community.region }, household)
}
