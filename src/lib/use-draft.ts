import { useCallback, useRef, useState } from 'react'
import { useActing } from './acting'
import { draftName, readDraft, writeDraft } from './drafts'

/**
 * What is being written in a form, kept on the phone with every change: an error, a lost network,
 * leaving the page and closing the program lose nothing. `drop` once it was sent.
 *
 * `change` takes the draft as it is, and `latest` gives it: a second tap may come before the screen has
 * drawn the first, and then knows an older `draft`.
 *
 * `name`: one form of one thing, e.g. `note.<serviceId>`; the same for as long as a screen stands. While
 * the program acts for somebody it is a draft of theirs: such a form stands in a part of its own for each
 * person (`key`). `as: 'me'` for what is always one's own.
 * `from`: reads what the phone kept, which an older program may have kept in another form; `initial`
 * for whatever is no draft.
 */
export function useDraft<Draft extends object>(
  name: string,
  initial: Draft,
  from: (kept: unknown) => Draft,
  { as }: { as?: 'me' } = {},
) {
  const acting = useActing()
  const full = draftName(name, as === 'me' ? undefined : acting?.residentId)
  const [draft, setDraft] = useState(() => from(readDraft(full)))
  const newest = useRef(draft)
  const change = useCallback(
    (next: (draft: Draft) => Draft) => {
      newest.current = next(newest.current)
      setDraft(newest.current)
      writeDraft(full, isSame(newest.current, initial) ? undefined : newest.current)
    },
    [full, initial],
  )
  const latest = useCallback(() => newest.current, [])
  const drop = useCallback(() => change(() => initial), [change, initial])
  return { draft, latest, change, drop }
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)
