import { account } from '../../types/contract/account'
import { sceneOf } from '../../types/contract/printed-code'
import { refuse } from '../shared/errors'
import { handle } from '../shared/serve'
import { communityOf } from '../shared/standing'
import { DAY } from '../shared/time'
import { lettersOf } from './codes.query'
import { endCode, findCode, insertCode } from './codes.store'
import { findHousehold, setHouseholdCode } from './places.store'

/** The kind letter of a household's code; see src/pages/scan/codes.ts. */
const LETTER = 'h'
/** Long enough for a paper in a drawer, short enough to be gone when people have moved. */
const GOOD_FOR = 90 * DAY

/** The same tap again finds the code it made by the household's own document. */
export const makeHouseholdCode = handle(
  account.makeHouseholdCode,
  async ({ post, actor, tap, now }, { householdId }) => {
    const household = await findHousehold(householdId)
    if (household?.communityId !== communityOf(post)) return refuse('NOT_FOUND')
    const former = household.codeId ? await findCode(household.codeId) : null
    const present = async (code: NonNullable<typeof former>) => {
      const { proving, token } = await lettersOf(code)
      return {
        householdId,
        place: household.home,
        letters: proving,
        scene: sceneOf({ letter: LETTER, token }),
        expiresAt: code.expiresAt,
      }
    }
    if (former?.madeByTap === tap.tapId) return present(former)
    const { communityId, region } = household
    const code = await insertCode({
      kind: 'household',
      communityId,
      region,
      householdId,
      expiresAt: now + GOOD_FOR,
      madeBy: actor.ref,
      madeAt: now,
      madeByTap: tap.tapId,
    })
    if (code.householdId !== householdId) return refuse('TAP_REUSED')
    // Another one was made at the same time: that stands, and this one opens nothing.
    if (!(await setHouseholdCode(household, code._id))) return refuse('BUSY')
    if (former) await endCode(former._id, now)
    return present(code)
  },
)
