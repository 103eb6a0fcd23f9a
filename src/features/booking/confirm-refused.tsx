import type { Contract } from '../../../types/contract'
import type { CallError } from '../../../types/contract/wire'
import { useKnown } from '../../cloud/use-query'
import { callPhone } from '../../lib/phone-call'
import { goHome, openDirectory, openMyBookings, openPrivacy, openServices } from '../../lib/routes'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { UI_TEXT } from '../../ui/ui.text'
import { WAY_OUT_TEXT, wayOutOf, type WayOut } from './booking.refusal.text'

interface ConfirmRefusedProps {
  error: CallError<Contract['booking.reserve']['error']>
  /** What the button says while it is tried again. */
  busy: string | false
  onAgain: () => void
  onOtherTime: () => void
  onWithoutSubsidy: () => void
  onOnce: () => void
}

/** Why there is no place, in a sentence, and the one thing that helps, in a button. */
export function ConfirmRefused({ error, busy, ...on }: ConfirmRefusedProps) {
  const way = wayOutOf(error)
  const office = useKnown('home.view', {}, { as: 'me' })?.me.office?.phone
  const go: Record<WayOut, () => void> = {
    otherTime: on.onOtherTime,
    again: on.onAgain,
    mine: () => void openMyBookings(),
    mendNote: on.onAgain,
    mendAnswers: on.onAgain,
    withoutSubsidy: on.onWithoutSubsidy,
    once: on.onOnce,
    office: () => (office ? callPhone(office) : void openDirectory()),
    services: () => void openServices(),
    consent: () => void openPrivacy(),
    home: () => void goHome(),
  }
  // The id helps whoever is asked about a fault; a plain refusal needs none.
  const id = error.code === 'INTERNAL' || error.code === 'TIMEOUT' ? error.requestId : ''
  return (
    <>
      {busy ? null : (
        <Notice
          tone={way === 'again' ? 'warn' : 'danger'}
          icon={error.code === 'OFFLINE' ? 'offline' : 'alert'}
          requestId={id ? UI_TEXT.requestId(id) : undefined}
        >
          {error.message}
        </Notice>
      )}
      <Button busy={busy} onTap={go[way]}>
        {WAY_OUT_TEXT[way]}
      </Button>
    </>
  )
}
