import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Audience } from '../../../types/contract/announcement-content'
import { FIELD_TEXT } from '../../../types/contract/fields.text'
import { givenRole } from '../../../types/contract/role'
import { dwellerKeys, workerKeys } from '../../shared/reader-keys.rules'
import { ageOn, compileAudience, isAddressable, isAddressed, type Person } from './audience.rules'

const COMMUNITY = 'heping/nanhu/chunxiao'
const B3 = `${COMMUNITY}/chunxiao-b3`
const B3U2 = `${B3}/chunxiao-b3-u2`
const TODAY = '2026-11-23'

const audienceOf = (more: Partial<Audience>): Audience => ({
  places: [COMMUNITY],
  public: false,
  ...more,
})
const compiled = (more: Partial<Audience>, region = COMMUNITY) =>
  compileAudience(audienceOf(more), { announcementId: 'a-1', region })

const HOME_3_2 = 'h-chunxiao-b3-u2-r501'
const HOME_5 = 'h-chunxiao-b5-r101'
const person = (more: Partial<Person> = {}): Person => ({
  residentId: 'r-1',
  region: COMMUNITY,
  householdIds: [HOME_3_2],
  birthDay: '1941-03-05',
  attributes: [],
  roles: [],
  ...more,
})

describe('an audience as keys', () => {
  test.each<[string, Partial<Audience>, string[]]>([
    ['the community', {}, [COMMUNITY]],
    [
      'a building and a unit',
      { places: [B3, `${COMMUNITY}/chunxiao-b5`] },
      [B3, `${COMMUNITY}/chunxiao-b5`],
    ],
    ['a unit of a building that is there too', { places: [B3U2, B3, B3] }, [B3]],
    [
      'roles',
      { roles: ['volunteer', 'staff', 'staff'] },
      [`volunteer@${COMMUNITY}`, `staff@${COMMUNITY}`],
    ],
    ['old people', { ages: { from: 80 } }, ['list:a-1']],
    ['people who live alone', { livesAlone: true }, ['list:a-1']],
    ['people by name', { people: ['r-1'], places: [COMMUNITY] }, ['list:a-1']],
    ['old volunteers', { roles: ['volunteer'], ages: { from: 60 } }, ['list:a-1']],
  ])('%s', (_about, audience, keys) => {
    expect(compiled(audience)).toEqual({ keys })
  })

  test.each<[string, Partial<Audience>, string, object]>([
    [
      'the next community',
      { places: ['heping/nanhu/xinglong'] },
      COMMUNITY,
      { places: FIELD_TEXT.outsideRegion },
    ],
    [
      'a community whose name begins alike',
      { places: [`${COMMUNITY}2`] },
      COMMUNITY,
      { places: FIELD_TEXT.outsideRegion },
    ],
    [
      'the street above',
      { places: ['heping/nanhu'] },
      COMMUNITY,
      { places: FIELD_TEXT.outsideRegion },
    ],
    ['everywhere', { places: ['*'] }, '*', { places: FIELD_TEXT.chooseAgain }],
    [
      'a room',
      { places: [`${B3U2}/chunxiao-b3-u2-r501`] },
      COMMUNITY,
      { places: FIELD_TEXT.chooseAgain },
    ],
    [
      'a room of a building without units',
      { places: [`${B3}/chunxiao-b3-r501`] },
      COMMUNITY,
      { places: FIELD_TEXT.chooseAgain },
    ],
    [
      'ages the wrong way round',
      { ages: { from: 80, to: 60 } },
      COMMUNITY,
      { ages: FIELD_TEXT.ageOrder },
    ],
    [
      'more roles and places than ten',
      { places: [B3, `${COMMUNITY}/chunxiao-b5`], roles: givenRole.options.slice(0, 6) },
      COMMUNITY,
      { places: FIELD_TEXT.tooManyPlaces },
    ],
  ])('not %s', (_about, audience, region, faults) => {
    expect(compiled(audience, region)).toEqual({ faults })
  })

  test('a street may address its communities', () => {
    expect(compiled({ places: [COMMUNITY, 'heping/nanhu/xinglong'] }, 'heping/nanhu')).toEqual({
      keys: [COMMUNITY, 'heping/nanhu/xinglong'],
    })
  })

  test.each([
    ['heping', true],
    ['heping/nanhu', true],
    [COMMUNITY, true],
    [B3, true],
    [B3U2, true],
    [`${COMMUNITY}/dongshan-b3`, false],
  ])('%s is addressed: %s', (path, expected) => {
    expect(isAddressable(path)).toBe(expected)
  })
})

describe('whom it is for', () => {
  const cases: [string, Partial<Person>, Partial<Audience>, boolean][] = [
    ['a resident of the community', {}, {}, true],
    ['a resident of the street', {}, { places: ['heping/nanhu'] }, true],
    ['a resident of the building', {}, { places: [B3] }, true],
    ['a resident of the unit', {}, { places: [B3U2] }, true],
    ['not of another unit', {}, { places: [`${B3}/chunxiao-b3-u1`] }, false],
    ['not of building 30', { householdIds: ['h-chunxiao-b30-r1'] }, { places: [B3] }, false],
    ['somebody with two homes', { householdIds: [HOME_5, HOME_3_2] }, { places: [B3] }, true],
    ['nobody who has moved out', { householdIds: [] }, {}, false],
    ['80 today', { birthDay: '1946-11-23' }, { ages: { from: 80 } }, true],
    ['80 tomorrow', { birthDay: '1946-11-24' }, { ages: { from: 80 } }, false],
    ['a child of 6', { birthDay: '2020-01-01' }, { ages: { to: 6 } }, true],
    ['nobody whose age is not known', { birthDay: null }, { ages: { to: 150 } }, false],
    ['who lives alone', { attributes: ['livesAlone'] }, { livesAlone: true }, true],
    ['not who does not', { attributes: ['lowIncome'] }, { livesAlone: true }, false],
    ['who is named', {}, { people: ['r-1'] }, true],
    ['not who is not named', {}, { people: ['r-2'] }, false],
    [
      'not who is named and lives elsewhere',
      { region: 'heping/nanhu/xinglong' },
      { people: ['r-1'] },
      false,
    ],
    [
      'a volunteer',
      { roles: [{ role: 'volunteer', region: COMMUNITY }] },
      { roles: ['volunteer'] },
      true,
    ],
    [
      'not a volunteer of elsewhere',
      { roles: [{ role: 'volunteer', region: 'heping/nanhu/xinglong' }] },
      { roles: ['volunteer'] },
      false,
    ],
    [
      'a volunteer without a home here',
      {
        residentId: undefined,
        region: undefined,
        householdIds: [],
        roles: [{ role: 'volunteer', region: COMMUNITY }],
      },
      { roles: ['volunteer'] },
      true,
    ],
    [
      'no street officer, of the community alone',
      { roles: [{ role: 'streetOfficer', region: 'heping/nanhu' }] },
      { roles: ['streetOfficer'] },
      false,
    ],
  ]
  test.each(cases)('%s', (_about, who, audience, expected) => {
    expect(isAddressed(person(who), audienceOf(audience), TODAY)).toBe(expected)
  })

  test('a leap day is a year older on 1 March', () => {
    expect(ageOn('1944-02-29', '2026-02-28')).toBe(81)
    expect(ageOn('1944-02-29', '2026-03-01')).toBe(82)
  })
})

const place = fc.constantFrom(
  'heping',
  'heping/nanhu',
  COMMUNITY,
  B3,
  B3U2,
  `${COMMUNITY}/chunxiao-b30`,
  `${COMMUNITY}/chunxiao-b5`,
)
const role = fc.constantFrom('volunteer' as const, 'staff' as const)

test('the keys lead to just those whom the predicate names', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { minLength: 1, maxLength: 4 }),
      fc.option(fc.uniqueArray(role, { minLength: 1 }), { nil: undefined }),
      fc.uniqueArray(fc.constantFrom(HOME_3_2, HOME_5, 'h-chunxiao-b30-u2-r1'), { minLength: 1 }),
      fc.array(fc.record({ role, region: place }), { maxLength: 2 }),
      (places, roles, householdIds, held) => {
        const audience = audienceOf({ places, ...(roles ? { roles } : {}) })
        const found = compileAudience(audience, { announcementId: 'a-1', region: 'heping' })
        if (!('keys' in found)) throw new Error('does not compile')
        const roleKeys = workerKeys(
          { roles: held.map((one) => ({ ...one, since: 0, by: 'x' })) },
          1,
        )
        const own = new Set([
          ...dwellerKeys({ region: COMMUNITY, householdIds }),
          // Places that are read by whoever works there are not what the audience means.
          ...roleKeys.filter((key) => key.includes('@')),
        ])
        const reads = found.keys.some((key) => own.has(key))
        expect(isAddressed(person({ householdIds, roles: held }), audience, TODAY)).toBe(reads)
      },
    ),
  )
})
