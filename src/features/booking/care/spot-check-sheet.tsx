import { useState } from 'react'
import { LIMITS } from '../../../../types/contract/limits'
import type { AccountedVisit } from '../../../../types/contract/booking-care'
import { useCommand } from '../../../cloud/use-command'
import { openDeskPerson } from '../../../lib/routes'
import { dayOf, formatClock, formatDay, formatSpan } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Facts } from '../../../ui/facts'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { CARE_TEXT } from './care.text'
import { unitsSaid } from './units.format'

const TEXT = CARE_TEXT.flagged
const RESULTS = ['paid', 'unpaid'] as const

interface SpotCheckSheetProps {
  visit: AccountedVisit
  now: number
  onStay: () => void
  onDone: (reply: AccountedVisit) => void
}

/** What is odd about a visit, and what came out when somebody asked. */
export function SpotCheckSheet({ visit, now, onStay, onDone }: SpotCheckSheetProps) {
  const { bookingId, residentId, name = TEXT.erased, check } = visit
  const record = useCommand('booking.recordSpotCheck')
  const [result, setResult] = useState(check?.result)
  const [say, setSay] = useState(check?.say ?? '')
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    if (!result) return setProblem(TEXT.noResult)
    if (say.trim().length < 2) return setProblem(TEXT.noSay)
    setProblem(undefined)
    const reply = await record.run({ bookingId, residentId, result, say: say.trim() })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Sheet
      title={name}
      stay={{ say: TEXT.back, onTap: onStay }}
      act={{
        say: TEXT.save,
        onTap: () => void run(),
        busy: record.says(TEXT.saving),
        kind: 'main',
      }}
    >
      <Stack>
        <Facts rows={rowsOf(visit, now)} />
        <Button
          kind="second"
          icon="person"
          onTap={() => {
            onStay()
            void openDeskPerson(residentId)
          }}
        >
          {TEXT.person}
        </Button>
        <Say>{TEXT.ask}</Say>
        <Options
          label={TEXT.ask}
          options={RESULTS.map((value) => ({ value, ...TEXT.results[value] }))}
          chosen={result}
          onChoose={setResult}
        />
        <TextField
          kind="text"
          label={TEXT.say}
          hint={TEXT.sayHint}
          value={say}
          onChange={setSay}
          maxLength={LIMITS.sentenceChars}
        />
        {problem ? <Notice tone="warn">{problem}</Notice> : null}
        {record.error ? <Notice tone="warn">{record.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}

function rowsOf(visit: AccountedVisit, now: number) {
  const { serviceName, startsAt, endsAt, inAt, outAt, proofIn, proofOut, grade, flags } = visit
  const { noProof, apart, unit, units } = visit
  const end = (at: number | undefined, proof: typeof proofIn) =>
    at === undefined || proof === undefined
      ? TEXT.facts.missing
      : `${formatClock(at)}，${CARE_TEXT.proof[proof]}`
  return [
    {
      label: TEXT.facts.when,
      value: `${formatDay(dayOf(startsAt), now)} ${formatSpan(startsAt, endsAt)}`,
    },
    { label: TEXT.facts.service, value: serviceName },
    { label: TEXT.facts.came, value: end(inAt, proofIn) },
    { label: TEXT.facts.went, value: end(outAt, proofOut) },
    { label: TEXT.facts.grade, value: CARE_TEXT.grade[grade] },
    { label: TEXT.facts.why, value: flags.map((flag) => CARE_TEXT.flags[flag]).join('、') },
    { label: TEXT.facts.reason, value: noProof && CARE_TEXT.prove.reasons[noProof] },
    { label: TEXT.facts.apart, value: apart === undefined ? undefined : TEXT.facts.metres(apart) },
    { label: TEXT.facts.units, value: unitsSaid(unit, units) },
  ]
}
