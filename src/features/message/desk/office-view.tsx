import { useState } from 'react'
import type { OfficeQuestion } from '../../../../types/contract/message-office'
import { ForRoles } from '../../../cloud/for-roles'
import { usePages } from '../../../cloud/use-pages'
import { usePullRefresh } from '../../../lib/use-pull-refresh'
import { Filters } from '../../../ui/filters'
import { List } from '../../../ui/list'
import { Loaded } from '../../../ui/loaded'
import { LoadMore } from '../../../ui/load-more'
import { Notice } from '../../../ui/notice'
import { Panes } from '../../../ui/panes'
import { PickRow } from '../../../ui/pick-row'
import { Screen } from '../../../ui/screen'
import { Skeleton } from '../../../ui/skeleton'
import { Stack } from '../../../ui/stack'
import { Standstill } from '../../../ui/standstill'
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
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState<string>()
  usePullRefresh(pages.first.refresh)
  const items = pages.items.filter((one) => one.state === state)
  const open = items.find(({ questionId }) => questionId === chosen)
  const settle = (reply: OfficeQuestion) => {
    pages.change((one) => (one.questionId === reply.questionId ? reply : one))
    setSaid(reply.state === 'held' ? undefined : TEXT.done[reply.state])
    setChosen(undefined)
  }
  const choose = (key: string) => {
    setSaid(undefined)
    setChosen(undefined)
    setState(key as Shown)
  }
  return (
    <Loaded
      load={pages.first}
      skeleton={<Skeleton blocks={['line', 'row', 'row', 'row']} />}
      onRetry={() => void pages.first.refresh()}
    >
      {(_, now) => (
        <Panes
          open={open !== undefined}
          back={{ say: TEXT.back, onTap: () => setChosen(undefined) }}
          list={
            <Stack>
              <Filters
                label={TEXT.statesLabel}
                options={STATES.map((key) => ({ key, say: TEXT.states[key] }))}
                chosen={state}
                onChoose={choose}
              />
              {said ? (
                <Notice tone="plain" icon="check">
                  {said}
                </Notice>
              ) : null}
              {items.length === 0 ? (
                <Standstill icon="check" title={TEXT.empty[state]} say={TEXT.emptySay} />
              ) : (
                <List>
                  {items.map((one) => (
                    <PickRow
                      key={one.questionId}
                      title={one.text}
                      say={[one.name, one.home].filter(Boolean).join('，')}
                      more={state === 'answered' ? undefined : dueOf(one, now)}
                      badge={dueBadgeOf(one, now)}
                      chosen={one.questionId === chosen}
                      onTap={() => {
                        setSaid(undefined)
                        setChosen(one.questionId)
                      }}
                    />
                  ))}
                </List>
              )}
              <LoadMore pages={pages} say={TEXT.more} />
            </Stack>
          }
          detail={
            open ? (
              <OfficePane key={open.questionId} question={open} now={now} onDone={settle} />
            ) : items.length > 0 ? (
              <Standstill icon="person" title={TEXT.choose} say={TEXT.chooseSay} />
            ) : null
          }
        />
      )}
    </Loaded>
  )
}
