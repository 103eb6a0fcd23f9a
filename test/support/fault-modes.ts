import type { Fault } from './cloud'

/** Every action of a command or of the ticker is failed in every one of these ways by `npm run torture`. */
const ALL = process.env.LINLI_LONG === '1'

/**
 * Whether an action is failed in this way now. `npm test` fails each action in one of the ways, the next
 * action in the next, so that every action and every way has its turn in the time there is. A process that dies
 * has its turn half as often: another one has to start for it.
 */
export function isTried(
  modes: readonly Fault['mode'][],
  mode: Fault['mode'],
  nth: number,
): boolean {
  const others = modes.filter((one) => one !== 'kill')
  const turns = [...modes, ...others]
  return ALL || turns[nth % turns.length] === mode
}
