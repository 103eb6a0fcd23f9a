import { useState } from 'react'
import type { Visit } from '../../../../types/contract/booking-visits'
import { useCommand } from '../../../cloud/use-command'
import { formatPrice } from '../../../lib/money.format'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Heading, Say, Stack } from '../../../ui/stack'
import { TextField } from '../../../ui/text-field'
import { fenOf, typedFen } from '../../../lib/money.format'
import { whichOf } from './visit.doing'
import { VISIT_TEXT as TEXT } from './visit.text'

const AMOUNT_CHARS = 10
const RECEIPT_CHARS = 30

interface CompleteFormProps {
  visit: Visit
  onLeave: () => void
  onDone: (visit: Visit) => void
}

/** The visit is over: what was paid on site, and the receipt's number. */
export function CompleteForm({ visit, onLeave, onDone }: CompleteFormProps) {
  const { priceFen, paid } = visit
  const complete = useCommand('booking.complete')
  const [amount, setAmount] = useState(() => typedFen(paid?.fen ?? priceFen))
  const [receipt, setReceipt] = useState(paid?.receiptNo ?? '')
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    const paidFen = fenOf(amount)
    if (paidFen === undefined) return setProblem(TEXT.badAmount)
    const receiptNo = receipt.trim()
    const reply = await complete.run({
      ...whichOf(visit),
      paidFen,
      ...(receiptNo ? { receiptNo } : {}),
    })
    if (reply?.ok) onDone(reply.data)
  }
  return (
    <Stack card>
      <Heading>{TEXT.completeTitle}</Heading>
      <Say>{TEXT.price(formatPrice(priceFen))}</Say>
      <TextField
        kind="money"
        label={TEXT.amount}
        hint={TEXT.amountHint}
        value={amount}
        onChange={(next) => {
          setProblem(undefined)
          setAmount(next)
        }}
        maxLength={AMOUNT_CHARS}
        problem={problem}
      />
      <TextField
        kind="code"
        label={TEXT.receiptNo}
        hint={TEXT.receiptHint}
        value={receipt}
        onChange={setReceipt}
        maxLength={RECEIPT_CHARS}
      />
      {complete.error ? <Notice tone="warn">{complete.error.message}</Notice> : null}
      <Button busy={complete.says(TEXT.completeBusy)} onTap={() => void run()}>
        {TEXT.save}
      </Button>
      <Button kind="second" disabled={complete.busy} onTap={onLeave}>
        {TEXT.leave}
      </Button>
    </Stack>
  )
}
