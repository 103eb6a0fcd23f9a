import { type ReactNode, useState } from 'react'
import type { DeskQuestion } from '../../../../../types/contract/announcement-desk'
import { usePages } from '../../../../cloud/use-pages'
import { formatMoment } from '../../../../lib/time.format'
import { Filters } from '../../../../ui/filters'
import { Screen } from '../../../../ui/screen'
import { useWork, WorkPanes } from '../../../../ui/work-panes'
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
  const work = useWork()
  const settle = (reply: DeskQuestion) => {
    pages.change((one) => (one.questionId === reply.questionId ? reply : one))
    work.settle(TEXT.done[reply.state as keyof typeof TEXT.done])
  }
  return (
    <WorkPanes
      work={work}
      pages={pages}
      items={pages.items.filter((one) => one.state === state)}
      idOf={({ questionId }) => questionId}
      rowOf={({ text, title, name, askedAt }, now) => ({
        title: text,
        say: TEXT.about(title),
        more: TEXT.asked(name, formatMoment(askedAt, now)),
      })}
      text={{ ...TEXT, empty: TEXT.empty[state] }}
      icon="chat"
      head={() => (
        <>
          {choice}
          <Filters
            label={TEXT.statesLabel}
            options={STATES.map((key) => ({ key, say: TEXT.states[key] }))}
            chosen={state}
            onChoose={(key) => {
              work.settle()
              setState(key as Shown)
            }}
          />
        </>
      )}
      detail={(question, now) => (
        <QuestionPane question={question} region={region} now={now} onDone={settle} />
      )}
    />
  )
}
