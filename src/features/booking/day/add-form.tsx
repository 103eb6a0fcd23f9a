import { useState } from 'react'
import type { Contract } from '../../../../types/contract'
import type { Outcome } from '../../../../types/contract/booking'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Stack } from '../../../ui/stack'
import { EMPTY_NOTE, noteOf } from '../booking.note'
import { answersTo, EMPTY_WISH, missingOf, subsidyFor } from '../booking.wish'
import { NoteConsent } from '../note-consent'
import { NoteField } from '../note-field'
import { QuestionsField } from '../questions-field'
import { RepeatField } from '../repeat-field'
import { SubsidyField } from '../subsidy-field'
import { startOfSlot } from './day.format'
import { SlotFacts } from './slot-facts'
import type { Person } from './visit.doing'
import { ADD_TEXT as TEXT } from './visit.text'

/** Who stayed away too often books at the desk alone: here they may. */
const AT_THE_DESK = 'BARRED'

interface AddFormProps {
  serviceId: string
  slotId: string
  place: string
  person: Person
  onOther: () => void
  /** With what became of each date, where there are several. */
  onDone: (items: readonly Outcome[] | undefined) => void
}

/** The last look before a place is taken for somebody: what the service asks, and what they say. */
export function AddForm(props: AddFormProps) {
  const { serviceId, person } = props
  const as = { residentId: person.residentId }
  const query = useQuery('booking.viewService', { serviceId }, { as })
  return (
    <Loaded
      load={query}
      skeleton={<Skeleton blocks={['card', 'row', 'row']} />}
      onRetry={() => void query.refresh()}
    >
      {(view, now) => <Filled {...props} view={view} now={now} />}
    </Loaded>
  )
}

type View = Contract['booking.viewService']['output']

function Filled(props: AddFormProps & { view: View; now: number }) {
  const { serviceId, slotId, place, person, view, now, onOther, onDone } = props
  const { service, policy, notFor } = view
  const { questions } = service.terms
  const as = { residentId: person.residentId }
  const startsAt = startOfSlot(slotId)
  // Whoever walks in has come for this time.
  const repeats = service.terms.repeats && startsAt > now
  const reserve = useCommand('booking.reserve', { as })
  const [note, setNote] = useState(EMPTY_NOTE)
  const [wish, setWish] = useState(EMPTY_WISH)
  const [missing, setMissing] = useState<readonly string[]>([])
  const subsidy = subsidyFor(view, { startsAt })
  const subsidised = subsidy?.enough === true && !wish.withoutSubsidy
  const mustAgree = !policy.agreed && questions.some(({ must }) => must)
  const barred = notFor !== undefined && notFor.code !== AT_THE_DESK

  const run = async () => {
    const unanswered = missingOf(questions, wish)
    setMissing(unanswered)
    if (unanswered.length > 0) return
    const said = policy.agreed ? noteOf(note) : undefined
    const answers = policy.agreed ? answersTo(questions, wish) : {}
    const reply = await reserve.run({
      slotId,
      ...(said === undefined ? {} : { note: said }),
      ...(Object.keys(answers).length > 0 ? { answers } : {}),
      ...(repeats && wish.weeks > 1 ? { repeat: { weeks: wish.weeks } } : {}),
      ...(subsidised ? { useSubsidy: true } : {}),
    })
    if (reply?.ok) onDone(reply.data.items)
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{service.name}</Heading>
        <SlotFacts
          slotId={slotId}
          place={place}
          service={service}
          subsidised={subsidised}
          name={person.name}
          now={now}
        />
        <Button kind="second" icon="person" onTap={onOther}>
          {TEXT.other}
        </Button>
      </Stack>
      {startsAt <= now ? <Notice tone="plain">{TEXT.walkIn}</Notice> : null}
      {notFor ? <Notice tone="warn">{notFor.say}</Notice> : null}
      {policy.agreed ? (
        <QuestionsField
          questions={questions}
          answers={wish.answers}
          missing={missing}
          onAnswer={(key, answer) => {
            setMissing((keys) => keys.filter((one) => one !== key))
            setWish((known) => ({ ...known, answers: { ...known.answers, [key]: answer } }))
          }}
        />
      ) : (
        <NoteConsent serviceId={serviceId} policy={policy} must={mustAgree} as={as} />
      )}
      {subsidy ? (
        <SubsidyField
          service={service}
          subsidy={subsidy}
          used={subsidised}
          onUse={(use) => setWish((known) => ({ ...known, withoutSubsidy: !use }))}
        />
      ) : null}
      {repeats ? (
        <RepeatField
          slot={{ startsAt }}
          now={now}
          weeks={wish.weeks}
          onChange={(weeks) => setWish((known) => ({ ...known, weeks }))}
        />
      ) : null}
      {policy.agreed ? (
        <NoteField
          draft={note}
          onChange={(change) => setNote(change)}
          problem={reserve.error?.fields?.note}
        />
      ) : null}
      {reserve.error ? <Notice tone="warn">{reserve.error.message}</Notice> : null}
      {barred || mustAgree ? null : (
        <Button busy={reserve.says(TEXT.acting)} onTap={() => void run()}>
          {TEXT.act}
        </Button>
      )}
    </Stack>
  )
}
