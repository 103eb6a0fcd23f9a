import { type ReactNode, useState } from 'react'
import { dayOf, formatFullDay } from '../../../../lib/time.format'
import { Button } from '../../../../ui/button'
import { Section } from '../../../../ui/card'
import { Facts } from '../../../../ui/facts'
import { Filters } from '../../../../ui/filters'
import { Notice } from '../../../../ui/notice'
import { Say, Stack } from '../../../../ui/stack'
import { DESK_TEXT } from '../desk.text'
import { AUDIENCE_TEXT } from './audience.text'
import { EDITOR_TEXT } from './editor.text'
import { askedOf, audienceOf, type PlanDraft } from './plan.draft'
import { missingOf, type PlanProblem, whomProblemOf } from './plan.rules'
import { PUBLISH_TEXT as TEXT } from './publish.text'
import { Reach } from './reach'
import { ResidentLook } from './resident-look'
import type { Preview } from './use-preview'

interface StepPreviewProps {
  region: string
  /** What the region is called. */
  place: string
  draft: PlanDraft
  preview: Preview
  urls: Readonly<Record<string, string>>
  from: string
  now: number
  onMend: (problem: PlanProblem) => void
  /** Publishing, scheduling and so on. */
  children: ReactNode
}

/** The announcement as its readers will see it, what was decided about it, and the way out into the world. */
export function StepPreview(props: StepPreviewProps) {
  const { region, place, draft, preview, urls, from, now, onMend, children } = props
  const [look, setLook] = useState<'normal' | 'elder'>('normal')
  const missing = missingOf(draft)
  const { must } = askedOf(draft)
  return (
    <Stack>
      <Section title={TEXT.look}>
        <Stack>
          <Filters
            label={TEXT.lookLabel}
            options={[
              { key: 'normal', say: TEXT.looks.normal },
              { key: 'elder', say: TEXT.looks.elder },
            ]}
            chosen={look}
            onChoose={(key) => setLook(key as 'normal' | 'elder')}
          />
          {preview.shown ? (
            <ResidentLook
              content={draft}
              blocks={preview.shown.blocks}
              {...{ urls, from, now }}
              must={must ? { do: must, choices: draft.choices } : undefined}
              elder={look === 'elder'}
            />
          ) : preview.error ? (
            <>
              <Notice tone="warn">{preview.error.message}</Notice>
              <Button kind="second" onTap={preview.again}>
                {EDITOR_TEXT.aid.again}
              </Button>
            </>
          ) : (
            <Say>{preview.busy ? EDITOR_TEXT.aid.checking : TEXT.noLook}</Say>
          )}
        </Stack>
      </Section>
      <Section title={TEXT.summary}>
        <Stack card>
          <Facts rows={factsOf(draft, place, now)} />
        </Stack>
      </Section>
      <Section title={AUDIENCE_TEXT.reach.title}>
        <Reach
          region={region}
          audience={audienceOf(draft, region)}
          unfit={whomProblemOf(draft) !== undefined}
        />
      </Section>
      {missing ? (
        <Stack card>
          <Notice tone="warn">{`${TEXT.notYet}：${EDITOR_TEXT.problem[missing]}`}</Notice>
          <Button kind="second" onTap={() => onMend(missing)}>
            {EDITOR_TEXT.mend}
          </Button>
        </Stack>
      ) : null}
      {children}
    </Stack>
  )
}

function factsOf(draft: PlanDraft, place: string, now: number) {
  const { whom, places, people, questions, pinnedUntil, expiresAt } = draft
  const { must, callAfterHours } = askedOf(draft)
  const { asks } = EDITOR_TEXT
  const until = (at: number) => (at ? TEXT.until(formatFullDay(dayOf(at), now)) : undefined)
  const placeNames = places.map(({ name }) => name).filter((name) => name !== '')
  return [
    {
      label: TEXT.facts.whom,
      value:
        whom === 'people'
          ? TEXT.people(people.length)
          : whom === 'all'
            ? place
            : placeNames.length === places.length
              ? placeNames.join('、')
              : TEXT.places(places.length),
    },
    { label: TEXT.facts.must, value: must ? DESK_TEXT.must[must] : asks.musts[''].title },
    {
      label: TEXT.facts.call,
      value: must ? TEXT.willHappen.must(asks.hours(callAfterHours)) : undefined,
    },
    {
      label: TEXT.facts.questions,
      value: questions ? asks.questionsYes : asks.questionsNo,
    },
    { label: TEXT.facts.pinned, value: until(pinnedUntil) },
    { label: TEXT.facts.expires, value: until(expiresAt) },
  ]
}
