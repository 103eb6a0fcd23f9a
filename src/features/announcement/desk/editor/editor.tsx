import { type ReactNode, useState } from 'react'
import type { Written } from '../../../../../types/contract/announcement-desk'
import { useCommand } from '../../../../cloud/use-command'
import { dayOf, formatMoment } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { Desk } from '../../../../ui/desk'
import { Filters } from '../../../../ui/filters'
import { Notice } from '../../../../ui/notice'
import { Stack } from '../../../../ui/stack'
import { categoriesOf, type Post } from '../desk-roles.rules'
import { AUDIENCE_TEXT } from './audience.text'
import { ChangedMeanwhile } from './changed-meanwhile'
import { EDITOR_TEXT as TEXT } from './editor.text'
import { LinkSheet } from './link-sheet'
import { planOf } from './plan.draft'
import { missingOf, problemOf, type PlanProblem, STEP_OF, STEPS, type Step } from './plan.rules'
import { PUBLISH_TEXT } from './publish.text'
import { PublishSheet } from './publish-sheet'
import { RemoveSheet } from './remove-sheet'
import { ScheduleSheet } from './schedule-sheet'
import { StepAsks } from './step-asks'
import { StepMore } from './step-more'
import { StepPreview } from './step-preview'
import { StepWhom } from './step-whom'
import { StepWords } from './step-words'
import { usePreview } from './use-preview'
import { useWrittenDraft } from './use-written-draft'
import { WayOut } from './way-out'

interface EditorProps {
  post: Post
  region: string
  /** As the cloud has it; nothing for a new one. */
  written: Written | undefined
  now: number
  step: Step
  onStep: (step: Step) => void
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
  names: Map<string, string>
  /** The cloud has taken something of it since the screen was opened. */
  saved: boolean
  onWritten: (written: Written) => void
  onPublished: (written: Written) => void
  onRemoved: () => void
  /** Somebody else has changed it: what the cloud has is to be asked for again. */
  onStale: () => void
  onSheet: (sheet: ReactNode) => void
}

/** A draft, or one that goes out by itself later, being written. */
export function Editor(props: EditorProps) {
  const { post, region, written, now, step, onStep, urls, onSeen, names, onSheet } = props
  const year = dayOf(now).slice(0, 4)
  const { plan, unsaved, stale, version, latest, type, keepReply, takeMine, takeTheirs } =
    useWrittenDraft({ region, written, year, names })
  const [restored, setRestored] = useState(unsaved)
  const [problem, setProblem] = useState<PlanProblem>()
  const command = useCommand('announcement.saveDraft')
  const preview = usePreview(region, plan.title, plan.body)
  const home = written?.region ?? region
  const place = home === post.region ? post.name : AUDIENCE_TEXT.here

  const change: typeof type = (part) => {
    setProblem(undefined)
    type(part)
  }
  const mend = (what: PlanProblem) => {
    setProblem(what)
    onStep(STEP_OF[what])
  }
  const save = async (): Promise<Written | undefined> => {
    const sent = latest().plan
    const wrong = problemOf(sent)
    if (wrong) {
      mend(wrong)
      return undefined
    }
    const known = written ? { announcementId: written.announcementId, version } : {}
    const result = await command.run({ region: home, ...known, plan: planOf(sent, home) })
    if (!result?.ok) {
      if (result?.error.code === 'CHANGED') props.onStale()
      return undefined
    }
    keepReply(result.data, sent)
    props.onWritten(result.data)
    setRestored(false)
    return result.data
  }
  const unsheet = () => onSheet(null)
  /** What goes out is what the cloud has. */
  const savedFirst = async (show: (now: Written) => ReactNode) => {
    const reply = written && !unsaved ? written : await save()
    if (reply) onSheet(show(reply))
  }
  const publish = () =>
    savedFirst((reply) => (
      <PublishSheet
        written={reply}
        region={region}
        onStay={unsheet}
        onStale={props.onStale}
        onDone={(done) => {
          unsheet()
          props.onPublished(done)
        }}
      />
    ))
  const schedule = () =>
    savedFirst((reply) => (
      <ScheduleSheet
        written={reply}
        region={region}
        now={now}
        onStay={unsheet}
        onStale={props.onStale}
        onDone={(done) => {
          unsheet()
          props.onWritten(done)
        }}
      />
    ))
  const remove = (reply: Written) =>
    onSheet(
      <RemoveSheet written={reply} region={region} onStay={unsheet} onDone={props.onRemoved} />,
    )
  const next = STEPS[STEPS.indexOf(step) + 1]

  if (stale && written) {
    return <ChangedMeanwhile {...{ written, now }} onMine={takeMine} onTheirs={takeTheirs} />
  }
  return (
    <Desk
      side={
        <Stack>
          <Filters
            label={TEXT.stepsLabel}
            options={STEPS.map((key, index) => ({
              key,
              say: TEXT.nth(index + 1, TEXT.steps[key]),
            }))}
            chosen={step}
            onChoose={(key) => onStep(key as Step)}
          />
          <Button kind="second" busy={command.says(TEXT.saving)} onTap={() => void save()}>
            {written?.state === 'scheduled' ? TEXT.saveChanges : TEXT.save}
          </Button>
          {props.saved && !unsaved ? (
            <Notice tone="plain" icon="check">
              {TEXT.saved}
            </Notice>
          ) : null}
          {restored && unsaved ? (
            <>
              <Notice tone="plain">{TEXT.restored}</Notice>
              <Button
                kind="second"
                onTap={() => {
                  setRestored(false)
                  takeTheirs()
                }}
              >
                {written ? TEXT.forget : TEXT.startOver}
              </Button>
            </>
          ) : null}
          {command.error ? <Notice tone="warn">{command.error.message}</Notice> : null}
          {written?.state === 'scheduled' && written.publishAt ? (
            <Notice tone="plain" icon="clock">
              {PUBLISH_TEXT.scheduled(formatMoment(written.publishAt, now))}
            </Notice>
          ) : null}
        </Stack>
      }
    >
      <Stack>
        {step === 'words' ? (
          <StepWords
            draft={plan}
            onChange={(part) => change(() => part)}
            categories={categoriesOf(post)}
            preview={preview}
            onAskLink={(put) =>
              onSheet(
                <LinkSheet
                  onStay={unsheet}
                  onPut={(words, address) => {
                    put(words, address)
                    unsheet()
                  }}
                />,
              )
            }
            problem={problem}
          />
        ) : null}
        {step === 'more' ? (
          <StepMore
            draft={plan}
            onChange={change}
            {...{ region: home, urls, onSeen, now, problem }}
          />
        ) : null}
        {step === 'whom' ? (
          <StepWhom
            draft={plan}
            onChange={(part) => change(() => part)}
            region={home}
            {...{ post, place, problem }}
          />
        ) : null}
        {step === 'asks' ? (
          <StepAsks draft={plan} onChange={(part) => change(() => part)} {...{ now, problem }} />
        ) : null}
        {step === 'preview' ? (
          <StepPreview
            draft={plan}
            region={home}
            from={written?.from ?? post.name}
            onMend={mend}
            {...{ place, preview, urls, now }}
          >
            <WayOut
              written={written}
              region={region}
              busy={command.busy}
              ready={missingOf(plan) === undefined}
              onPublish={() => void publish()}
              onSchedule={() => void schedule()}
              onRemove={remove}
              onWritten={props.onWritten}
              onStale={props.onStale}
            />
          </StepPreview>
        ) : null}
        {next ? <Button onTap={() => onStep(next)}>{TEXT.next}</Button> : null}
      </Stack>
    </Desk>
  )
}
