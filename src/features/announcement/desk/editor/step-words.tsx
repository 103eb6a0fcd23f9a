import type { Category } from '../../../../../types/contract/announcement-content'
import { LIMITS } from '../../../../../types/contract/limits'
import { Filters } from '../../../../ui/filters'
import { Say, Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { ANNOUNCEMENT_TEXT } from '../../announcement.text'
import { BodyField } from './body-field'
import { EDITOR_TEXT } from './editor.text'
import type { ContentDraft } from './plan.draft'
import type { PlanProblem } from './plan.rules'
import { ReadingAid } from './reading-aid'
import type { Preview } from './use-preview'

const TEXT = EDITOR_TEXT

interface StepWordsProps {
  draft: ContentDraft
  onChange: (part: Partial<ContentDraft>) => void
  categories: readonly Category[]
  preview: Preview
  onAskLink: (put: (words: string, address: string) => void) => void
  problem: PlanProblem | undefined
}

/** What it says: kind, title and text, and where readers would stumble. */
export function StepWords(props: StepWordsProps) {
  const { draft, onChange, categories, preview, onAskLink, problem } = props
  const { title, body, category } = draft
  return (
    <Stack>
      <Stack card>
        <Say>{TEXT.category}</Say>
        <Filters
          label={TEXT.category}
          options={categories.map((key) => ({ key, say: ANNOUNCEMENT_TEXT.category[key] }))}
          chosen={category}
          onChoose={(key) => onChange({ category: key as Category })}
        />
        <TextField
          label={TEXT.heading}
          hint={TEXT.headingHint}
          value={title}
          onChange={(next) => onChange({ title: next })}
          maxLength={LIMITS.announcementTitleChars}
          room={TEXT.room(title.length, LIMITS.announcementTitleChars)}
          problem={problem === 'title' ? TEXT.problem.title : undefined}
        />
        <BodyField
          value={body}
          onChange={(next) => onChange({ body: next })}
          onAskLink={onAskLink}
          problem={problem === 'body' ? TEXT.problem.body : undefined}
        />
      </Stack>
      <ReadingAid preview={preview} title={title} body={body} onChange={onChange} />
    </Stack>
  )
}
