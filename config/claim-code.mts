/**
 * `npm run claim-code`: prints the code by which an environment with the LINLI_KEYS of this machine gets
 * its first administrator (docs/first-day.md). It follows from the newest key; no database is asked.
 */
import { claimCodes } from '../cloudfunctions/account/claim-code'
import { parseRing } from '../cloudfunctions/shared/key-ring.rules'
import { ringOf } from '../cloudfunctions/shared/seal'
import { ownKeys } from './linli-keys.mts'
import { giveUp } from './say.mts'

/** In fours, as it is easiest to read out and to type. */
const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

const keys = ownKeys()
if (keys === undefined) {
  giveUp(
    'LINLI_KEYS is not set, neither in the environment nor in .env. The code is made of the keys that the functions have: docs/keys.md.',
  )
}
const ring = parseRing(keys, { here: true })
if ('problem' in ring) giveUp(`LINLI_KEYS: ${ring.problem}. Run: npm run keys -- check`)
else {
  const [newest = ''] = claimCodes(ringOf(ring.keys))
  console.log(`${inFours(newest)}

Type it under 我的 > 我的资料 > 管理员认领: whoever does is the administrator of the environment that has these
keys (docs/first-day.md). It works once: afterwards it opens nothing, and administrators invite each other.
Keep it to yourself until then.`)
}
