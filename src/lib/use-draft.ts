import { useCallback, useState } from 'react'
import { readDraft, writeDraft } from './drafts'

/**
 * What is being written in a form, kept on the phone with every change: an error, a lost network,
 * leaving the page and closing the program lose nothing. `drop` once it was sent.
 *
 * `name`: one form of one thing, e.g. `note.<serviceId>`; the same for as long as a screen stands.
 * `from`: reads what the phone kept, which an older program may have kept in another form; `initial`
 * for whatever is no draft.
 */
export function useDraft<Draft extends object>(
  name: string,
  initial: Draft,
  from: (kept: unknown) => Draft,
) {
  const [draft, setDraft] = useState(() => from(readDraft(name)))
  const write = useCallback(
    (next: Draft) => {
      setDraft(next)
      writeDraft(name, isSame(next, initial) ? undefined : next)
    },
    [name, initial],
  )
  const drop = useCallback(() => write(initial), [write, initial])
  return { draft, write, drop }
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)
