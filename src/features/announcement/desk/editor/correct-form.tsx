import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { dayOf } from '../../../../lib/time.format'
import { useDraft } from '../../../../lib/use-draft'
import { Button } from '../../../../ui/button'
import { Section } from '../../../../ui/card'
import { Desk } from '../../../../ui/desk'
import { Notice } from '../../../../ui/notice'
import { ReasonField } from '../../../../ui/reason-field'
import { Heading, Say, Stack } from '../../../../ui/stack'
import { categoriesOf, type Post } from '../desk-roles.rules'
import { PUBLISHED_TEXT as TEXT } from '../published.text'
import { ChangedMeanwhile } from './changed-meanwhile'
import { EDITOR_TEXT } from './editor.text'
import { LinkSheet } from './link-sheet'
import { type ContentDraft, contentDraftOf, contentOf, emptyPlan } from './plan.draft'
import { missingOf, type PlanProblem } from './plan.rules'
import { ReadAgain } from './read-again'
import { ResidentLook } from './resident-look'
import { StepMore } from './step-more'
import { StepWords } from './step-words'
import { usePreview } from './use-preview'

interface CorrectFormProps {
  post: Post
  region: string
  written: Written
  now: number
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  onLeave: () => void
  onDone: (written: Written) => void
  onStale: () => void
  onSheet: (sheet: ReactNode) => void
}

interface Correction {
  version: number
  content: ContentDraft
  reason: string
  /** Whoever has read it is to read it again. */
  again: boolean
  /** Something was typed of it. */
  unsaved: boolean
}

/** What was published, put right: the new words beside the former, which stay to be read. */
export function CorrectForm(props: CorrectFormProps) {
  const { post, region, written, now, urls, onSeen, onLeave, onDone, onStale, onSheet } = props
  const { announcementId, version, must, from, state } = written
  const year = dayOf(now).slice(0, 4)
  const former = useMemo(() => contentDraftOf(written.content, year), [written.content, year])
  const initial = useMemo<Correction>(
    () => ({ version, content: former, reason: '', again: false, unsaved: false }),
    [version, former],
  )
  const { draft, change, drop } = useDraft(
    `announcement.correct.${announcementId}`,
    initial,
    useCallback((kept: unknown) => correctionFrom(kept, initial), [initial]),
    { as: 'me' },
  )
  const { content, reason, again } = draft
  const correct = useCommand('announcement.correct')
  const preview = usePreview(region, content.title, content.body)
  const [problem, setProblem] = useState<PlanProblem | 'reason' | 'same'>()
  const same = JSON.stringify(contentOf(content)) === JSON.stringify(contentOf(former))
  const type = (part: (content: ContentDraft) => Partial<ContentDraft>) => {
    setProblem(undefined)
    change((known) => ({
      ...known,
      content: { ...known.content, ...part(known.content) },
      unsaved: true,
    }))
  }
  const run = async () => {
    const wrong = same ? 'same' : missingOf({ ...emptyPlan(year), ...content })
    if (wrong) return setProblem(wrong)
    if (reason.trim() === '') return setProblem('reason')
    const result = await correct.run({
      region,
      announcementId,
      version,
      reason,
      content: contentOf(content),
      readAgain: again,
    })
    if (result?.ok) {
      drop()
      onDone(result.data)
    } else if (result?.error.code === 'CHANGED') onStale()
  }
  const askLink = (put: (words: string, address: string) => void) =>
    onSheet(
      <LinkSheet
        onStay={() => onSheet(null)}
        onPut={(words, address) => {
          put(words, address)
          onSheet(null)
        }}
      />,
    )
  const behind = draft.version !== version
  useEffect(() => {
    if (behind && !draft.unsaved) change(() => initial)
  }, [behind, draft.unsaved, change, initial])
  if (behind && draft.unsaved) {
    return (
      <ChangedMeanwhile
        {...{ written, now }}
        onMine={() => change((known) => ({ ...known, version }))}
        onTheirs={drop}
      />
    )
  }
  const fields = problem === 'reason' || problem === 'same' ? undefined : problem
  return (
    <Desk
      side={
        <Stack>
          <Heading>{TEXT.correctTitle}</Heading>
          <Say>{TEXT.correctSay}</Say>
          <Button kind="second" onTap={onLeave}>
            {TEXT.leave}
          </Button>
        </Stack>
      }
    >
      <Stack>
        <StepWords
          draft={content}
          onChange={(part) => type(() => part)}
          categories={categoriesOf(post)}
          preview={preview}
          onAskLink={askLink}
          problem={fields}
        />
        <StepMore
          draft={content}
          onChange={type}
          problem={fields}
          {...{ region, urls, onSeen, now }}
        />
        <Section title={TEXT.correctReason}>
          <Stack card>
            <ReasonField
              label={TEXT.correctReason}
              hint={TEXT.reasonHint}
              reasons={TEXT.correctReasons}
              reason={reason}
              onChange={(next) => {
                setProblem(undefined)
                change((known) => ({ ...known, reason: next, unsaved: true }))
              }}
              problem={problem === 'reason' ? TEXT.reasonMissing : undefined}
            />
          </Stack>
        </Section>
        {state === 'published' ? (
          <ReadAgain
            urgent={content.category === 'emergency'}
            counted={must !== undefined}
            again={again}
            onChange={(next) => change((known) => ({ ...known, again: next, unsaved: true }))}
          />
        ) : null}
        <Section title={TEXT.former}>
          <Stack>
            <Say>{TEXT.formerSay}</Say>
            <ResidentLook
              content={former}
              blocks={written.blocks}
              must={must && { do: must.do, choices: must.choices ?? [] }}
              elder={false}
              {...{ urls, from, now }}
            />
          </Stack>
        </Section>
        {preview.shown && !same ? (
          <Section title={TEXT.preview}>
            <ResidentLook
              content={content}
              blocks={preview.shown.blocks}
              must={must && { do: must.do, choices: must.choices ?? [] }}
              elder={false}
              {...{ urls, from, now }}
            />
          </Section>
        ) : null}
        {problem === 'same' ? <Notice tone="warn">{TEXT.same}</Notice> : null}
        {fields ? <Notice tone="warn">{EDITOR_TEXT.problem[fields]}</Notice> : null}
        {correct.error ? <Notice tone="warn">{correct.error.message}</Notice> : null}
        <Button busy={correct.says(TEXT.correcting)} onTap={() => void run()}>
          {TEXT.correctAct}
        </Button>
      </Stack>
    </Desk>
  )
}

/** What was typed on this phone, also of an older version: then somebody chooses. */
function correctionFrom(kept: unknown, initial: Correction): Correction {
  const { version, content, reason, again, unsaved } = (kept ?? {}) as Partial<Correction>
  if (unsaved !== true || typeof version !== 'number' || typeof reason !== 'string') return initial
  if (typeof content !== 'object' || typeof again !== 'boolean') return initial
  const whole = Object.entries(initial.content).every(
    ([name, like]) => typeof (content as unknown as Record<string, unknown>)[name] === typeof like,
  )
  return whole ? { version, content, reason, again, unsaved } : initial
}
