import { useCallback, useRef, useState } from 'react'
import type { CommandName, Contract } from '../../types/contract'
import type { CallError } from '../../types/contract/wire'
import type { CallResult } from './call'
import { callPatiently } from './call-patiently'
import { CLOUD_TEXT } from './cloud.text'
import { type CallAs, useWhom } from './for-others'
import { makeTapId, tapAfter, tapFor, type Tap } from './tap'

type Refusal<Name extends CommandName> = CallError<Contract[Name]['error']>

/**
 * One command of one screen: a second tap while the first runs is ignored, a busy cloud is tried again,
 * and a retry of what has no known end is the same tap. `run` gives `undefined` for an ignored tap.
 *
 * It is done for whom the screen shows: the person acted for, or oneself, or whom `as` says.
 * `says(words)`: what the button says meanwhile, `words` or that it is being tried again; false at rest.
 */
export function useCommand<Name extends CommandName>(name: Name, { as }: { as?: CallAs } = {}) {
  const whom = useWhom(name, as)
  const [state, setState] = useState<'rest' | 'busy' | 'waiting'>('rest')
  const [error, setError] = useState<Refusal<Name>>()
  const running = useRef(false)
  const tap = useRef<Tap>(undefined)

  const run = useCallback(
    async (input: Contract[Name]['input']): Promise<CallResult<Name> | undefined> => {
      if (running.current) return undefined
      running.current = true
      setState('busy')
      try {
        const sent = tapFor(tap.current, { input, whom }, () => makeTapId(Date.now(), Math.random))
        tap.current = sent
        const onWait = () => setState('waiting')
        const result = await callPatiently(name, input, { tapId: sent.tapId, whom, onWait })
        tap.current = tapAfter(sent, result.ok ? undefined : result.error.code)
        setError(result.ok ? undefined : result.error)
        return result
      } finally {
        running.current = false
        setState('rest')
      }
    },
    [name, whom],
  )
  const forget = useCallback(() => setError(undefined), [])
  const says = (words: string) =>
    state === 'rest' ? false : state === 'waiting' ? CLOUD_TEXT.waiting : words
  return { run, busy: state !== 'rest', says, error, forget }
}
