import { LIMITS } from '../../../../../types/contract/limits'
import { Section } from '../../../../ui/card'
import { Stack } from '../../../../ui/stack'
import { TextField } from '../../../../ui/text-field'
import { AccountsFields } from './accounts-fields'
import { Attachments } from './attachments'
import { DayField, TimeField } from '../../../../ui/day-field'
import { EDITOR_TEXT } from './editor.text'
import type { AttachedDraft, ContentDraft } from './plan.draft'
import type { PlanProblem } from './plan.rules'

const TEXT = EDITOR_TEXT.more
const PROBLEM = EDITOR_TEXT.problem

type Change = (change: (draft: ContentDraft) => Partial<ContentDraft>) => void

interface StepMoreProps {
  region: string
  draft: ContentDraft
  /** An upload ends while somebody types on: it changes what is there then. */
  onChange: Change
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  now: number
  problem: PlanProblem | undefined
}

/** What goes with the words: pictures, files, where and when, and the accounts of a finance disclosure. */
export function StepMore(props: StepMoreProps) {
  const { region, draft, onChange, urls, onSeen, now, problem } = props
  const say = (...these: PlanProblem[]) =>
    problem && these.includes(problem) ? PROBLEM[problem] : undefined
  const attach =
    (part: 'pictures' | 'files') =>
    (change: (all: readonly AttachedDraft[]) => readonly AttachedDraft[]) =>
      onChange((known) => ({ [part]: change(known[part]) }))
  return (
    <Stack>
      {draft.category === 'finance' ? (
        <Section title={TEXT.accountsTitle}>
          <Stack card>
            <AccountsFields
              accounts={draft.accounts}
              onChange={(accounts) => onChange(() => ({ accounts }))}
              now={now}
              problem={say('accounts', 'accountsName', 'accountsMoney')}
            />
          </Stack>
        </Section>
      ) : null}
      <Section title={TEXT.picturesTitle}>
        <Stack card>
          <Attachments
            {...{ region, urls, onSeen }}
            kind="announcementPicture"
            attached={draft.pictures}
            onChange={attach('pictures')}
            problem={say('pictureName')}
          />
        </Stack>
      </Section>
      <Section title={TEXT.filesTitle}>
        <Stack card>
          <Attachments
            {...{ region, urls, onSeen }}
            kind="announcementFile"
            attached={draft.files}
            onChange={attach('files')}
            problem={say('fileName')}
          />
        </Stack>
      </Section>
      <Section title={TEXT.eventTitle}>
        <Stack card>
          <TextField
            label={TEXT.place}
            hint={TEXT.placeHint}
            value={draft.place}
            onChange={(place) => onChange(() => ({ place }))}
            maxLength={LIMITS.sentenceChars}
          />
          <DayField
            label={TEXT.day}
            day={draft.day}
            onChange={(day) => onChange(() => (day ? { day } : { day, time: '' }))}
            now={now}
            none={TEXT.noDay}
            problem={say('day')}
          />
          {draft.day ? (
            <TimeField
              label={TEXT.time}
              time={draft.time}
              onChange={(time) => onChange(() => ({ time }))}
              none={TEXT.noTime}
              problem={say('time')}
            />
          ) : null}
        </Stack>
      </Section>
    </Stack>
  )
}
