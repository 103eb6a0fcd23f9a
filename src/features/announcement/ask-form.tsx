import { View } from '@tarojs/components'
import type { ShownQuestion } from '../../../types/contract/announcement-reading'
import { AskPart } from '../../cloud/ask-part'
import { updateQuery } from '../../cloud/query-cache'
import { Button } from '../../ui/button'
import { ANNOUNCEMENT_TEXT } from './announcement.text'

const TEXT = ANNOUNCEMENT_TEXT.questions

interface AskFormProps {
  announcementId: string
  onSent: (question: ShownQuestion) => void
  onLeave: () => void
}

/** A question to the office below an announcement. */
export function AskForm({ announcementId, onSent, onLeave }: AskFormProps) {
  return (
    <View className="ask-form">
      <AskPart
        name="announcement.ask"
        draftName={`question.${announcementId}`}
        inputOf={(text) => ({ announcementId, text })}
        text={{ ...TEXT, label: TEXT.askLabel, hint: TEXT.askHint }}
        onSent={(question, whom) => {
          updateQuery('announcement.view', { announcementId }, whom, (view) =>
            view.state === 'published'
              ? { ...view, questions: [question, ...view.questions] }
              : view,
          )
          onSent(question)
        }}
      >
        {(busy) => (
          <Button kind="second" disabled={busy} onTap={onLeave}>
            {TEXT.leave}
          </Button>
        )}
      </AskPart>
    </View>
  )
}
