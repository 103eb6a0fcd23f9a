import type { Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { formatTime } from '../../../lib/time.format'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Say, Stack } from '../../../ui/stack'
import { CancelVisitSheet } from './cancel-visit-sheet'
import { CodePart } from './code-part'
import { ReleaseSheet } from './release-sheet'
import { canDo } from './visit.can'
import { type Doing, type Sheets, whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

interface VisitActsProps {
  visit: Visit
  now: number
  onSheet: Sheets
  onDo: (doing: Doing) => void
  onDone: (visit: Visit, say: string) => void
  onGone: (say: string) => void
}

/** What may be done with the visit now: only that, the likeliest first. */
export function VisitActs({ visit, now, onSheet, onDo, onDone, onGone }: VisitActsProps) {
  const can = canDo(visit, now)
  const { name } = visit
  const stay = () => onSheet(null)
  const release = () =>
    onSheet(
      <ReleaseSheet
        visit={visit}
        onStay={stay}
        onDone={(next) => {
          stay()
          onGone(TEXT.said.released(next.name))
        }}
      />,
    )
  const cancel = () =>
    onSheet(
      <CancelVisitSheet
        visit={visit}
        onStay={stay}
        onDone={() => {
          stay()
          onGone(TEXT.said.cancelled(name))
        }}
      />,
    )
  return (
    <>
      {visit.cancelled ? <Notice tone="plain">{TEXT.cancelled}</Notice> : null}
      <Marks visit={visit} now={now} onDo={onDo} onDone={onDone} />
      {can.code ? <CodePart visit={visit} onDone={onDone} /> : null}
      <Stack>
        {can.release ? (
          <Button kind="danger" onTap={release}>
            {TEXT.release}
          </Button>
        ) : null}
        {can.result ? (
          <Button kind="second" icon="letters" onTap={() => onDo('result')}>
            {visit.hasResult ? TEXT.readResult : TEXT.result}
          </Button>
        ) : null}
        {can.move ? (
          <Button kind="second" icon="clock" onTap={() => onDo('move')}>
            {TEXT.move}
          </Button>
        ) : null}
        {can.cancel ? (
          <Button kind="danger" icon="bin" onTap={cancel}>
            {TEXT.cancel}
          </Button>
        ) : null}
      </Stack>
    </>
  )
}

type MarksProps = Pick<VisitActsProps, 'visit' | 'now' | 'onDo' | 'onDone'>

/** Came, did not come, is over; and the last of these taken back. */
function Marks({ visit, now, onDo, onDone }: MarksProps) {
  const can = canDo(visit, now)
  const came = useCommand('booking.checkInAtDesk')
  const absent = useCommand('booking.markNoShow')
  const undo = useCommand('booking.undoMark')
  const complete = useCommand('booking.complete')
  const commands = [came, absent, undo, complete]
  const { name } = visit
  const which = whichOf(visit)
  const forget = () => commands.forEach((one) => one.forget())
  const run = async (
    command: typeof came | typeof absent | typeof undo | typeof complete,
    say: string,
  ) => {
    forget()
    const reply = await command.run(which)
    if (reply?.ok) onDone(reply.data, say)
  }
  const problem = commands.map(({ error }) => error).find((error) => error !== undefined)
  const busy = commands.some((one) => one.busy)
  return (
    <Stack>
      {can.came ? (
        <Button
          icon="check"
          busy={came.says(TEXT.cameBusy)}
          disabled={busy}
          onTap={() => void run(came, TEXT.said.came(name))}
        >
          {TEXT.came}
        </Button>
      ) : null}
      {can.complete ? (
        <Button
          icon="check"
          busy={complete.says(TEXT.completeBusy)}
          disabled={busy}
          onTap={() =>
            visit.priceFen > 0 ? onDo('complete') : void run(complete, TEXT.said.done(name))
          }
        >
          {TEXT.complete}
        </Button>
      ) : null}
      {can.absent ? (
        <Button
          kind="second"
          busy={absent.says(TEXT.absentBusy)}
          disabled={busy}
          onTap={() => void run(absent, TEXT.said.absent(name))}
        >
          {TEXT.absent}
        </Button>
      ) : null}
      {can.mendPaid ? (
        <Button kind="second" icon="money" onTap={() => onDo('complete')}>
          {TEXT.mendPaid}
        </Button>
      ) : null}
      {can.undo ? (
        <Button
          kind="second"
          busy={undo.says(TEXT.undoBusy)}
          disabled={busy}
          onTap={() => void run(undo, TEXT.said.undone(name))}
        >
          {TEXT.undo}
        </Button>
      ) : null}
      {can.came && !can.absent ? <Say>{TEXT.absentFrom(formatTime(visit.absentFrom))}</Say> : null}
      {!visit.cancelled && !can.mark ? (
        <Say>{now < visit.startsAt ? TEXT.notYet : TEXT.tooOld}</Say>
      ) : null}
      {problem ? <Notice tone="warn">{problem.message}</Notice> : null}
    </Stack>
  )
}
