import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShownQuestion } from '../../../types/contract/announcement-reading'
import { formatMoment } from '../../lib/time.format'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { Notice } from '../../ui/notice'
import type { Published } from './announcement.spoken'
import { ANNOUNCEMENT_TEXT } from './announcement.text'
import { AskForm } from './ask-form'
import './questions-part.css'

const TEXT = ANNOUNCEMENT_TEXT.questions

/** What was asked and answered below an announcement, and the way to ask. */
export function QuestionsPart({ view, now }: { view: Published; now: number }) {
  const { announcementId, questions, canAsk } = view
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState<ShownQuestion>()
  if (questions.length === 0 && !canAsk) return null
  return (
    <Section title={TEXT.title}>
      <Card className="questions">
        {questions.length === 0 ? <Text className="questions__none">{TEXT.none}</Text> : null}
        {questions.map((question) => (
          <Question key={question.questionId} question={question} now={now} />
        ))}
        {sent ? (
          <Notice tone="plain" icon="check">
            {sent.state === 'checking' ? TEXT.sentChecking : TEXT.sentWaiting}
          </Notice>
        ) : null}
        {canAsk && asking ? (
          <AskForm
            announcementId={announcementId}
            onSent={(question) => {
              setAsking(false)
              setSent(question)
            }}
            onLeave={() => setAsking(false)}
          />
        ) : null}
        {canAsk && !asking ? (
          <Button
            kind="second"
            icon="chat"
            onTap={() => {
              setSent(undefined)
              setAsking(true)
            }}
          >
            {TEXT.ask}
          </Button>
        ) : null}
      </Card>
    </Section>
  )
}

function Question({ question, now }: { question: ShownQuestion; now: number }) {
  const { text, askedAt, mine, state, answer } = question
  return (
    <View className="question">
      <View className="question__head">
        <Text className="question__when">{formatMoment(askedAt, now)}</Text>
        {mine ? <Badge tone="accent">{TEXT.mine}</Badge> : null}
      </View>
      <Text className="question__text">{text}</Text>
      {answer ? (
        <View className="question__answer">
          <Text className="question__who">
            {`${TEXT.answer} · ${formatMoment(answer.at, now)}`}
          </Text>
          <Text className="question__text">{answer.text}</Text>
        </View>
      ) : state === 'answered' ? null : (
        <Text className="question__state">{TEXT[state]}</Text>
      )}
    </View>
  )
}
