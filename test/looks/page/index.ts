import type { Fault, Limits } from '../limits.ts'
import { controlsOf } from './controls.ts'
import { controlFaults } from './rules/controls.ts'
import { coveredFaults } from './rules/covered.ts'
import { iconFaults } from './rules/icons.ts'
import { placeFaults, sidewaysFaults } from './rules/place.ts'
import { textFaults } from './rules/text.ts'
import { elementsInSight } from './sight.ts'
import { wordsOf } from './words.ts'

/** All that breaks a limit on the page as it stands, each line once. */
function faultsOf(limits: Limits): Fault[] {
  const elements = elementsInSight()
  const words = wordsOf(elements)
  const controls = controlsOf(elements)
  const faults = [
    ...textFaults(words, limits),
    ...placeFaults(words),
    ...sidewaysFaults(elements, limits),
    ...controlFaults(elements, controls, limits),
    ...iconFaults(elements, limits),
    ...coveredFaults(elements, controls),
    ...(words.length === 0 && !document.querySelector('[role="status"]')
      ? [{ rule: 'nothing to see', what: 'no text', where: location.hash } satisfies Fault]
      : []),
  ]
  const seen = new Map(faults.map((fault) => [JSON.stringify(fault), fault]))
  return [...seen.values()]
}

Object.assign(globalThis, { linliFaultsOf: faultsOf })
