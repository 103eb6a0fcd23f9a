import { useState } from 'react'
import type { CareVisit } from '../../../../types/contract/booking-care'
import { useQuery } from '../../../cloud/use-query'
import { copyText } from '../../../lib/copy-text'
import { openDeskPerson } from '../../../lib/routes'
import { formatClock, formatSpan } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { UI_TEXT } from '../../../ui/ui.text'
import { CARE_TEXT } from './care.text'
import { ProveForm } from './prove-form'
import { BothDigits } from './visit-digits'

const TEXT = CARE_TEXT.visits

interface VisitPaneProps {
  visit: CareVisit
  /** Staff of the community also see the person's card, and the digits that they may read out. */
  office: boolean
  onDone: (reply: CareVisit) => void
}

/** One visit: whom, where, what was said; and that somebody came, and went. */
export function VisitPane({ visit, office, onDone }: VisitPaneProps) {
  const { name, home, serviceName, startsAt, endsAt, note, answers = [], subsidised, state } = visit
  const [said, setSaid] = useState<string>()
  const [copied, setCopied] = useState<boolean>()
  return (
    <Stack>
      <Stack card>
        <Heading>{name}</Heading>
        <Facts
          rows={[
            { label: TEXT.facts.time, value: formatSpan(startsAt, endsAt) },
            { label: TEXT.facts.home, value: home },
            { label: TEXT.facts.service, value: serviceName },
            { label: TEXT.facts.note, value: note },
            ...answers.map(({ ask, answer }) => ({ label: ask, value: answer })),
            { label: TEXT.facts.came, value: endSaid(visit.inAt, visit.proofIn) },
            { label: TEXT.facts.went, value: endSaid(visit.outAt, visit.proofOut) },
          ]}
        />
        {subsidised ? <Say>{TEXT.subsidised}</Say> : null}
        {home ? (
          <Button kind="second" icon="pin" onTap={() => void copyText(home).then(setCopied)}>
            {TEXT.copy}
          </Button>
        ) : null}
        {copied === undefined ? null : (
          <Notice tone={copied ? 'plain' : 'warn'} icon={copied ? 'check' : 'alert'}>
            {copied ? TEXT.copied : TEXT.copyFailed}
          </Notice>
        )}
      </Stack>
      {said ? (
        <Notice tone="plain" icon="check">
          {said}
        </Notice>
      ) : null}
      {state === 'ahead' || state === 'in' ? (
        <ProveForm
          key={state}
          visit={visit}
          end={state === 'in' ? 'out' : 'in'}
          onDone={(reply, end) => {
            setSaid(CARE_TEXT.prove.done[end](reply.name))
            onDone(reply)
          }}
        />
      ) : null}
      {state === 'done' && !said ? <Say>{CARE_TEXT.prove.finished}</Say> : null}
      {office ? <OfficePart visit={visit} /> : null}
    </Stack>
  )
}

const endSaid = (
  at: number | undefined,
  proof: keyof typeof CARE_TEXT.proof | undefined,
): string | undefined =>
  at === undefined || proof === undefined
    ? undefined
    : `${formatClock(at)}，${CARE_TEXT.proof[proof]}`

/** What the desk does besides: look at the person, and read out or write down the digits. */
function OfficePart({ visit: { bookingId, residentId, state } }: { visit: CareVisit }) {
  const [asked, setAsked] = useState(false)
  const as = { residentId }
  const digits = useQuery('booking.visitDigits', { bookingId }, { as, wanted: asked })
  return (
    <Stack card>
      <Heading>{TEXT.office}</Heading>
      {asked ? (
        <Loaded
          load={digits}
          skeleton={<Say>{UI_TEXT.loading}</Say>}
          onRetry={() => void digits.refresh()}
        >
          {(found) => <BothDigits digits={found} />}
        </Loaded>
      ) : state === 'ahead' || state === 'in' ? (
        <Button kind="second" icon="phone" onTap={() => setAsked(true)}>
          {TEXT.digits}
        </Button>
      ) : null}
      <Button kind="second" icon="person" onTap={() => void openDeskPerson(residentId)}>
        {TEXT.person}
      </Button>
    </Stack>
  )
}
