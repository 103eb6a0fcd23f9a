import { type ReactNode, useState } from 'react'
import type { ResidentCard } from '../../../../types/contract/account-roster'
import { useQuery } from '../../../cloud/use-query'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { EndForm } from './end-form'
import { ENDING_TEXT } from './ending.text'
import { HelpingPane } from './helping-pane'
import { HouseholdCode } from './household-code'
import { MergePane } from './merge-pane'
import { PEOPLE_TEXT } from './people.text'
import { PersonCard } from './person-card'
import type { Doing } from './person.doing'
import { PersonForm } from './person-form'
import { showCard } from './show-card'

interface PersonPaneProps {
  residentId: string
  /** What lies over the screen, or nothing. */
  onSheet: (sheet: ReactNode) => void
  onOpen: (residentId: string) => void
}

/** One person at the desk: the card, and whatever is done with it. */
export function PersonPane({ residentId, onSheet, onOpen }: PersonPaneProps) {
  const query = useQuery('account.viewResident', { residentId })
  const [doing, setDoing] = useState<Doing>({ is: 'card' })
  const back = () => setDoing({ is: 'card' })
  const settle = (card: ResidentCard, done: string) => {
    showCard(card)
    onSheet(null)
    setDoing({ is: 'card', done })
    if (card.residentId !== residentId) onOpen(card.residentId)
  }
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'row', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(card, now) => {
        switch (doing.is) {
          case 'card':
            return (
              <Stack>
                {doing.done ? (
                  <Notice tone="plain" icon="check">
                    {doing.done}
                  </Notice>
                ) : null}
                <PersonCard card={card} now={now} onSheet={onSheet} onDo={setDoing} />
              </Stack>
            )
          case 'edit':
            return (
              <PersonForm
                card={card}
                now={now}
                onSaved={(saved) => settle(saved, PEOPLE_TEXT.form.saved)}
                onLeave={back}
              />
            )
          case 'end':
            return (
              <EndForm
                card={card}
                onSheet={onSheet}
                onLeave={back}
                onDone={(ended) => settle(ended, ENDING_TEXT.done)}
              />
            )
          case 'merge':
            return (
              <MergePane
                card={card}
                onSheet={onSheet}
                onLeave={back}
                onDone={(kept) => settle(kept, ENDING_TEXT.merge.done)}
              />
            )
          case 'helping':
            return <HelpingPane card={card} now={now} onSheet={onSheet} onLeave={back} />
          case 'code':
            return <HouseholdCode made={doing.made} now={now} onDone={back} />
        }
      }}
    </Loaded>
  )
}
