import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyone, holders, members, residents } from '../../types/contract/access'
import { givenRole } from '../../types/contract/role'
import { covers, decideAccess, EVERYWHERE, liveGrants, liveRoles } from './access.rules'
import { type Account, type Grant, type HeldRole, newAccount } from './actor'

const NOW = 1_000_000
const HERE = 'd/s/c'

const account = (more: Partial<Account> = {}): Account => ({
  ...newAccount('openid', 'ref', '某'),
  ...more,
})
const home = { residentId: 'r-me', communityId: 'c', region: HERE }
const held = (more: Partial<HeldRole> = {}): HeldRole => ({
  role: 'staff',
  region: HERE,
  since: 0,
  by: 'x',
  ...more,
})
const grant = (more: Partial<Grant> = {}): Grant => ({
  grantId: 'g',
  residentId: 'r-elder',
  communityId: 'c',
  region: HERE,
  name: '老人',
  home: '1号楼101室',
  relation: 'son',
  scope: 'everything',
  since: 0,
  ...more,
})
const asked = (more: object = {}) => ({ feature: 'booking', now: NOW, ...more })
const STAFF = holders(['staff'], { over: 'community' })
const GIVERS = holders(['staff', 'streetOfficer'], { over: 'region' })

describe('in person', () => {
  test.each([
    ['anyone, as nobody', anyone({ dependents: true }), null, { subject: null }],
    ['a member, as nobody', members({ dependents: true }), null, 'NOT_JOINED'],
    ['a member without a home', members({ dependents: true }), account(), { subject: null }],
    ['a resident, as nobody', residents({ dependents: true }), null, 'NOT_JOINED'],
    ['a resident without a home', residents({ dependents: true }), account(), 'NOT_JOINED'],
    [
      'a resident who only works here',
      residents({ dependents: true }),
      account({ roles: [held()] }),
      'NOT_ALLOWED',
    ],
    ['a role, as nobody', STAFF, null, 'NOT_JOINED'],
    ['a role that one lacks', STAFF, account(home), 'NOT_ALLOWED'],
    ['a role that ended', STAFF, account({ roles: [held({ until: NOW })] }), 'NOT_ALLOWED'],
    ['another role', STAFF, account({ roles: [held({ role: 'volunteer' })] }), 'NOT_ALLOWED'],
  ] as const)('%s', (_what, access, who, outcome) => {
    const decided = decideAccess(access, who, asked())
    if (typeof outcome === 'string') expect(decided).toBe(outcome)
    else expect(decided).toEqual(outcome)
  })

  test('a place below one’s own is still to be proved; one’s own is not', () => {
    const street = account({ roles: [held({ role: 'streetOfficer', region: 'd/s' })] })
    const access = holders(['streetOfficer'], { over: 'community' })
    expect(decideAccess(access, street, asked())).toBe('NOT_ALLOWED')
    expect(decideAccess(access, street, asked({ at: HERE }))).toMatchObject({
      post: { communityId: 'c' },
      named: HERE,
    })
    expect(
      decideAccess(STAFF, account({ roles: [held()] }), asked({ at: HERE })),
    ).not.toHaveProperty('named')
  })
})

describe('for another', () => {
  const helper = account({ grants: [grant()] })
  const elder = { onBehalfOf: 'r-elder' }
  test.each([
    ['a helper', residents({ dependents: true }), helper, elder, 'r-elder'],
    [
      'a helper, of what is not for others',
      members({ dependents: 'no' }),
      helper,
      elder,
      'NOT_FOR_OTHERS',
    ],
    [
      'a helper, of what only the desk does',
      members({ dependents: 'no', desk: true }),
      helper,
      elder,
      'NOT_FOR_OTHERS',
    ],
    [
      'a helper, for another person',
      residents({ dependents: true }),
      helper,
      { onBehalfOf: 'r-x' },
      'NOT_THEIR_HELPER',
    ],
    [
      'one whose grant ended',
      residents({ dependents: true }),
      account({ grants: [grant({ until: NOW })] }),
      elder,
      'NOT_THEIR_HELPER',
    ],
    [
      'a helper for bookings, elsewhere',
      residents({ dependents: true }),
      account({ grants: [grant({ scope: 'booking' })] }),
      { ...elder, feature: 'repairs' },
      'NOT_THEIR_HELPER',
    ],
    [
      'a helper for bookings, of bookings',
      residents({ dependents: true }),
      account({ grants: [grant({ scope: 'booking' })] }),
      elder,
      'r-elder',
    ],
    ['nobody', residents({ dependents: true }), null, elder, 'NOT_THEIR_HELPER'],
  ] as const)('%s', (_what, access, who, more, outcome) => {
    const decided = decideAccess(access, who, asked(more))
    expect(typeof decided === 'string' ? decided : decided.subject?.residentId).toBe(outcome)
  })
})

describe('whatever roles somebody has', () => {
  const region = fc
    .array(fc.constantFrom('a', 'b', 'a-b', 'ab'), { minLength: 1, maxLength: 4 })
    .map((ids) => ids.join('/'))
  const anyRegion = fc.oneof(region, fc.constant(EVERYWHERE))
  const role = fc.record({
    role: fc.constantFrom(...givenRole.options),
    region: anyRegion,
    since: fc.constant(0),
    by: fc.constant('x'),
    until: fc.option(fc.integer({ min: NOW - 5, max: NOW + 5 }), { nil: undefined }),
  }) as fc.Arbitrary<HeldRole>

  test('nothing outside of a live role’s region is ever allowed', () => {
    fc.assert(
      fc.property(
        fc.array(role, { maxLength: 4 }),
        region,
        fc.constantFrom(STAFF, GIVERS),
        (roles, place, access) => {
          const decided = decideAccess(
            access,
            account({ roles }),
            asked({ at: place, region: place }),
          )
          if (typeof decided === 'string') return
          const fits = liveRoles(roles, NOW).filter((one) => access.roles.includes(one.role))
          expect(fits.some((one) => covers(one.region, place))).toBe(true)
          expect(fits.some((one) => covers(one.region, decided.post?.region ?? '?'))).toBe(true)
        },
      ),
    )
  })

  test('a region takes in what lies below it, and nothing that only begins alike', () => {
    expect([covers('a', 'a/b'), covers('a', 'a'), covers('a', 'ab'), covers('a', 'a-b')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([covers(EVERYWHERE, 'a'), covers('a', EVERYWHERE), covers('a/b', 'a')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('what has ended is not live', () => {
    expect(liveRoles([held({ until: NOW }), held({ until: NOW + 1 }), held()], NOW).length).toBe(2)
    expect(liveGrants([grant({ until: NOW }), grant()], NOW).length).toBe(1)
  })
})
