import { useState } from 'react'
import type { Written } from '../../../../types/contract/announcement-desk'
import { useCommand } from '../../../cloud/use-command'
import { Notice } from '../../../ui/notice'
import { ReasonField } from '../../../ui/reason-field'
import { Sheet } from '../../../ui/sheet'
import { Say, Stack } from '../../../ui/stack'
import { PUBLISHED_TEXT as TEXT } from './published.text'

interface WithdrawSheetProps {
  written: Written
  region: string
  onStay: () => void
  onDone: (written: Written) => void
  onStale: () => void
}

/** Takes one back, with the reason that whoever opens it reads. */
export function WithdrawSheet({ written, region, onStay, onDone, onStale }: WithdrawSheetProps) {
  const { announcementId, version } = written
  const withdraw = useCommand('announcement.withdraw')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const run = async () => {
    if (reason.trim() === '') return setMissing(true)
    const result = await withdraw.run({ region, announcementId, version, reason })
    if (result?.ok) onDone(result.data)
    else if (result?.error.code === 'CHANGED') onStale()
  }
  return (
    <Sheet
      title={TEXT.withdrawTitle}
      stay={{ say: TEXT.stay, onTap: onStay }}
      act={{
        say: TEXT.withdrawAct,
        onTap: () => void run(),
        busy: withdraw.says(TEXT.withdrawing),
      }}
    >
      <Stack>
        <Say>{TEXT.withdrawSay}</Say>
        <ReasonField
          label={TEXT.reason}
          hint={TEXT.reasonHint}
          reasons={TEXT.reasons}
          reason={reason}
          onChange={(next) => {
            setMissing(false)
            setReason(next)
          }}
          problem={missing ? TEXT.reasonMissing : undefined}
        />
        {withdraw.error ? <Notice tone="warn">{withdraw.error.message}</Notice> : null}
      </Stack>
    </Sheet>
  )
}
