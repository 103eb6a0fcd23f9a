import type { Contract } from '../../../types/contract'
import type { Slot } from '../../../types/contract/booking'
import { AlongField } from './along-field'
import { toggleAlso } from './booking.wish'
import { NoteConsent } from './note-consent'
import { NoteField } from './note-field'
import { QuestionsField } from './questions-field'
import { RepeatField } from './repeat-field'
import { SubsidyField } from './subsidy-field'
import type { Confirm } from './use-confirm'

interface ConfirmWishesProps {
  confirm: Confirm
  slot: Slot
  view: Contract['booking.viewService']['output']
  now: number
}

/** What can be chosen and said besides: only what the service has, and, of a place that is kept, for one visit of one. */
export function ConfirmWishes({ confirm, slot, view, now }: ConfirmWishesProps) {
  const { wish, note, others, missing, subsidy, subsidised, taking, mustAgree, answer } = confirm
  const { service, policy } = view
  const { terms } = service
  const alone = slot.offerUntil !== undefined
  return (
    <>
      {policy.agreed ? (
        <QuestionsField
          questions={terms.questions}
          answers={wish.draft.answers}
          missing={missing}
          onAnswer={answer}
        />
      ) : mustAgree ? (
        <NoteConsent serviceId={service.serviceId} policy={policy} must />
      ) : null}
      {subsidy ? (
        <SubsidyField
          service={service}
          subsidy={subsidy}
          used={subsidised}
          onUse={(use) => wish.change((now) => ({ ...now, withoutSubsidy: !use }))}
        />
      ) : null}
      {terms.repeats && !alone ? (
        <RepeatField
          slot={slot}
          now={now}
          weeks={wish.draft.weeks}
          onChange={(weeks) => wish.change((now) => ({ ...now, weeks }))}
        />
      ) : null}
      {alone ? null : (
        <AlongField
          people={others.people}
          chosen={wish.draft.alsoFor}
          onToggle={(id) => wish.change((now) => toggleAlso(now, id))}
        />
      )}
      {policy.agreed ? (
        <NoteField draft={note.draft} onChange={note.change} problem={taking.error?.fields?.note} />
      ) : mustAgree ? null : (
        <NoteConsent serviceId={service.serviceId} policy={policy} must={false} />
      )}
    </>
  )
}
