import { View } from '@tarojs/components'
import { useActing } from '../../lib/acting'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import './confirm-view.css'
import { BOOKING_TEXT } from './booking.text'
import { WAITING_TEXT } from './booking.waiting.text'
import { WISH_TEXT } from './booking.wish.text'
import { ConfirmRefused } from './confirm-refused'
import { DeclineButton } from './decline-button'
import type { Confirm } from './use-confirm'
import { WaitingFooter } from './waiting-footer'

const TEXT = BOOKING_TEXT.confirm

interface ConfirmFooterProps {
  confirm: Confirm
  onOtherTime: () => void
}

/** The one thing to do: to book, to take what is kept, to wait, or whatever helps after a refusal. */
export function ConfirmFooter({ confirm, onOtherTime }: ConfirmFooterProps) {
  const { slot, view, taking, missing, mustAgree, waitable } = confirm
  const acting = useActing()
  const submit = () => void confirm.submit()
  if (!slot || !view) return null
  if (waitable && !taking.error) {
    return <WaitingFooter slot={slot} service={view.service} onOtherTime={onOtherTime} />
  }
  const kept = slot.offerUntil !== undefined
  const says = acting
    ? (kept ? WAITING_TEXT.acceptFor : TEXT.submitFor)(acting.name)
    : kept
      ? WAITING_TEXT.accept
      : TEXT.submit
  return (
    <View className="confirm__footer">
      {missing.length > 0 ? <Notice tone="danger">{WISH_TEXT.missing}</Notice> : null}
      {taking.error ? (
        <ConfirmRefused
          error={taking.error}
          busy={taking.says(TEXT.submitting)}
          onAgain={submit}
          onOtherTime={onOtherTime}
          onWithoutSubsidy={() => void confirm.submit({ withoutSubsidy: true })}
          onOnce={() => void confirm.submit({ weeks: 1 })}
        />
      ) : (
        <Button busy={taking.says(TEXT.submitting)} disabled={mustAgree} onTap={submit}>
          {says}
        </Button>
      )}
      {waitable ? (
        <Button kind="second" onTap={taking.forget}>
          {WAITING_TEXT.join}
        </Button>
      ) : null}
      {kept ? <DeclineButton slot={slot} onGone={onOtherTime} /> : null}
    </View>
  )
}
