import type { HomeRelation } from '../../types/contract/people'
import type { GivenRole } from '../../types/contract/role'
import { type Account, newAccount } from '../shared/actor'
import { POLICY_VERSION } from '../shared/consent'
import type { DemoCommunity, DemoPerson } from '../shared/demo-world'
import { listKeyOf } from '../shared/list-key.rules'
import type { KeyRing } from '../shared/seal'
import { sealFields, sealingOf } from '../shared/sealed-fields'
import { addDays, DAY, dayOf } from '../shared/time'
import type { HouseholdDoc, RegionDoc, ResidentDoc } from './account.docs'
import { DISTRICT } from './demo-people.text'
import { currentHome } from './homes.rules'
import { homeName, orderOf, roomPath } from './places.rules'

/** A room, by its numbers. */
export interface Home {
  building: number
  unit: number
  room: string
}

/** Somebody of the demo who lives in a home. */
export interface Newcomer {
  residentId: string
  name: string
  birthDay: string
  livesAlone: boolean
  books: DemoPerson['books']
  phone?: string
  relation?: HomeRelation
}

/** Gathers households, people and accounts as they move in. */
export class Town {
  readonly households: HouseholdDoc[] = []
  readonly residents: ResidentDoc[] = []
  readonly accounts: Account[] = []
  readonly people: DemoPerson[] = []
  readonly thisYear: number

  constructor(
    readonly now: number,
    readonly regions: RegionDoc[],
    readonly ring: KeyRing,
  ) {
    this.thisYear = Number(dayOf(now).slice(0, 4))
  }

  addHome({ communityId, region, name }: DemoCommunity, { building, unit, room }: Home) {
    const given = { building: String(building), unit: String(unit), room }
    const path = roomPath(region, given, noDigest).at(-1)
    if (!path) throw new Error('A home needs a room.')
    const household: HouseholdDoc = {
      _id: `h-${path.id}`,
      communityId,
      region,
      room: path.path,
      home: homeName(given),
    }
    if (!this.households.some(({ _id }) => _id === household._id)) {
      const names = [DISTRICT.name, streetOf(communityId), name]
      this.regions.push({
        _id: path.id,
        level: 'room',
        name: path.name,
        path: path.path,
        parent: path.parent,
        names: [...names, `${building}号楼`, `${unit}单元`, path.name],
        listKey: listKeyOf(orderOf('room', path.name), path.id),
      })
      this.households.push(household)
    }
    return household
  }

  addPerson(household: HouseholdDoc, who: Newcomer, accountId?: string): void {
    const { communityId, region, home } = household
    const { residentId, name, birthDay, livesAlone, books, phone, relation = 'owner' } = who
    const since = this.now - 3 * 365 * DAY
    const texts: Record<string, string> = { birthDay, ...(phone ? { phone } : {}) }
    const { change } = sealFields(this.ring, RESIDENTS, { _id: residentId }, texts)
    this.residents.push({
      _id: residentId,
      communityId,
      region,
      name,
      homes: [{ householdId: household._id, home, relation, since }],
      home,
      ...change,
      phoneVerified: phone !== undefined,
      attributes: livesAlone
        ? [
            {
              name: 'livesAlone',
              value: true,
              basis: '入户走访',
              setBy: 'demo',
              setAt: since,
              reviewDay: addDays(dayOf(this.now), 120),
            },
          ]
        : [],
      ...(accountId ? { accountId } : {}),
      state: 'living',
      version: 1,
      taps: [],
    })
    const birthYear = Number(birthDay.slice(0, 4))
    this.people.push({
      residentId,
      communityId,
      region,
      birthYear,
      birthDay,
      livesAlone,
      householdId: household._id,
      ...(accountId ? { accountId } : {}),
      books,
    })
  }

  /** An account, of somebody who lives here or only works here. */
  addAccount(
    { openid, name, roles, region, phone, undecided = false }: DemoAccount,
    household?: HouseholdDoc,
  ): void {
    const policy = { version: POLICY_VERSION, at: this.now }
    const since = this.now - 365 * DAY
    const home = household && {
      residentId: `r-${openid}`,
      householdId: household._id,
      communityId: household.communityId,
      region: household.region,
      home: household.home,
      relation: 'owner' as const,
    }
    this.accounts.push({
      ...newAccount(openid, `a-${openid}`, name),
      ...(undecided ? {} : { policy }),
      ...(home ? { ...currentHome(home), homes: [home] } : {}),
      ...(phone
        ? {
            ...sealFields(this.ring, ACCOUNTS, { _id: openid }, { phone }).change,
            phoneVerified: true,
          }
        : {}),
      roles: roles.map((role) => ({ role, region, since, by: 'demo' })),
    })
  }
}

interface DemoAccount {
  openid: string
  name: string
  roles: GivenRole[]
  /** Where the roles are held. */
  region: string
  phone?: string | undefined
  undecided?: boolean | undefined
}

const RESIDENTS = sealingOf('residents')
const ACCOUNTS = sealingOf('accounts')

/** The demo's places all have numbers. */
const noDigest = (name: string): string => {
  throw new Error(`No id can be made of ${name}.`)
}

const streetOf = (communityId: string): string =>
  DISTRICT.streets.find(({ communities }) => communities.some(({ id }) => id === communityId))
    ?.name ?? ''
