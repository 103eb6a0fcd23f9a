import { useState } from 'react'
import type { DeskSlot, Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { useQuery } from '../../../cloud/use-query'
import { dayOf, formatDay, formatSpan } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Loaded } from '../../../ui/loaded'
import { Notice } from '../../../ui/notice'
import { Options } from '../../../ui/options'
import { ReasonField } from '../../../ui/reason-field'
import { Skeleton } from '../../../ui/skeleton'
import { Heading, Say, Stack } from '../../../ui/stack'
import { whereOf } from './day.format'
import { MoveDays } from './move-days'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

/** The least a reason says, as the contract has it. */
const LEAST = 2

/** Others were quicker, or the time is closed: what is shown is old. */
const ANEW: readonly string[] = ['SLOT_FULL', 'SLOT_PAST', 'SLOT_CLOSED', 'NOT_FOUND']

interface MovePartProps {
  visit: Visit
  onLeave: () => void
  onMoved: (when: string) => void
}

/** Another time of the same service, with the reason that people receive. What was chosen survives a refusal. */
export function MovePart({ visit, onLeave, onMoved }: MovePartProps) {
  const { serviceId, startsAt, endsAt, slotId: from } = visit
  const [day, setDay] = useState(dayOf(startsAt))
  const [picked, setPicked] = useState<DeskSlot>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<'slot' | 'reason'>()
  const move = useCommand('booking.moveVisit')
  const query = useQuery('booking.listDay', { day, serviceId })
  const now = query.status === 'ready' ? query.now : startsAt
  const whenOf = (slot: Pick<DeskSlot, 'startsAt' | 'endsAt'>) =>
    `${formatDay(dayOf(slot.startsAt), now)} ${formatSpan(slot.startsAt, slot.endsAt)}`
  const run = async () => {
    if (!picked) return setProblem('slot')
    const say = reason.trim()
    if (say.length < LEAST) return setProblem('reason')
    const reply = await move.run({ ...whichOf(visit), slotId: picked.slotId, say })
    if (reply?.ok) return onMoved(whenOf(picked))
    if (reply && ANEW.includes(reply.error.code)) {
      setPicked(undefined)
      void query.refresh()
    }
  }
  const pick = (slot: DeskSlot | undefined) => {
    move.forget()
    setProblem(undefined)
    setPicked(slot)
  }
  return (
    <Stack>
      <Stack card>
        <Heading>{`${visit.name}，${visit.serviceName}`}</Heading>
        <Say>{TEXT.moveNow(whenOf({ startsAt, endsAt }))}</Say>
      </Stack>
      <MoveDays
        serviceId={serviceId}
        day={day}
        onChoose={(next) => {
          pick(undefined)
          setDay(next)
        }}
      />
      <Loaded
        load={query}
        skeleton={<Skeleton blocks={['row']} />}
        onRetry={() => void query.refresh()}
      >
        {({ slots }, at) => {
          const free = slots.filter((slot) => isFree(slot, from, at))
          if (free.length === 0) return <Notice tone="plain">{TEXT.moveNone}</Notice>
          return (
            <Options
              label={TEXT.moveTime}
              options={free.map((slot) => ({
                value: slot.slotId,
                title: formatSpan(slot.startsAt, slot.endsAt),
                say: [TEXT.moveLeft(slot.left), whereOf(slot)].join('，'),
              }))}
              chosen={picked?.slotId}
              onChoose={(slotId) => pick(free.find((one) => one.slotId === slotId))}
            />
          )
        }}
      </Loaded>
      <Stack card>
        <ReasonField
          label={TEXT.moveReason}
          hint={TEXT.reasonHint}
          reasons={TEXT.moveReasons}
          reason={reason}
          onChange={(next) => {
            setProblem(undefined)
            setReason(next)
          }}
          problem={problem === 'reason' ? TEXT.noReason : undefined}
        />
        {problem === 'slot' ? <Notice tone="warn">{TEXT.noSlot}</Notice> : null}
        {move.error ? <Notice tone="warn">{move.error.message}</Notice> : null}
        <Button busy={move.says(TEXT.moveBusy)} onTap={() => void run()}>
          {TEXT.moveAct}
        </Button>
        <Button kind="second" disabled={move.busy} onTap={onLeave}>
          {TEXT.moveLeave}
        </Button>
      </Stack>
    </Stack>
  )
}

/** Ahead, with a place that nobody waits for. */
const isFree = ({ slotId, startsAt, left, closed, waiting }: DeskSlot, from: string, now: number) =>
  slotId !== from && startsAt > now && left > 0 && !closed && waiting === 0
