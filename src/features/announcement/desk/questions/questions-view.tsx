import { type ReactNode, useState } from 'react'
import type { DeskQuestion } from '../../../../../types/contract/announcement-desk'
import { usePages } from '../../../../cloud/use-pages'
import { formatMoment } from '../../../../lib/time.format'
import { usePullRefresh } from '../../../../lib/use-pull-refresh'
import { Filters } from '../../../../ui/filters'
import { List } from '../../../../ui/list'
import { Loaded } from '../../../../ui/loaded'
import { LoadMore } from '../../../../ui/load-more'
import { Notice } from '../../../../ui/notice'
import { Panes } from '../../../../ui/panes'
import { PickRow } from '../../../../ui/pick-row'
import { Screen } from '../../../../ui/screen'
import { Skeleton } from '../../../../ui/skeleton'
import { Stack } from '../../../../ui/stack'
import { Standstill } from '../../../../ui/standstill'
import { AtPost } from '../at-post'
import { type Post, WRITERS } from '../desk-roles.rules'
import { QuestionPane } from './question-pane'
import { QUESTIONS_TEXT as TEXT } from './questions.text'

type Shown = keyof typeof TEXT.states
const STATES = Object.keys(TEXT.states) as Shown[]

/** What residents ask below the announcements of a region, and the answers. */
export function QuestionsView() {
  return (
    <Screen own title={TEXT.title}>
      <AtPost roles={WRITERS}>
        {(post, _, choice) => <Questions post={post} choice={choice} />}
      </AtPost>
    </Screen>
  )
}

interface QuestionsProps {
  post: Post
  choice: ReactNode
}

function Questions({ post: { region }, choice }: QuestionsProps) {
  const [state, setState] = useState<Shown>('waiting')
  const pages = usePages('announcement.listQuestions', { region, state })
  const [chosen, setChosen] = useState<string>()
  const [said, setSaid] = useState<string>()
  usePullRefresh(pages.first.refresh)
  const items = pages.items.filter((one) => one.state === state)
  const open = items.find(({ questionId }) => questionId === chosen)
  const settle = (reply: DeskQuestion) => {
    pages.change((one) => (one.questionId === reply.questionId ? reply : one))
    if (reply.state in TEXT.done) setSaid(TEXT.done[reply.state as keyof typeof TEXT.done])
    setChosen(undefined)
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
              {choice}
              <Filters
                label={TEXT.statesLabel}
                options={STATES.map((key) => ({ key, say: TEXT.states[key] }))}
                chosen={state}
                onChoose={(key) => {
                  setSaid(undefined)
                  setChosen(undefined)
                  setState(key as Shown)
                }}
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
                      say={TEXT.about(one.title)}
                      more={TEXT.asked(one.name, formatMoment(one.askedAt, now))}
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
              <QuestionPane
                key={open.questionId}
                question={open}
                region={region}
                now={now}
                onDone={settle}
              />
            ) : items.length > 0 ? (
              <Standstill icon="chat" title={TEXT.choose} say={TEXT.chooseSay} />
            ) : null
          }
        />
      )}
    </Loaded>
  )
}
