import type { Access } from '../../types/contract/access'
import { contract, type OperationName } from '../../types/contract'
import type { Operation } from '../../types/contract/operation'
import { newTap, type TestCloud } from '../support/cloud'
import { INPUTS, type Target } from './inputs'
import { type Caller, CALLERS, ELDER, NEIGHBOUR, PLACES, STRANGER } from './people'

/** Every operation of the contract, by its full name. What ends the caller's account comes last. */
export const OPERATIONS = Object.entries(contract)
  .flatMap(([feature, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([name, declared]) => ({
      name: `${feature}.${name}` as OperationName,
      declared,
    })),
  )
  .sort((a, b) => Number(a.name === 'account.eraseMe') - Number(b.name === 'account.eraseMe'))

export type Listed = (typeof OPERATIONS)[number]

const at = (place: Target['place']): Target => ({ place, region: PLACES[place] })

/** What a call is about, beside who makes it. */
export interface Situation {
  title: string
  /** What the input names. */
  target: Target
  /** The place that the call says the role is used in. */
  at?: string
  onBehalfOf?: string
}

/** An own street's path with another street's community at its end. */
const FORGED: Target = { place: 'huaiyin', region: 'heping/nanhu/huaiyin' }

const FOR_OTHERS: readonly Situation[] = [
  { title: 'for 王秀兰, who lets the helpers', target: at('chunxiao'), onBehalfOf: ELDER },
  { title: 'for 张伟, who lets nobody', target: at('chunxiao'), onBehalfOf: NEIGHBOUR },
  { title: 'for somebody in 柳岸', target: at('chunxiao'), onBehalfOf: STRANGER },
]

const BY_ROLE: readonly Situation[] = [
  { title: 'at 春晓', target: at('chunxiao'), at: PLACES.chunxiao },
  { title: 'at 柳岸, the next community', target: at('liuan'), at: PLACES.liuan },
  { title: 'at 槐荫, in the other street', target: at('huaiyin'), at: PLACES.huaiyin },
  { title: 'at 槐荫 by a forged path', target: FORGED, at: FORGED.region },
  { title: 'things of 柳岸, naming no place', target: at('liuan') },
]

/** Own affairs come last: after erasing oneself there is nobody left. */
export const situationsOf = ({ who }: Access): Situation[] => [
  // A role's power is for nobody else, whoever it is.
  ...(who === 'role' ? [...FOR_OTHERS.slice(0, 1), ...BY_ROLE] : FOR_OTHERS),
  { title: 'own', target: at('chunxiao') },
]

/** Answers that say: not you, not there, or not for them. Any other says that the caller may. */
export const REFUSALS: readonly string[] = [
  'NOT_JOINED',
  'NOT_ALLOWED',
  'NOT_FOR_OTHERS',
  'NOT_THEIR_HELPER',
  'NOT_FOUND',
  'UNKNOWN_OPERATION',
]
/** Answers that say nothing of who may. */
const USELESS = ['TOO_MANY', 'BUSY', 'INTERNAL', 'TIMEOUT', 'NOT_READY']

export interface Tried {
  op: OperationName
  situation: Situation
  caller: Caller
  /** `yes`, or the refusal. */
  answer: string
}

export async function tryOne(
  cloud: TestCloud,
  op: OperationName,
  situation: Situation,
  caller: Caller,
): Promise<Tried> {
  const { target, at: place, onBehalfOf } = situation
  const input = INPUTS[op](target)
  const more = { ...(place ? { at: place } : {}), ...(onBehalfOf ? { onBehalfOf } : {}) }
  const event = { op, input, tapId: newTap(), ...more }
  const sent = await cloud.send(op.split('.')[0] ?? '', event, caller.openid)
  if (!('result' in sent)) throw new Error(`${op} failed: ${sent.errMsg}`)
  const code = sent.result.error?.code
  if (code !== undefined && USELESS.includes(code))
    throw new Error(`${op} by ${caller.who}, ${situation.title}: ${code}`)
  const answer = code !== undefined && REFUSALS.includes(code) ? code : 'yes'
  return { op, situation, caller, answer }
}

/** One operation by everybody in every situation. */
export async function tryOperation(cloud: TestCloud, { name, declared }: Listed): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const situation of situationsOf(declared.access)) {
    for (const caller of CALLERS) tried.push(await tryOne(cloud, name, situation, caller))
  }
  return tried
}

/** The committed table: for each operation and situation, who may, and what the others are told. */
export function tableOf(tried: readonly Tried[]): string {
  const lines = ['Who may call what, as the running functions answered: `npm run permissions`.']
  for (const { name } of OPERATIONS) {
    lines.push('', name)
    const here = tried.filter(({ op }) => op === name)
    for (const title of new Set(here.map(({ situation }) => situation.title))) {
      const answers = here.filter(({ situation }) => situation.title === title)
      lines.push(`  ${title}`, ...lineOf(answers))
    }
  }
  return lines.join('\n') + '\n'
}

const lineOf = (answers: readonly Tried[]): string[] =>
  [...new Set(answers.map(({ answer }) => answer))].sort().map((answer) => {
    const callers = answers.filter((one) => one.answer === answer)
    const names = callers.map(({ caller }) => caller.who).join(', ')
    return `    ${answer}: ${callers.length === CALLERS.length ? 'everybody' : names}`
  })
