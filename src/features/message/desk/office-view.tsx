import { useState } from 'react'
import type { OfficeQuestion } from '../../../../types/contract/message-office'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { Filters } from '../../../ui/filters'
import { Screen } from '../../../ui/screen'
import { useWork, WorkPanes } from '../../../ui/work-panes'
import { OFFICE_ROLES } from './office-roles'
import { dueBadgeOf, dueOf } from './office.format'
import { OFFICE_TEXT as TEXT } from './office.text'
import { OfficePane } from './office-pane'

type Shown = keyof typeof TEXT.states
const STATES = Object.keys(TEXT.states) as Shown[]

/** What residents ask the office of the community, what is due first, and the answers. */
export function OfficeView() {
  return (
    <Screen own title={TEXT.title}>
      <ForRoles roles={OFFICE_ROLES}>{() => <OfficeQuestions />}</ForRoles>
    </Screen>
  )
}

function OfficeQuestions() {
  const [state, setState] = useState<Shown>('waiting')
  const pages = usePages('message.listOfficeQuestions', { state })
  const work = useWork()
  const settle = (reply: OfficeQuestion) => {
    pages.change((one) => (one.questionId === reply.questionId ? reply : one))
    work.settle(reply.state === 'held' ? undefined : TEXT.done[reply.state])
  }
  return (
    <WorkPanes
      work={work}
      pages={pages}
      items={pages.items.filter((one) => one.state === state)}
      idOf={({ questionId }) => questionId}
      rowOf={(one, now) => ({
        title: one.text,
        say: [one.name, one.home].filter(Boolean).join('，'),
        more: state === 'answered' ? undefined : dueOf(one, now),
        badge: dueBadgeOf(one, now),
      })}
      text={{ ...TEXT, empty: TEXT.empty[state] }}
      icon="person"
      head={() => (
        <Filters
          label={TEXT.statesLabel}
          options={STATES.map((key) => ({ key, say: TEXT.states[key] }))}
          chosen={state}
          onChoose={(key) => {
            work.settle()
            setState(key as Shown)
          }}
        />
      )}
      detail={(question, now) => <OfficePane question={question} now={now} onDone={settle} />}
    />
  )
}
