import { useCallback, useRef, useState } from 'react'
import type { CommandName, Contract } from '../../types/contract'
import type { CallError } from '../../types/contract/wire'
import { call, type CallResult } from './call'
import { makeTapId, tapAfter, tapFor, type Tap } from './tap'

type Refusal<Name extends CommandName> = CallError<Contract[Name]['error']>

/**
 * One command of one screen: a second tap while the first runs is ignored, and a retry of what has no
 * known end is the same tap. `run` gives `undefined` for an ignored tap.
 */
export function useCommand<Name extends CommandName>(name: Name) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Refusal<Name>>()
  const running = useRef(false)
  const tap = useRef<Tap>(undefined)

  const run = useCallback(
    async (input: Contract[Name]['input']): Promise<CallResult<Name> | undefined> => {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      try {
        const sent = tapFor(tap.current, input, () => makeTapId(Date.now(), Math.random))
        tap.current = sent
        const result = await call(name, input, { tapId: sent.tapId })
        tap.current = tapAfter(sent, result.ok ? undefined : result.error.code)
        setError(result.ok ? undefined : result.error)
        return result
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [name],
  )
  const forget = useCallback(() => setError(undefined), [])
  return { run, busy, error, forget }
}
