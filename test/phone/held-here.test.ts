import { expect, test } from 'vitest'
import { canBeHeldAt } from '../../cloudfunctions/account/roles.rules.ts'
import { heldHere } from '../../src/features/account/roles/roles.rules.ts'
import { givenRole } from '../../types/contract/role.ts'

const PLACES = ['*', 'heping', 'heping/nanhu', 'heping/nanhu/chunxiao']

test.each(PLACES)(
  'at %s the phone offers the roles that the cloud lets be held there',
  (region) => {
    const offered = heldHere(givenRole.options, region)
    expect(offered).toEqual(givenRole.options.filter((role) => canBeHeldAt(role, region)))
  },
)
