/**
 * `npm run keys -- new`: prints an entry for LINLI_KEYS, made of chance on this machine.
 * `npm run keys -- check`: is LINLI_KEYS, of the environment or else of .env, well formed? Prints the ids
 * and, to compare what two functions were given, a mark of each key that tells nothing of it.
 */
import { createHmac, randomBytes } from 'node:crypto'
import {
  KEY_BYTES,
  parseRing,
  type RingKey,
  type RingProblem,
} from '../cloudfunctions/shared/key-ring.rules'
import { dayOf } from '../cloudfunctions/shared/time'
import { ownKeys } from './linli-keys.mts'
import { giveUp } from './say.mts'

const USAGE = 'Usage: npm run keys -- new | check'

const FAULTS = {
  id: 'does not begin with an id (a small letter, then small letters, digits and -, at most 20) and a colon',
  key: `is not ${KEY_BYTES} bytes in base64`,
  sameId: 'has the id of an entry before it',
  sameKey: 'has the key of an entry before it',
}

/** Keys that are there already, as far as they can be read. */
function present(): { keys: RingKey[] } | RingProblem {
  return parseRing(ownKeys(), { here: true })
}

/** `k20261123`, and with a letter behind when the day has had a key. */
function newId(): string {
  const ring = present()
  const taken = 'keys' in ring ? ring.keys.map(({ id }) => id) : []
  const day = `k${dayOf(Date.now()).replaceAll('-', '')}`
  const ids = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => day + letter)
  return ids.find((id) => !taken.includes(id)) ?? giveUp(`${day} has had keys enough.`)
}

const sentence = (problem: RingProblem): string => {
  if (problem.problem === 'missing')
    return 'LINLI_KEYS is not set: `npm run keys -- new` makes a key.'
  if (problem.problem !== 'malformed') return `LINLI_KEYS: ${problem.problem}.`
  return `LINLI_KEYS is malformed: entry ${problem.entry} ${FAULTS[problem.fault]}.`
}

const markOf = ({ bytes }: RingKey): string =>
  createHmac('sha256', bytes).update('linli/mark/v1').digest('hex').slice(0, 8)

function check(): void {
  const ring = present()
  if ('problem' in ring) return giveUp(sentence(ring))
  const lines = ring.keys.map((key) => `  ${key.id.padEnd(20)} mark ${markOf(key)}`)
  console.log(`LINLI_KEYS is well formed, newest first:\n${lines.join('\n')}`)
  if ('problem' in parseRing(ownKeys(), { here: false })) {
    giveUp("It holds the demo's key, which WeChat's cloud refuses.")
  }
}

const [action, ...rest] = process.argv.slice(2)
if (rest.length > 0) giveUp(USAGE)
if (action === 'new') console.log(`${newId()}:${randomBytes(KEY_BYTES).toString('base64')}`)
else if (action === 'check') check()
else giveUp(USAGE)
