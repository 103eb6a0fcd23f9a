import type { Account } from '../shared/actor'
import { POLICY_VERSION } from '../shared/consent'
import type {
  DemoCommunity,
  DemoDocuments,
  DemoPerson,
  DemoServiceDesk,
  DemoWorld,
  Random,
} from '../shared/demo-world'
import { dayOf } from '../shared/time'
import type { HouseholdDoc, RegionDoc, ResidentDoc } from './account.docs'
import { type DemoRole, DEMO_PEOPLE, DISTRICT, GIVEN_NAMES, SURNAMES } from './demo-people.text'

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
): DemoPlacesAndPeople {
  const { regions, communities } = places()
  const town = new Town(now)
  for (const community of communities) populate(town, community, random)
  const [first] = communities
  if (!first) throw new Error('The demo has no community.')
  for (const person of DEMO_PEOPLE) addPlayed(town, first, person, regions)
  for (let i = 1; i <= residents; i++) addNumbered(town, first, i, random)
  const { households, residents: people, accounts } = town
  return {
    world: { now, communities, serviceDesks: serviceDesksOf(regions), people: town.people },
    documents: { regions, households, residents: people, accounts },
  }
}

function places(): { regions: RegionDoc[]; communities: DemoCommunity[] } {
  const regions: RegionDoc[] = [
    {
      _id: DISTRICT.id,
      level: 'district',
      name: DISTRICT.name,
      path: DISTRICT.id,
      names: [DISTRICT.name],
      office: DISTRICT.office,
    },
  ]
  const communities: DemoCommunity[] = []
  for (const street of DISTRICT.streets) {
    const streetPath = `${DISTRICT.id}/${street.id}`
    const streetNames = [DISTRICT.name, street.name]
    regions.push({
      _id: street.id,
      level: 'street',
      name: street.name,
      path: streetPath,
      names: streetNames,
      office: street.office,
    })
    for (const { id, name, office } of street.communities) {
      const path = `${streetPath}/${id}`
      const names = [...streetNames, name]
      regions.push({ _id: id, level: 'community', name, path, names, office })
      communities.push({ communityId: id, region: path, name })
      for (let n = 1; n <= BUILDINGS; n++) {
        const building = `${n}号楼`
        regions.push({
          _id: `${id}-b${n}`,
          level: 'building',
          name: building,
          path: `${path}/${id}-b${n}`,
          names: [...names, building],
        })
      }
    }
  }
  return { regions, communities }
}

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

interface Home {
  building: number
  unit: number
  room: string
}

interface Newcomer {
  residentId: string
  name: string
  birthDay: string
  livesAlone: boolean
  books: DemoPerson['books']
}

/** Gathers households, people and accounts as they move in. */
class Town {
  readonly households: HouseholdDoc[] = []
  readonly residents: ResidentDoc[] = []
  readonly accounts: Account[] = []
  readonly people: DemoPerson[] = []
  readonly thisYear: number

  constructor(readonly now: number) {
    this.thisYear = Number(dayOf(now).slice(0, 4))
  }

  addHome({ communityId, region }: DemoCommunity, id: string, { building, unit, room }: Home) {
    const household: HouseholdDoc = {
      _id: id,
      communityId,
      region,
      buildingId: `${communityId}-b${building}`,
      unit,
      room,
      residentIds: [],
    }
    this.households.push(household)
    return household
  }

  addPerson(household: HouseholdDoc, who: Newcomer): void {
    const { communityId, region, _id: householdId } = household
    const { residentId, name, birthDay, livesAlone, books } = who
    household.residentIds.push(residentId)
    this.residents.push({
      _id: residentId,
      communityId,
      region,
      householdId,
      name,
      birthDay,
      livesAlone,
    })
    const birthYear = Number(birthDay.slice(0, 4))
    this.people.push({ residentId, communityId, region, birthYear, books })
  }

  addAccount(account: Omit<Account, 'policy' | 'taps'>, undecided = false): void {
    const policy = { version: POLICY_VERSION, at: this.now }
    this.accounts.push({ ...account, ...(undecided ? {} : { policy }), taps: [] })
  }
}

const homeName = ({ building, unit, room }: Home) => `${building}号楼${unit}单元${room}室`

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
    const household = town.addHome(community, `h-${community.communityId}-${i + 1}`, home)
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
  { openid, name, birthYear, home, livesAlone, roles, at, undecided }: DemoRole,
  regions: readonly RegionDoc[],
): void {
  if (!home) {
    const region = regions.find(({ level }) => level === at)
    if (!region) throw new Error(`The demo has no ${at}.`)
    town.addAccount({ _id: openid, name, roles, region: region.path })
    return
  }
  const residentId = `r-${openid}`
  const household = town.addHome(community, `h-${openid}`, home)
  const person: Newcomer = {
    residentId,
    name,
    birthDay: `${birthYear}-05-12`,
    livesAlone,
    books: 'past',
  }
  town.addPerson(household, person)
  const { communityId, region } = community
  town.addAccount(
    {
      _id: openid,
      name,
      roles,
      region,
      communityId,
      residentId,
      home: homeName(home),
    },
    undecided,
  )
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
  const residentId = `r-${openid}`
  const name = fullName(random)
  const household = town.addHome(community, `h-${openid}`, home)
  town.addPerson(household, {
    residentId,
    name,
    birthDay: birthDay(random, town.thisYear - random.int(20, 85)),
    livesAlone: true,
    books: 'never',
  })
  const { communityId, region } = community
  town.addAccount({
    _id: openid,
    name,
    roles: ['resident'],
    region,
    communityId,
    residentId,
    home: homeName(home),
  })
}
