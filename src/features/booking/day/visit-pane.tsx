import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { useQuery } from '../../../cloud/use-query'
import { useClock } from '../../../lib/use-clock'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Stack } from '../../../ui/stack'
import { CompleteForm } from './complete-form'
import { MovePart } from './move-part'
import { ResultPart } from './result-part'
import { VisitActs } from './visit-acts'
import { VisitFacts } from './visit-facts'
import { type Doing, showVisit, type Sheets, whichOf } from './visit.doing'
import { VISIT_TEXT } from './visit.text'

const SAID = VISIT_TEXT.said

interface VisitPaneProps {
  /** The visit as the list has it: shown until it has come anew, with the time when the list came. */
  listed: Visit
  now: number
  office: boolean
  onSheet: Sheets
  onChanged: (visit: Visit) => void
  /** It is not of this list any more: moved, cancelled, or its place given away. */
  onGone: (say: string) => void
}

/** One visit: who, when, where, and all that is done with it on the day. */
export function VisitPane({ listed, now: listedAt, ...given }: VisitPaneProps) {
  const query = useQuery('booking.viewVisit', whichOf(listed))
  const load =
    query.status === 'loading' ? { status: 'ready' as const, data: listed, now: listedAt } : query
  return (
    <Loaded load={load} skeleton={null} onRetry={() => void query.refresh()}>
      {(visit, now) => <VisitWork visit={visit} answered={now} {...given} />}
    </Loaded>
  )
}

type VisitWorkProps = Omit<VisitPaneProps, 'listed' | 'now'> & { visit: Visit; answered: number }

function VisitWork({ visit, answered, office, onSheet, onChanged, onGone }: VisitWorkProps) {
  const now = useClock(answered)
  const [doing, setDoing] = useState<Doing>('look')
  const [said, setSaid] = useState<string>()
  const { name } = visit
  const settle = (next: Visit, say: string) => {
    showVisit(next)
    onChanged(next)
    onSheet(null)
    setSaid(say)
    setDoing('look')
  }
  const leave = () => setDoing('look')
  if (doing === 'move')
    return (
      <MovePart visit={visit} onLeave={leave} onMoved={(when) => onGone(SAID.moved(name, when))} />
    )
  return (
    <Stack>
      {said ? (
        <Notice tone="plain" icon="check">
          {said}
        </Notice>
      ) : null}
      <VisitFacts visit={visit} now={now} office={office} />
      {doing === 'complete' ? (
        <CompleteForm
          visit={visit}
          onLeave={leave}
          onDone={(next) => settle(next, SAID.done(name))}
        />
      ) : doing === 'result' ? (
        <ResultPart visit={visit} onLeave={leave} onDone={(next) => settle(next, SAID.result)} />
      ) : (
        <VisitActs
          visit={visit}
          now={now}
          onSheet={onSheet}
          onDo={setDoing}
          onDone={settle}
          onGone={onGone}
        />
      )}
    </Stack>
  )
}
