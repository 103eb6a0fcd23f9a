import { LIMITS } from '../../../../types/contract/limits'
import type { Need } from '../../../../types/contract/booking-terms'
import { Options } from '../../../ui/options'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { FieldLabel, TextField } from '../../../ui/text-field'
import { BOOKING_TEXT } from '../booking.text'
import { ChoiceField } from './choice-field'
import { KEEP_TEXT } from './keep.text'
import { PicturesField } from './pictures-field'
import type { StepProps } from './step-props'

const TEXT = KEEP_TEXT.basics
const NEEDS = Object.keys(BOOKING_TEXT.need) as Need[]
const NUMBER_CHARS = 8

interface StepBasicsProps extends StepProps {
  providers: readonly { providerId: string; name: string }[]
  /** It is there already: where it takes place stays. */
  there: boolean
  urls: Readonly<Record<string, string>>
  onSeen: (uploadId: string, url: string) => void
}

/** What a service is, who gives it, where, and what it costs. */
export function StepBasics({ draft, onChange, wrong, providers, there, ...seen }: StepBasicsProps) {
  const { where, state } = draft
  const atHome = where === 'home'
  return (
    <Stack>
      <Stack card>
        <TextField
          kind="code"
          label={TEXT.name}
          hint={TEXT.nameHint}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={LIMITS.serviceNameChars}
          problem={wrong('name')}
        />
        <ChoiceField
          label={TEXT.need}
          options={NEEDS}
          sayOf={(need) => BOOKING_TEXT.need[need]}
          chosen={draft.need}
          onChoose={(need) => onChange({ need })}
        />
        <TextField
          kind="code"
          label={TEXT.summary}
          hint={TEXT.summaryHint}
          value={draft.summary}
          onChange={(summary) => onChange({ summary })}
          maxLength={LIMITS.serviceSummaryChars}
          problem={wrong('summary')}
        />
        <TextField
          kind="text"
          label={TEXT.about}
          hint={TEXT.aboutHint}
          value={draft.about}
          onChange={(about) => onChange({ about })}
          maxLength={LIMITS.serviceAboutChars}
          problem={wrong('about')}
        />
      </Stack>
      <Stack card>
        <FieldLabel>{TEXT.provider}</FieldLabel>
        <Options
          label={TEXT.provider}
          options={providers.map(({ providerId, name }) => ({ value: providerId, title: name }))}
          chosen={draft.providerId}
          onChoose={(providerId) => onChange({ providerId })}
        />
        {wrong('providerId') ? <Notice tone="danger">{wrong('providerId')}</Notice> : null}
        {there ? (
          <Say>{`${TEXT.where}：${TEXT.wheres[where]}。${TEXT.whereStays}`}</Say>
        ) : (
          <ChoiceField
            label={TEXT.where}
            options={['place', 'home'] as const}
            sayOf={(one) => TEXT.wheres[one]}
            chosen={where}
            onChoose={(one) => onChange({ where: one })}
            problem={wrong('where')}
          />
        )}
        <TextField
          kind="code"
          label={atHome ? TEXT.from : TEXT.place}
          hint={atHome ? TEXT.fromHint : TEXT.placeHint}
          value={draft.place}
          onChange={(place) => onChange({ place })}
          maxLength={LIMITS.placeNameChars}
          problem={wrong('place')}
        />
        <TextField
          kind="phone"
          label={TEXT.phone}
          hint={TEXT.phoneHint}
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={20}
          problem={wrong('phone')}
        />
      </Stack>
      <Stack card>
        <TextField
          kind="phone"
          label={TEXT.minutes}
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes })}
          maxLength={NUMBER_CHARS}
          problem={wrong('minutes')}
        />
        <TextField
          kind="code"
          label={TEXT.price}
          hint={TEXT.priceHint}
          value={draft.price}
          onChange={(price) => onChange({ price })}
          maxLength={NUMBER_CHARS}
          problem={wrong('priceFen')}
        />
        <TextField
          kind="code"
          label={TEXT.subsidised}
          hint={TEXT.subsidisedHint}
          value={draft.subsidised}
          onChange={(subsidised) => onChange({ subsidised })}
          maxLength={NUMBER_CHARS}
          problem={wrong('subsidisedFen')}
        />
      </Stack>
      <Stack card>
        <PicturesField
          pictures={draft.pictures}
          onChange={(pictures) => onChange({ pictures })}
          problem={wrong('pictures')}
          {...seen}
        />
      </Stack>
      <Stack card>
        <ChoiceField
          label={TEXT.state}
          options={['offered', 'paused'] as const}
          sayOf={(one) => TEXT.states[one]}
          chosen={state}
          onChoose={(one) => onChange({ state: one })}
        />
        {state === 'paused' ? <Say>{TEXT.pausedSay}</Say> : null}
        <TextField
          kind="phone"
          label={TEXT.order}
          hint={TEXT.orderHint}
          value={draft.order}
          onChange={(order) => onChange({ order })}
          maxLength={4}
          problem={wrong('order')}
        />
      </Stack>
    </Stack>
  )
}
